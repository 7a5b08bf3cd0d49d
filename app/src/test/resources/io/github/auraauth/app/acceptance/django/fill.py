"""Fills the database with what accounts.json lists."""

import json
import os
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
django.setup()

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from rest_framework.authtoken.models import Token

filling = json.loads((Path(__file__).parent / "accounts.json").read_text("utf-8"))


def permissions(codenames):
    return [Permission.objects.get(codename=codename) for codename in codenames]


# as Aura's services have them, beside those that Django makes
for action in ("list", "create", "update", "destroy"):
    Permission.objects.create(
        content_type=ContentType.objects.get_for_model(Group), codename=f"{action}_group", name=f"Can {action} groups"
    )
for group in filling["groups"]:
    Group.objects.create(name=group["name"]).permissions.set(permissions(group["permissions"]))
for account in filling["accounts"]:
    user = get_user_model().objects.create_user(
        username=account["username"],
        email=account["email"],
        password=account["password"],
        first_name=account["first_name"],
        last_name=account["last_name"],
        is_active=account["is_active"],
        is_staff=account["is_staff"],
        is_superuser=account["is_superuser"],
    )
    user.groups.set(Group.objects.filter(name__in=account["groups"]))
    user.user_permissions.set(permissions(account["permissions"]))
    if account["token"]:
        Token.objects.create(user=user, key=account["token"])
