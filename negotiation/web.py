"""gunicorn and its workers: one process group that can always be found again, and stopped."""

# ruff: noqa: S603 (every command here is ours)

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from negotiation.cluster import CHECKOUT, ClusterError, take

THREADS = 4
COMMAND = [
    *(sys.executable, "-m", "gunicorn", "negotiation.wsgi:application"),
    *("--worker-class", "gthread", "--workers", "2", "--threads", str(THREADS)),
    *("--graceful-timeout", "10", "--max-requests", "2000", "--max-requests-jitter", "200"),
    *("--no-control-socket", "--log-level", "warning"),
]


def end_left_over(lock_file: Path) -> None:
    """Kill what is left of a group whose parent was killed."""
    for _ in range(100):
        lock = take(lock_file)
        if lock is not None:
            return os.close(lock)
        with suppress(ValueError, OSError):
            os.killpg(int(lock_file.read_text()), signal.SIGKILL)
        time.sleep(0.05)
    raise ClusterError(f"A web server of an earlier start cannot be stopped: see who holds {lock_file}.")


class Web:
    """All of gunicorn inherits one locked file with the number of its process group: while the lock is held,
    one of the group lives, and the number cannot be anybody else's."""

    def __init__(self, lock_file: Path, listener: socket.socket, told: dict[str, str]) -> None:
        self.lock_file, self.listener, self.told = lock_file, listener, told
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        end_left_over(self.lock_file)
        lock = take(self.lock_file)
        if lock is None:
            raise ClusterError(f"Another web server has just taken {self.lock_file}.")
        os.ftruncate(lock, 0)
        self.process = subprocess.Popen(
            [*COMMAND, "--bind", f"fd://{self.listener.fileno()}"],
            stdin=subprocess.DEVNULL,
            env=self.told,
            cwd=CHECKOUT,
            start_new_session=True,
            pass_fds=(self.listener.fileno(), lock),
            # Written by the child, so that no kill of ours comes between; we have no threads here.
            preexec_fn=lambda: os.write(lock, str(os.getpid()).encode()),  # noqa: PLW1509
        )
        os.close(lock)

    def revive(self) -> None:
        """Start again if it was killed. An end of its own accord is a fault that a new start would repeat."""
        status = self.process.poll() if self.process else None
        if status is not None and status >= 0:
            raise ClusterError("The web server ended: see above.")
        if status is not None:
            self.start()

    def stop(self) -> None:
        """Let running requests end, then leave nothing."""
        if self.process:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(15)
        end_left_over(self.lock_file)
