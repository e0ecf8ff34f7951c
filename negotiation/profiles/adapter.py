"""Where accounts meet guests: signing up keeps the guest's row, signing in moves what it holds."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from groundwork.owner import Request
from negotiation.profiles.models import Candidate
from negotiation.profiles.services import candidate_move

GUEST = "guest"


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "This address and this password do not belong together. Check both.",
        "email_taken": "There is an account with this address already. Sign in to it instead.",
        "enter_current_password": "This is not your present password. Enter the one you sign in with.",
        "too_many_login_attempts": "Too many tries with this address. Wait five minutes, then try again.",
    }

    def new_user(self, request: Request) -> Candidate:
        """The guest's own row becomes the account, so that nothing has to move."""
        guest = request.candidate
        return guest if isinstance(guest, Candidate) and guest.is_guest else Candidate()

    def login(self, request: Request, user: Candidate) -> None:
        """A guest who signs in to an older account brings everything along, in one transaction."""
        guest = request.session.get(GUEST)
        super().login(request, user)
        request.session.pop(GUEST, None)
        if guest and guest != str(user.pk):
            candidate_move(guest_id=guest, to=user)

    def get_client_ip(self, request: HttpRequest) -> str:
        from groundwork.limits import address

        return address(request)

    def is_safe_url(self, url: str | None) -> bool:
        """Only our own paths; allauth would also follow other hosts that we answer for."""
        return bool(url) and str(url).startswith("/") and super().is_safe_url(url)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        messages.info(request, "Your password has been changed.")
        return reverse("account")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The page itself shows whether somebody is signed in."""
