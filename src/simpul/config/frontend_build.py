"""Builds the front end when its sources changed; without npm access the rest still starts."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LEFT_OUT = {"node_modules", "dist", "dist.new", "dist.old", ".cache", "test-results", "coverage"}
_NETWORK_HINT = "Connect to the npm registry or your mirror of it (npm_config_registry), then start again."


@dataclass(frozen=True)
class Built:
    """What came of it; `problem` says in one line why there is no new front end."""

    changed: bool
    problem: str = ""


def source_hash(web: Path) -> str:
    """One value for every source file and the lock."""
    digest = hashlib.sha256()
    for folder, names, files in os.walk(web):
        names[:] = sorted(name for name in names if name not in _LEFT_OUT)
        for name in sorted(files):
            path = Path(folder, name)
            digest.update(f"{path.relative_to(web)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(web: Path) -> bool:
    """Whether dist was built from these very sources."""
    try:
        return (web / "dist" / "index.html").exists() and (web / "dist" / ".sources").read_text() == source_hash(web)
    except OSError:
        return False


def packages_are_installed(web: Path) -> bool:
    """Whether node_modules holds what the lock names, as npm itself recorded it."""
    try:
        wanted: dict[str, Any] = json.loads((web / "package-lock.json").read_text())["packages"]
        present: dict[str, Any] = json.loads((web / "node_modules" / ".package-lock.json").read_text())["packages"]
    except (OSError, ValueError, KeyError):
        return False
    return all(name == "" or entry.get("optional") or entry.get("version") == present.get(name, {}).get("version") for name, entry in wanted.items())


def tool_environment() -> dict[str, str]:
    """An environment in which node and npm are those of the virtual environment."""
    tools = str(Path(sys.executable).parent)
    defaults = {"NODE_USE_SYSTEM_CA": "1", "npm_config_fund": "false", "npm_config_audit": "false", "npm_config_update_notifier": "false"}
    return {**defaults, **os.environ, "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}", "CI": "1"}


def install(web: Path, log: Path) -> str:
    """Install the locked packages; returns the complaint, or nothing."""
    if packages_are_installed(web):
        return ""
    return _run(["npm", "ci", "--no-progress", "--prefer-offline"], web, log)


def build(web: Path, log: Path, say: Callable[[str], None]) -> Built:
    """Build dist if the sources changed; an interrupted or failed build leaves the former one in place."""
    if not (web / "package.json").exists() or is_current(web):
        return Built(changed=False)
    try:
        return _build(web, log, say)
    except OSError as error:
        return Built(False, f"The front end cannot be built in {web}: {error.strerror or error}.")


def _build(web: Path, log: Path, say: Callable[[str], None]) -> Built:
    wanted = source_hash(web)
    log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    log.unlink(missing_ok=True)
    say("front end: installing packages")
    if complaint := install(web, log):
        return Built(False, f"npm cannot install the front end's packages ({complaint}). {_NETWORK_HINT} Details: {log}")
    say("front end: building")
    draft, former, target = web / "dist.new", web / "dist.old", web / "dist"
    shutil.rmtree(draft, ignore_errors=True)
    if complaint := _run(["npm", "run", "build", "--", "--outDir", "dist.new", "--emptyOutDir"], web, log):
        return Built(False, f"The front end does not build ({complaint}). Details: {log}")
    try:
        # Not at the top: whoever builds a wheel may have no more than the front end that is built already.
        from simpul.config.compression import compress
    except ImportError:
        return Built(False, "The front end cannot be compressed: the package brotli is missing.")
    compress(draft)
    (draft / ".sources").write_text(wanted)
    shutil.rmtree(former, ignore_errors=True)
    if target.exists():
        target.rename(former)
    draft.rename(target)
    shutil.rmtree(former, ignore_errors=True)
    return Built(changed=True)


def _run(command: list[str], web: Path, log: Path) -> str:
    environment = tool_environment()
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None:
        return f"{command[0]} was not found"
    with log.open("ab") as output:
        done = subprocess.run([program, *command[1:]], cwd=web, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False)
    if done.returncode == 0:
        return ""
    lines = [line for line in log.read_text(errors="replace").splitlines() if "error" in line.lower() and not line.startswith(("> ", "npm warn"))]
    # npm's own words come last; a failing build tells the reason first.
    return (lines[0] if lines else f"exit code {done.returncode}").strip()[:160]
