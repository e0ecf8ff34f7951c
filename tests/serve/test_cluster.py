"""The embedded PostgreSQL: started and stopped for real."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from negotiation import postgres
from negotiation.cluster import CHECKOUT, ClusterError, cluster, only_starter, socket_folder, url_of

HOLD = """
import sys
from negotiation.cluster import *
with {} as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def ask(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        return connection.execute(question).fetchone()[0]


@contextmanager
def another_process(holding: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", HOLD.format(holding)], cwd=CHECKOUT, **pipes) as process:
        yield process, process.stdout.readline().strip()


def until(done: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        time.sleep(0.02)
    return done()


def data_of(folder: Path) -> Path:
    return next(folder.glob("postgres-[0-9]*"))


def test_answers_while_held_and_is_gone_after(made: Path) -> None:
    with cluster(made) as url:
        server = postgres.recorded_process(data_of(made))
        assert postgres.serves(server, data_of(made))
        assert ask(url, "SELECT 6 * 7") == 42
    assert not postgres.serves(server, data_of(made))
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_is_closed_to_others(made: Path) -> None:
    with cluster(made) as url:
        assert ask(url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
        assert ask(url, "SHOW listen_addresses") == ""
        assert stat.S_IMODE(socket_folder(made).stat().st_mode) == 0o700
        assert stat.S_IMODE((made / "password").stat().st_mode) == 0o600
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url.replace((made / "password").read_text(), "guess"))


def test_keeps_what_it_says_it_saved(made: Path) -> None:
    with cluster(made) as url:
        asked = {name: ask(url, f"SHOW {name}") for name in ("fsync", "full_page_writes", "data_checksums")}
        assert set(asked.values()) == {"on"}
        assert ask(url, "SELECT datlocale FROM pg_database WHERE datname = 'groundwork'") == "C.UTF-8"
        assert ask(url, "SHOW log_min_error_statement") == "panic"


def test_second_one_attaches_and_leaves_it_running(made: Path) -> None:
    with cluster(made) as url:
        with cluster(made) as same:
            assert same == url
        assert ask(url, "SELECT 1") == 1


def test_only_one_starter(made: Path) -> None:
    with only_starter(made), pytest.raises(ClusterError, match=f"already running .*process {os.getpid()}"):
        only_starter(made).__enter__()


def test_half_made_folder_is_removed(made: Path) -> None:
    half = made / ".new-killed" / "data"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    with cluster(made) as url:
        assert not half.parent.exists()
        assert ask(url, "SELECT 1") == 1


def test_stale_process_number_hurts_nobody(made: Path) -> None:
    innocent = subprocess.Popen(["sleep", "60"], cwd="/", **postgres.unprivileged())
    try:
        (data_of(made) / "postmaster.pid").write_text(f"{innocent.pid}\n{data_of(made)}\n1\n5432\n/tmp\n\n0 0\nready\n")
        postgres.give(data_of(made) / "postmaster.pid")
        with cluster(made) as url:
            assert ask(url, "SELECT 1") == 1
        assert innocent.poll() is None
    finally:
        innocent.kill()
        innocent.wait()


def test_one_left_by_a_killed_starter_is_replaced(made: Path) -> None:
    with another_process(f"cluster(Path({str(made)!r}))") as (starter, url):
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
        left = postgres.recorded_process(data_of(made))
        starter.kill()
    assert postgres.serves(left, data_of(made))
    with cluster(made) as again:
        assert not postgres.serves(left, data_of(made))
        assert ask(again, "SELECT n FROM kept") == 7


def test_damaged_folder_is_one_sentence(made: Path) -> None:
    control = data_of(made) / "global" / "pg_control"
    aside = control.rename(made / "aside")
    try:
        with pytest.raises(ClusterError, match=r"does not start \(.*\): move that folder away"), cluster(made):
            pass
    finally:
        aside.rename(control)


def test_dump_holds_the_tables(made: Path) -> None:
    with cluster(made) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS acorn (name text)")
    told = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {"GROUNDWORK_DATA": str(made)}
    command = [sys.executable, "-m", "negotiation.cluster", "dump"]
    dump = subprocess.run(command, cwd=CHECKOUT, env=told, capture_output=True, text=True, check=True)
    assert "CREATE TABLE public.acorn" in dump.stdout


def test_foreign_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ClusterError, match="files that are not ours"), cluster(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_other_major_is_refused_with_two_commands(folder: Path) -> None:
    (folder / "postgres-9").mkdir()
    with pytest.raises(ClusterError, match=r"PostgreSQL 9 and this version brings \d+") as refused, cluster(folder):
        pass
    assert "cluster dump > groundwork.sql\n" in str(refused.value)
    assert str(refused.value).endswith("cluster load < groundwork.sql")
    assert url_of(folder) is None


def test_long_path_has_its_socket_elsewhere(tmp_path: Path) -> None:
    assert socket_folder(Path("/short")) == Path("/short/run")
    long = socket_folder(Path("/" + "x" * 100))
    assert long.parent == Path("/tmp")
    (tmp_path / "run").symlink_to(tmp_path)
    with pytest.raises(ClusterError, match="belongs to somebody else"):
        postgres.private_folder(tmp_path / "run")


def test_throwaway_goes_when_its_user_is_killed() -> None:
    with another_process("throwaway()") as (user, url):
        held = Path(psycopg.conninfo.conninfo_to_dict(url)["host"]).parent
        assert ask(url, "SHOW fsync") == "off"
        user.kill()
    assert until(lambda: not held.exists())
