"""Sign-in, sign-up and the candidate's own settings."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from allauth.account import forms as allauth_forms
from babel import Locale, UnknownLocaleError
from django import forms
from django.core.validators import EmailValidator

from groundwork.forms import currency_choices
from negotiation.profiles.models import Candidate

ADDRESS = "Enter an e-mail address with an @ sign in it."


class InOurWords:
    """Labels stay visible (a placeholder vanishes when it is needed), and errors say what to enter."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            field.widget.is_required = False
            field.error_messages["required"] = ADDRESS if name in ("login", "email") else "Enter your password."
            field.validators = [
                EmailValidator(ADDRESS) if isinstance(check, EmailValidator) else check for check in field.validators
            ]


class LoginForm(InOurWords, allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-mail address"
        self.fields["password"].help_text = ""
        self.fields.pop("remember", None)


class SignupForm(InOurWords, allauth_forms.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail address"
        self.fields["password1"].help_text = "10 characters or more; a few unrelated words are strong"


class ChangePasswordForm(InOurWords, allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = "Your present password"
        self.fields["password1"].label = "Your new password"
        self.fields["password1"].help_text = "10 characters or more; a few unrelated words are strong"
        self.fields["password2"].label = "Your new password once more"


@lru_cache(maxsize=1)
def zone_choices() -> list[tuple[str, str]]:
    """Asking for the zones reads hundreds of files."""
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in places)]


class WaysForm(forms.ModelForm):
    """How this person writes money and dates; new plans and offers start from it."""

    currency = forms.ChoiceField(label="Currency", choices=currency_choices)
    locale = forms.CharField(
        label="Language of numbers and dates",
        max_length=20,
        help_text="A language code such as en, en-GB, de or fr-CA",
    )
    zone = forms.ChoiceField(label="Time zone", choices=zone_choices)
    use_required_attribute = False

    class Meta:
        model = Candidate
        fields = ["currency", "period", "basis", "locale", "zone"]
        labels = {"period": "Pay is given for", "basis": "Before or after tax"}

    def clean_locale(self) -> str:
        try:
            return str(
                Locale.parse(self.cleaned_data["locale"].strip(), sep="-" if "-" in self.data["locale"] else "_")
            )
        except (ValueError, UnknownLocaleError) as error:
            raise forms.ValidationError("Enter a language code such as en, en-GB, de or fr-CA") from error
