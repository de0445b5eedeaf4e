"""Finds a Chromium for browser tests, or fetches one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell draws the same pages without a window of its own, in four fifths of the processor time.
_SHELL = "chromium-headless-shell"
_NAMES = (_SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_REMEDY = "Install one (Debian: apt-get install chromium), or set CHROMIUM to its path."


def find_chromium() -> tuple[str, str]:
    """The program's path, or nothing and what to do about it."""
    given = os.environ.get("CHROMIUM", "")
    if given:
        return (given, "") if os.access(given, os.X_OK) else ("", f"CHROMIUM={given} cannot be executed.")
    found = _installed() or _from_playwright()
    if not found and _apt_get():
        found = _installed()
    return (found, "") if found else ("", _REMEDY)


def _installed() -> str:
    return next((path for name in _NAMES if (path := shutil.which(name))), "")


def _from_playwright() -> str:
    """The browser that Playwright keeps in the user's cache, fetched if it is not there."""
    code = "from playwright.sync_api import sync_playwright\nwith sync_playwright() as p: print(p.chromium.executable_path)"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    if asked.returncode or not path:
        return ""
    if not Path(path).exists():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return path if Path(path).exists() and _runs(path) else ""


def _runs(path: str) -> bool:
    """Whether the machine has the libraries that the browser needs."""
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def _apt_get() -> bool:
    program = shutil.which("apt-get")
    if not program or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([program, "update", "-qq"], env=quiet, check=False)
    install = [program, "install", "-y", "-qq", "--no-install-recommends"]
    return any(subprocess.run([*install, name], env=quiet, check=False).returncode == 0 for name in (_SHELL, "chromium"))
