"""A model of users of one's own, used where the settings say so, and something to have permissions for."""

import os

from django.contrib.auth.models import AbstractUser
from django.db import models

if os.environ.get("PEOPLE_OF_OUR_OWN"):

    class Person(AbstractUser):
        phone = models.CharField(max_length=30, blank=True)


class MediaSource(models.Model):
    class Meta:
        permissions = [("update_mediasource", "Can update media source")]
