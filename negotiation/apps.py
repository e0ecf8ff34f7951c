"""App configuration."""

from django.apps import AppConfig


class NegotiationConfig(AppConfig):
    name = "negotiation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from groundwork import removing
        from negotiation import checks, services  # noqa: F401  checks registers itself
        from offers import following

        following.followers.append(services.offer_follow)
        following.rate_followers.append(services.rates_follow)
        removing.followers.append(services.recheck_after)
