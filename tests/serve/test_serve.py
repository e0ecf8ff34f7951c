"""`make run` itself: started, killed in every part, started again, stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from negotiation import postgres, serve, web
from negotiation.cluster import CHECKOUT, ClusterError
from tests.serve.test_cluster import data_of, until


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def told(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SITE_URL", "DEBUG")}
    return kept | {"GROUNDWORK_DATA": str(folder), "STATIC_ROOT": str(folder / "static")} | more


@contextmanager
def running(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """`serve` in a folder, ready when the block begins and stopped as by Ctrl-C after it."""
    command = [sys.executable, "-m", "negotiation.serve"]
    env = told(folder, PORT=str(port))
    with subprocess.Popen(command, cwd=CHECKOUT, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == f"Groundwork is ready at http://localhost:{port}\n"
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def said(folder: Path, **more: str) -> str:
    """The words of a start that is refused."""
    command = [sys.executable, "-m", "negotiation.serve"]
    done = subprocess.run(command, cwd=CHECKOUT, env=told(folder, **more), capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout == ""
    return done.stderr


def answers(port: int) -> bool:
    try:
        return urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=5).status == 200
    except OSError:
        return False


def alive(process: int) -> bool:
    """Running, and not a zombie that only waits to be counted."""
    try:
        os.kill(process, 0)
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # there is no /proc on macOS
        return not Path("/proc/self").exists()


def parts(folder: Path) -> tuple[int, int]:
    """The process numbers of database and web server; 0 for one that is just being started."""
    return postgres.recorded_process(data_of(folder)), int((folder / "web.lock").read_text() or 0)


def kill_and_await(folder: Path, port: int, part: int) -> None:
    killed = parts(folder)[part]
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: parts(folder)[part] not in (0, killed) and answers(port))


def test_every_part_may_be_killed_and_nothing_stays(folder: Path) -> None:
    port = free_port()
    with running(folder, port) as process:
        assert said(folder, PORT="1") == f"Groundwork is already running from {folder} (process {process.pid}).\n"
        kill_and_await(folder, port, 0)
        kill_and_await(folder, port, 1)
        left = parts(folder)
        process.kill()
    assert all(alive(part) for part in left)
    with running(folder, port):
        assert not any(alive(part) for part in left)
        left = parts(folder)
    assert not any(alive(part) for part in left)


def test_taken_port_is_one_sentence(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert said(folder, PORT=str(port)).startswith(f"Port {port} is taken by another program: ")
    assert said(folder, PORT="80x") == "PORT is '80x': set it to a number from 1 to 65535.\n"


def test_unreachable_server_is_one_sentence_without_its_password(folder: Path) -> None:
    away = f"postgresql://somebody:acorn-secret@127.0.0.1:{free_port()}/plans"
    words = said(folder, PORT=str(free_port()), DATABASE_URL=away)
    assert words.startswith("The database in DATABASE_URL cannot be reached: ")
    assert words.count("\n") == 1
    assert not list(folder.glob("postgres-*")), "with DATABASE_URL no cluster of our own is made"
    for mistake in ("postgresql//:acorn-secret", "postgresql://name@host:acorn-secret/plans"):
        with pytest.raises(ClusterError) as refused:
            serve.reach(mistake)
        assert "acorn-secret" not in str(refused.value)


def test_given_server_is_the_one_that_django_is_told_of(folder: Path) -> None:
    serve.reach(os.environ["DATABASE_URL"])
    assert serve.environment(folder, "postgresql://given/x")["DATABASE_URL"] == "postgresql://given/x"


def test_secret_key_is_kept_and_private(folder: Path) -> None:
    key = serve.secret_key(folder)
    assert len(key) > 60
    assert serve.secret_key(folder) == key
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600


def test_left_over_group_is_found_by_its_lock(folder: Path) -> None:
    """The number in a free lock may be anybody's by now: it is left alone."""
    innocent = subprocess.Popen(["sleep", "60"], start_new_session=True)
    try:
        (folder / "web.lock").write_text(str(innocent.pid))
        web.end_left_over(folder / "web.lock")
        time.sleep(0.1)
        assert innocent.poll() is None
    finally:
        innocent.kill()
        innocent.wait()
