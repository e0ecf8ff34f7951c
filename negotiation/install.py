"""Makes .venv and installs a list of hashed requirements into it, once. Any Python 3.11+ can run it."""

# ruff: noqa: S603 (every command here is ours)

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "unfinished"


def installed(requirements: Path) -> bool:
    """A copy of the list is kept when all of it is in place."""
    stamp = VENV / requirements.name
    return stamp.exists() and stamp.read_bytes() == requirements.read_bytes() and works("")


def works(statement: str) -> bool:
    try:
        return subprocess.run([PYTHON, "-c", statement], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """A folder that a killed install left half full is thrown away: its packages cannot be trusted."""
    if UNFINISHED.exists() or not works("import pip"):
        shutil.rmtree(VENV, ignore_errors=True)
        if not importlib.util.find_spec("ensurepip"):
            sys.exit("This Python cannot make a virtual environment: install the package python3-venv.")
        VENV.mkdir()
        UNFINISHED.touch()
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def install(requirements: Path) -> None:
    make_venv()
    UNFINISHED.touch()
    sys.stdout.write(f"Installing {requirements.name}. This takes a minute and happens once.\n")
    sys.stdout.flush()
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-qq", "--no-input"]
    pip += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(requirements)]
    subprocess.run(pip, check=True)
    shutil.copyfile(requirements, VENV / requirements.name)
    UNFINISHED.unlink()


def main(name: str) -> None:
    requirements = CHECKOUT / name
    try:
        if not installed(requirements):
            install(requirements)
    except subprocess.CalledProcessError:
        sys.exit(f"{name} could not be installed: see above, then run the same command again.")
    except OSError as error:
        sys.exit(f"{VENV} cannot be made: {error.strerror}.")


if __name__ == "__main__":
    main(sys.argv[1])
