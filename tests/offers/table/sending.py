"""What a browser sends from the page that reads offers from a table."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

TABLE = """Employer;Job title;Base pay;Paid for;Hours a week;Bonus;Answer by
Heron Works;Keeper;45;hour;40;10%;2026-12-01
Osprey & Sons;Warden;4.500,50;month;;;"""
BAD = TABLE + "\nTwo;Ways;abc;;;;01/02/2026\n;;9;;;;\n"


def send(browser: Client, text: str = TABLE, *, do: str = "read", file: Any = None, next: str = "", **more: Any) -> Any:
    data = {"text": text, "currency": "EUR", "period": "year", "basis": "gross", "do": do} | more
    if file is not None:
        data["file"] = SimpleUploadedFile("offers.csv", file if isinstance(file, bytes) else file.encode())
    return browser.post(reverse("offer_import") + (f"?next={next}" if next else ""), data)


def hidden(response: Any) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(seal|batch)" value="([^"]+)"', response.content.decode()))


def confirmed(browser: Client, text: str = TABLE, **more: Any) -> Any:
    return send(browser, text, do="add", **hidden(send(browser, text)), **more)
