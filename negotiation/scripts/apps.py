"""The app that holds the words a candidate says or sends."""

from django.apps import AppConfig


class ScriptsConfig(AppConfig):
    name = "negotiation.scripts"
    label = "scripts"
