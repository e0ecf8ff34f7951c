"""The server as `make run` starts it, on a database and in a folder that are thrown away."""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from negotiation import serve, web
from negotiation.cluster import throwaway

# A worker is replaced after 2,000 requests; here it has to stay, to be looked at after as many.
web.COMMAND = [*web.COMMAND, "--max-requests", "0"]
NOT_FROM_OUTSIDE = ("DEBUG", "SITE_URL", "BEHIND_PROXY", "LOG_LEVEL", "STATICFILES", "GUNICORN_CMD_ARGS")


@contextmanager
def surroundings() -> Iterator[socket.socket]:
    """A database, a folder, a port and the environment as served; nothing of the machine's own is touched."""
    with (
        throwaway() as url,
        tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder,
        socket.create_server(("127.0.0.1", 0), backlog=512) as listener,
    ):
        for name in NOT_FROM_OUTSIDE:
            os.environ.pop(name, None)
        os.environ |= serve.STORAGE | {
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "DATABASE_URL": url,
            "DATABASE_POOL": str(web.THREADS),
            "SECRET_KEY": secrets.token_urlsafe(64),
            "STATIC_ROOT": str(Path(folder) / "static"),
            "PORT": str(listener.getsockname()[1]),
        }
        serve.manage(dict(os.environ), "prepare")
        serve.collect(dict(os.environ))
        yield listener


@contextmanager
def serving(listener: socket.socket) -> Iterator[None]:
    """A fresh gunicorn with the workers and threads it is served with."""
    lock = Path(os.environ["STATIC_ROOT"]).with_name("web.lock")
    server = web.Web(lock, listener, dict(os.environ))
    server.start()
    try:
        until = time.monotonic() + 60
        while not serve.healthy():
            if time.monotonic() > until:
                raise RuntimeError("The web server does not answer.")
            time.sleep(0.1)
        yield
    finally:
        server.stop()
