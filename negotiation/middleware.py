"""Around every request: health, one log line, headers, and who is asking."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from groundwork.limits import TooOften
from groundwork.owner import Request, SignedOut
from groundwork.saving import posted_text
from negotiation.profiles.adapter import GUEST
from negotiation.profiles.models import Candidate

log = logging.getLogger("groundwork.request")
LARGEST = 6 * 1024 * 1024
GetResponse = Callable[[HttpRequest], HttpResponse]
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def outermost(get_response: GetResponse) -> GetResponse:
    """Health before anything else; then the log line and the headers that every answer carries."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return dressed(request, health())
        start = time.perf_counter()
        response = dressed(request, too_large(request) or elsewhere(request) or get_response(request))
        record(request, response, time.perf_counter() - start)
        return response

    return middleware


def dressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The headers of every answer; only files of ours may be kept by a cache."""
    if not request.path.startswith(settings.STATIC_URL):
        response.headers.setdefault("Cache-Control", "private, no-store")
        patch_vary_headers(response, ["HX-Request"])
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", PERMISSIONS)
    return response


def health() -> HttpResponse:
    """200 if the database answers; anything else is handled as an error by the caller's proxy."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # whatever it is, the answer is the same
        return HttpResponse("database away\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def too_large(request: HttpRequest) -> HttpResponse | None:
    """Refused by what it says of its size, before any of it is taken in."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > LARGEST:
        return HttpResponse("This is too large: 6 MB is the most.\n", status=413, content_type="text/plain")
    return None


def elsewhere(request: HttpRequest) -> HttpResponse | None:
    """On one's own machine there is one address, so that cookies (and later passkeys) belong to it."""
    host = request.META.get("HTTP_HOST", "")
    if settings.SITE_HOST == "localhost" and host.split(":")[0] == "127.0.0.1" and request.method == "GET":
        return HttpResponseRedirect(f"{settings.SITE_URL}{request.get_full_path()}")
    return None


def record(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """Route, status and time. Never the address typed, the query, amounts, text or tokens."""
    route = request.resolver_match.route if request.resolver_match else "-"
    number = uuid.uuid4().hex[:12]
    log.info("%s %s /%s %s %d ms", number, request.method, route, response.status_code, seconds * 1000)


class candidate:
    """Sets `request.candidate`, and answers for views that need one and find nobody."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.candidate = who(request)
        if isinstance(request.candidate, Candidate):
            seen_today(request, request.candidate)
        return self.get_response(request)

    def process_exception(self, request: Request, error: Exception) -> HttpResponse | None:
        if isinstance(error, SignedOut):
            return signed_out(request)
        if isinstance(error, TooOften):
            return render(request, "429.html", status=429)
        return None


def who(request: Request) -> Candidate | None:
    """The account, else the guest of this session, else nobody. No cookie costs no query."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    if request.user.is_authenticated:
        return request.user  # type: ignore[return-value]
    guest = request.session.get(GUEST)
    return Candidate.objects.guests().filter(pk=guest).first() if guest else None


def seen_today(request: Request, candidate: Candidate) -> None:
    """Once a day the visit is noted and the session's 30 days begin anew."""
    today = timezone.localdate()
    if candidate.last_seen != today:
        Candidate.objects.filter(pk=candidate.pk).update(last_seen=today)
        request.session.modified = True


def signed_out(request: Request) -> HttpResponse:
    """A save is told so and loses nothing; a page leads to sign-in and back."""
    if request.htmx:
        return render(request, "components/saved.html", {"signed_out": True}, status=401)
    if request.method == "POST":
        typed = {name: values for name, values in posted_text(request.POST).items() if any(values)}
        return render(request, "negotiation/signed_out.html", {"typed": typed}, status=401)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")
