"""The addresses of ours that have their like here; under /by-session, with the authentication that is the default."""

from django.urls import path

import views

GROUPS = {"get": "list", "post": "create"}
GROUP = {"get": "retrieve", "patch": "partial_update", "delete": "destroy"}

urlpatterns = [
    path("api/v1/me", views.Me.as_view()),
    path("by-session/api/v1/me", views.MeBySession.as_view()),
    path("api/v1/login", views.Login.as_view()),
    path("api/v1/logout", views.Logout.as_view()),
    path("api/v1/groups", views.Groups.as_view(GROUPS)),
    path("api/v1/groups/<str:name>", views.Groups.as_view(GROUP)),
]
