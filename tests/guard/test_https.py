"""With an address that begins with https, cookies and headers follow: read from a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json, django
django.setup()
from django.conf import settings
from django.test import Client
here = Client(headers={"host": "plans.example"})
page = here.get("/", secure=True)
plain = here.get("/")
names = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
         "SESSION_COOKIE_PATH", "SESSION_COOKIE_DOMAIN", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DEBUG")
print(json.dumps({
    "headers": dict(page.items()), "cookie": page.cookies.output(), "status": page.status_code,
    "plain": [plain.status_code, plain["Location"]],
    "other": Client(headers={"host": "evil.example"}, raise_request_exception=False).get("/", secure=True).status_code,
    "settings": {name: getattr(settings, name) for name in names},
}))
"""


@pytest.fixture(scope="module")
def told() -> dict:
    site = {
        "SITE_URL": "https://plans.example",
        "DJANGO_SETTINGS_MODULE": "negotiation.settings",
        "SECRET_KEY": "z" * 60,
    }
    ran = subprocess.run([sys.executable, "-c", ASK], env=os.environ | site, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


def test_the_page_is_there_and_says_so_over_https_only(told: dict):
    assert told["status"] == 200
    assert told["plain"] == [301, "https://plans.example/"]
    assert told["headers"]["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


def test_cookies_are_secure_and_bound_to_this_one_host(told: dict):
    cookie = told["cookie"]
    assert "__Host-csrftoken=" in cookie
    assert "Domain=" not in cookie
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    settings = told["settings"]
    assert settings["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["SESSION_COOKIE_HTTPONLY"]
    assert (settings["SESSION_COOKIE_PATH"], settings["SESSION_COOKIE_DOMAIN"]) == ("/", None)


def test_no_other_host_is_answered(told: dict):
    assert told["other"] == 400
    assert told["settings"]["CSRF_TRUSTED_ORIGINS"] == ["https://plans.example"]
    assert told["settings"]["DEBUG"] is False
