"""What REST framework's documentation shows, with the names that Aura's services give to permissions."""

from django.contrib.auth import login, logout
from django.contrib.auth.models import Group, Permission
from django.middleware.csrf import get_token
from rest_framework import serializers
from rest_framework.authentication import BasicAuthentication, SessionAuthentication
from rest_framework.authtoken.serializers import AuthTokenSerializer
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import DjangoModelPermissions
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ModelViewSet


class Me(APIView):
    def get(self, request):
        return Response({"username": request.user.get_username()})


class MeBySession(Me):
    authentication_classes = [SessionAuthentication, BasicAuthentication]


class Login(APIView):
    permission_classes = []

    def post(self, request):
        credentials = AuthTokenSerializer(data=request.data, context={"request": request})
        credentials.is_valid(raise_exception=True)
        login(request, credentials.validated_data["user"])
        return Response({"csrf_token": get_token(request)})


class Logout(APIView):
    def post(self, request):
        logout(request)
        return Response(status=204)


class GroupSerializer(serializers.ModelSerializer):
    permissions = serializers.SlugRelatedField(
        many=True, required=False, slug_field="codename", queryset=Permission.objects.all()
    )

    class Meta:
        model = Group
        fields = ["id", "name", "permissions"]


class NamedPermissions(DjangoModelPermissions):
    perms_map = {
        "GET": ["%(app_label)s.view_%(model_name)s"],
        "HEAD": ["%(app_label)s.view_%(model_name)s"],
        "OPTIONS": [],
        "POST": ["%(app_label)s.create_%(model_name)s"],
        "PUT": ["%(app_label)s.update_%(model_name)s"],
        "PATCH": ["%(app_label)s.update_%(model_name)s"],
        "DELETE": ["%(app_label)s.destroy_%(model_name)s"],
    }


class ByName(CursorPagination):
    ordering = "name"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


class Groups(ModelViewSet):
    queryset = Group.objects.all()
    serializer_class = GroupSerializer
    permission_classes = [NamedPermissions]
    pagination_class = ByName
    lookup_field = "name"
