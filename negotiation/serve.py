"""What `make run` runs: the one parent of database and web server."""

# ruff: noqa: S603 (every command here is ours)

from __future__ import annotations

import errno
import hashlib
import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from negotiation import cluster, postgres
from negotiation.cluster import CHECKOUT, ClusterError
from negotiation.web import THREADS, Web, end_left_over

STORAGE = {"STATICFILES": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
_stopping: list[int] = []  # signals that asked us to end


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def port() -> int:
    text = os.environ.get("PORT") or "8000"
    if text.isascii() and text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise ClusterError(f"PORT is {text!r}: set it to a number from 1 to 65535.")


def site_url() -> str:
    return os.environ.get("SITE_URL") or f"http://localhost:{port()}"


def listen(number: int) -> socket.socket:
    """Hold the port ourselves: no worker that dies gives it away, and nobody takes it in between."""
    host = os.environ.get("BIND") or "127.0.0.1"
    try:
        return socket.create_server((host, number), backlog=512)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ClusterError(
                f"Port {number} is taken by another program: stop it, or use another, `make run PORT=8001`."
            ) from None
        reason = os.strerror(error.errno or 0)
        raise ClusterError(f"Port {number} on {host} cannot be opened: {reason}.") from None


def reach(url: str) -> None:
    """A server of one's own that is away, too old or mistyped is said in one sentence."""
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version
    except psycopg.OperationalError as error:
        first = str(error).strip().splitlines()[0]
        raise ClusterError(f"The database in DATABASE_URL cannot be reached: {first}") from None
    except psycopg.Error:  # its words would repeat the address, password and all
        raise ClusterError("DATABASE_URL has a mistake: write it as postgresql://name@host/database.") from None
    if version < 170000:
        raise ClusterError(f"The server in DATABASE_URL is PostgreSQL {version // 10000}: 17 or newer is needed.")


def secret_key(folder: Path) -> str:
    """Made once and kept beside the data: a new key at each start would sign everybody out."""
    path = folder / "secret-key"
    if not path.exists():
        postgres.write_private(path, secrets.token_urlsafe(64))
    return path.read_text()


def environment(folder: Path, url: str) -> dict[str, str]:
    """What the web server and `manage.py` are told."""
    key = os.environ.get("SECRET_KEY") or secret_key(folder)
    ours = {"SECRET_KEY": key, "DATABASE_URL": url, "PORT": str(port())}
    return STORAGE | {"DATABASE_POOL": str(THREADS)} | os.environ | ours


def manage(told: dict[str, str], *arguments: str) -> None:
    """Run `manage.py` in its own session: Ctrl-C is ours to handle."""
    if _stopping:
        return
    command = [sys.executable, str(CHECKOUT / "manage.py"), *arguments]
    with subprocess.Popen(command, env=told, cwd=CHECKOUT, start_new_session=True) as process:
        while process.poll() is None:
            if _stopping:
                process.terminate()
            time.sleep(0.02)
    if process.returncode and not _stopping:
        raise ClusterError(f"`manage.py {arguments[0]}` failed: see above.")


def collect(told: dict[str, str]) -> None:
    """Collect the static files if they are not the ones collected before."""
    root = Path(told.get("STATIC_ROOT") or CHECKOUT / "staticfiles")
    files = sorted(path for path in (CHECKOUT / "static").rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for file in [CHECKOUT / "requirements.txt", *files]:
        digest.update(os.fsencode(file) + file.read_bytes())
    stamp = root / "collected"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    stamp.unlink(missing_ok=True)
    manage(told, "collectstatic", "--noinput", "--clear", "--verbosity", "0")
    if not _stopping:
        stamp.write_text(digest.hexdigest())


def healthy() -> bool:
    """Whether the web server answers."""
    site = urlsplit(site_url())
    connection = http.client.HTTPConnection("127.0.0.1", port(), timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": site.netloc, "X-Forwarded-Proto": site.scheme})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def watch(web: Web, database: postgres.Server | None) -> None:
    """Say when the first answer came, then start again whatever is killed, until we are asked to end."""
    until = time.monotonic() + 120
    ready = False
    if not _stopping:
        web.start()
    while not _stopping:
        if database:
            database.revive()
        web.revive()
        if not ready and (ready := healthy()):
            say(f"Groundwork is ready at {site_url()}")
        if not ready and time.monotonic() > until:
            raise ClusterError("The web server does not answer.")
        time.sleep(0.1)


def serve() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda caught, _: _stopping.append(caught))
    folder = cluster.claim(cluster.data_folder())
    with ExitStack() as stack:
        stack.enter_context(cluster.only_starter(folder))
        end_left_over(folder / "web.lock")
        listener = stack.enter_context(listen(port()))
        database = None
        if url := os.environ.get("DATABASE_URL"):
            reach(url)
        else:
            database = stack.enter_context(cluster.running(folder))
        told = environment(folder, url or cluster.url_of(folder) or "")
        manage(told, "prepare")
        collect(told)
        web = Web(folder / "web.lock", listener, told)
        stack.callback(web.stop)
        watch(web, database)


def main(arguments: list[str]) -> int:
    match arguments:
        case []:
            serve()
        case ["collect"]:
            collect(STORAGE | dict(os.environ))
        case ["healthy"]:
            return 0 if healthy() else 1
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ClusterError as error:
        sys.exit(str(error))
    except OSError as error:  # a full disk, a folder of somebody else
        sys.exit(f"Groundwork cannot start: {error}.")
