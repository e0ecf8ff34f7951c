"""Finds a Chromium for the browser tests; `python -m tests.chromium` installs one if there is none."""

# ruff: noqa: T201 (a command line)

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def installed() -> str | None:
    """The path of a Chromium, $CHROMIUM first, Playwright's own last."""
    for candidate in (os.environ.get("CHROMIUM"), *NAMES, *MACOS):
        if candidate and (found := shutil.which(candidate)):
            return found
    return playwrights_own()


def playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing the package chromium for the browser tests.", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        if subprocess.run(["apt-get", "update", "-qq"], **quiet).returncode == 0:
            subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], **quiet)
    if not installed():
        print("Downloading Chromium for the browser tests.", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> int:
    if not installed():
        install()
    if found := installed():
        print(f"Browser tests use {found}.")
        return 0
    print(
        "The browser tests need Chromium: install the package chromium (or Google Chrome),"
        " or set CHROMIUM to the path of one.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
