"""The embedded PostgreSQL of this checkout: where it lies, one starter at a time, and its command line."""

# ruff: noqa: S603 (every command here is ours)

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from negotiation import postgres
from negotiation.postgres import ClusterError as ClusterError

CHECKOUT = Path(__file__).resolve().parent.parent
MARKER = "this-folder-is-groundworks.txt"
SOCKET_LIMIT = 100  # bytes; systems allow 104 to 108


def data_folder() -> Path:
    """Where this checkout keeps its data. Nothing is made here."""
    if given := os.environ.get("GROUNDWORK_DATA"):
        return Path(given).expanduser().resolve()
    home = os.environ.get("XDG_DATA_HOME", "")
    base = Path(home) if home.startswith("/") else Path.home() / ".local" / "share"
    if os.geteuid() == 0:
        base = Path("/var/lib")
    return (base / "groundwork" / hashlib.sha256(os.fsencode(CHECKOUT)).hexdigest()[:12]).resolve()


def claim(folder: Path) -> Path:
    """Make the folder ours, or refuse one that is somebody else's."""
    passage = 0o711 if os.geteuid() == 0 else 0o700
    try:
        for missing in [path for path in reversed(folder.parents) if not path.exists()] + [folder]:
            missing.mkdir(mode=passage, exist_ok=True)
        if not (folder / MARKER).exists():
            if any(folder.iterdir()):
                raise ClusterError(f"{folder} has files that are not ours: set GROUNDWORK_DATA to an empty one.")
            (folder / MARKER).write_text(f"The data of Groundwork in {CHECKOUT}.\n")
        folder.chmod(passage)
    except OSError as error:
        raise ClusterError(f"The data folder {folder} cannot be used: {error.strerror}.") from None
    return folder


def take(lock: Path) -> int | None:
    """Take a lock, or None if somebody has it. The kernel frees it when its holder dies, kill -9 included."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def only_starter(folder: Path) -> Iterator[None]:
    """Be the one process that starts and stops things in this folder."""
    lock = folder / "starter.lock"
    held = take(lock)
    if held is None:
        raise ClusterError(f"Groundwork is already running from {folder} (process {lock.read_text() or 'unknown'}).")
    try:
        os.ftruncate(held, 0)
        os.write(held, str(os.getpid()).encode())
        yield
    finally:
        os.close(held)


def socket_folder(folder: Path) -> Path:
    near = folder / "run"
    if len(os.fsencode(near / ".s.PGSQL.5432")) <= SOCKET_LIMIT:
        return near
    tag = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path("/tmp") / f"groundwork-{os.geteuid()}-{tag}"  # noqa: S108 (0700 and its owner checked)


def url_of(folder: Path) -> str | None:
    """The address of the cluster in this folder, running or not; None if none was made yet."""
    with suppress(OSError):
        password = (folder / "password").read_text()
        host = quote(str(socket_folder(folder)), safe="")
        return f"postgresql://groundwork:{password}@/groundwork?host={host}&port=5432"
    return None


def attach_url() -> str | None:
    """The address of this checkout's cluster, without starting it."""
    return url_of(data_folder())


def sweep(folder: Path) -> None:
    """Remove what a killed start left half made; what it started may still be writing for a moment."""
    for left in folder.glob(".new-*"):
        for _ in range(20):
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
            if not left.exists():
                break
            time.sleep(0.1)


def refuse_other_major(folder: Path, data: Path) -> None:
    others = sorted(folder.glob("postgres-[0-9]*"))
    if data.exists() or not others:
        return
    here = f"GROUNDWORK_DATA={folder} .venv/bin/python -m negotiation.cluster"
    raise ClusterError(
        f"{folder} was made by PostgreSQL {others[-1].name[9:]} and this version brings {data.name[9:]}."
        " To upgrade, run these two commands, the first with the version of Groundwork you used before:\n"
        f"  {here} dump > groundwork.sql\n  {here} load < groundwork.sql"
    )


def stop_left_over(data: Path) -> None:
    """Stop a server whose starter was killed: nobody else would."""
    process = postgres.recorded_process(data)
    if process and postgres.serves(process, data):
        quick = (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)
        postgres.end(process, lambda: not postgres.serves(process, data), *quick)


@contextmanager
def running(folder: Path, *, durable: bool = True, upgrade: bool = False) -> Iterator[postgres.Server]:
    """Start the cluster of a folder whose only starter we are, made first if need be; stop it at the end."""
    try:
        for data in folder.glob("postgres-[0-9]*"):
            stop_left_over(data)
        sweep(folder)
        binaries = postgres.binaries(folder)
        data = folder / f"postgres-{postgres.major(binaries)}"
        if not upgrade:
            refuse_other_major(folder, data)
        if not data.exists():
            postgres.create(binaries, data, folder / "password", durable=durable)
        server = postgres.Server(binaries, data, socket_folder(folder), durable=durable)
    except OSError as error:
        raise ClusterError(f"The database in {folder} cannot be prepared: {error}.") from None
    try:
        server.start()
        yield server
    finally:
        server.stop()


@contextmanager
def cluster(folder: Path | None = None, *, durable: bool = True, upgrade: bool = False) -> Iterator[str]:
    """The address of the cluster: attached to if somebody runs it, else started here and stopped after."""
    folder = claim(folder.resolve() if folder else data_folder())
    with ExitStack() as stack:
        until = time.monotonic() + 60
        while not (url := attached(folder)):
            with suppress(ClusterError):
                stack.enter_context(only_starter(folder))
                break
            if time.monotonic() > until:
                raise ClusterError(f"Somebody holds {folder} and its database does not answer.")
            time.sleep(0.1)
        if not url:
            stack.enter_context(running(folder, durable=durable, upgrade=upgrade))
        yield url or url_of(folder) or ""


def attached(folder: Path) -> str | None:
    """The address if somebody else runs this cluster and it is ready."""
    held = take(folder / "starter.lock")
    if held is not None:
        os.close(held)
        return None
    for data in folder.glob("postgres-[0-9]*"):
        with suppress(OSError):
            if "ready" in (data / "postmaster.pid").read_text():
                return url_of(folder)
    return None


@contextmanager
def throwaway() -> Iterator[str]:
    """A cluster in a temporary folder, quick and not durable. Another process holds it and removes it when we
    are gone and its pipe is closed, kill -9 included."""
    command = [sys.executable, "-m", "negotiation.cluster", "hold"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=CHECKOUT, start_new_session=True, **pipes) as holder:
        url = holder.stdout.readline().strip() if holder.stdout else ""
        if not url:
            raise ClusterError("The throwaway database did not start.")
        yield url


def hold() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with ExitStack() as stack:
        name = tempfile.TemporaryDirectory(prefix="groundwork-", ignore_cleanup_errors=True)
        url = stack.enter_context(cluster(Path(stack.enter_context(name)), durable=False))
        print(url, flush=True)  # noqa: T201
        sys.stdin.read()


def run(command: list[str]) -> int:
    """Run a command on a throwaway cluster."""
    with throwaway() as url, subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url}) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the command itself
        return process.wait()


def tool(name: str, *arguments: str, upgrade: bool = False) -> int:
    """Run pg_dump or psql here or on DATABASE_URL; the list of processes does not show the password."""
    given = os.environ.get("DATABASE_URL")
    with ExitStack() as stack:
        url = urlsplit(given or stack.enter_context(cluster(upgrade=upgrade)))
        place = f"{url.username or ''}@{url.netloc.rpartition('@')[2]}"
        command = [str(postgres.package_folder() / "pginstall" / "bin" / name), *arguments]
        password = {"PGPASSWORD": url.password} if url.password else {}
        command += ["--dbname", urlunsplit(url._replace(netloc=place))]
        return subprocess.run(command, check=False, env=os.environ | password).returncode


def main(arguments: list[str]) -> int:
    match arguments:
        case ["hold"]:
            hold()
            return 0
        case ["run", "--", *command] if command:
            return run(command)
        case ["dump"]:
            return tool("pg_dump", "--no-owner", "--no-privileges")
        case ["load"]:
            quiet = ("--no-psqlrc", "--quiet", "--output", os.devnull, "--set", "ON_ERROR_STOP=1")
            return tool("psql", *quiet, "--single-transaction", upgrade=True)
    raise ClusterError("Say `run -- COMMAND` (on a throwaway database), `dump > FILE` or `load < FILE`.")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (ClusterError, OSError) as error:
        sys.exit(str(error))
