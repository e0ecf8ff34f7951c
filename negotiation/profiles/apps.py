"""App configuration."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "negotiation.profiles"
    label = "profiles"
    default_auto_field = "django.db.models.BigAutoField"
