"""One signed-in client on one connection that is kept alive."""

from __future__ import annotations

import http.client
import os
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from negotiation.profiles.models import Candidate

TOKEN = "b" * 32  # of our own choosing: the cookie and the form have to agree, nothing else


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes
    seconds: float

    def header(self, name: str) -> int:
        return int(self.headers[name])


class Browser:
    """Asks and posts; an answer that is no success ends the bench."""

    def __init__(self, candidate: Candidate | None):
        self.connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=60)
        self.headers = {"Host": f"localhost:{os.environ['PORT']}", "Accept-Encoding": "br"}
        cookies = {settings.CSRF_COOKIE_NAME: TOKEN}
        if candidate:
            client = Client()
            client.force_login(candidate)
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, values: dict[str, object], **headers: str) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **values})
        return self._ask("POST", path, body, headers | {"Content-Type": "application/x-www-form-urlencoded"})

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        try:
            return self._once(method, path, body, headers)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.connection.close()  # idle for longer than the server waits
            return self._once(method, path, body, headers)

    def _once(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        start = time.perf_counter()
        self.connection.request(method, path, body, self.headers | headers)
        response = self.connection.getresponse()
        answer = Answer(response.status, response.headers, response.read(), time.perf_counter() - start)
        if not 200 <= answer.status < 300:
            raise RuntimeError(f"{method} {path} was answered with {answer.status}.")
        return answer
