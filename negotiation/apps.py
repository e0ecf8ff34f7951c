"""App configuration."""

from django.apps import AppConfig


class NegotiationConfig(AppConfig):
    name = "negotiation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from negotiation import checks  # noqa: F401  registers itself
