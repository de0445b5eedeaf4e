"""`make check`: every gate that needs no database, what continuous integration runs before the tests.

Each gate is a command of its own, so that what fails here can be run alone. All run, as many at once as there are
processors, whatever fails before them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.repository import ENVIRONMENT, ROOT

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Gate:
    """One command and where it runs; `needs` names a folder without which it is left out, loudly."""

    name: str
    command: tuple[str, ...]
    directory: Path = ROOT
    needs: str = ""


# The longest first, so that none of them runs alone at the end.
GATES = (
    Gate("types", (str(BIN / "mypy"),)),
    Gate("web types", (str(BIN / "npm"), "run", "--silent", "types"), ROOT / "web", "web/node_modules"),
    Gate("lints", (sys.executable, "-m", "tools.lints")),
    Gate("generated", (sys.executable, "-m", "tools.generate", "--check")),
    Gate("vulnerabilities", (sys.executable, "-m", "tools.vulnerabilities")),
    Gate("web budget", (sys.executable, "-m", "tools.budget"), needs="web/node_modules"),
    Gate("migrations", (sys.executable, "-m", "tools.manage", "makemigrations", "--check", "--dry-run")),
    Gate("ruff", (str(BIN / "ruff"), "check", "--quiet", ".")),
    Gate("format", (str(BIN / "ruff"), "format", "--check", "--quiet", ".")),
    Gate("imports", (str(BIN / "lint-imports"),)),
    Gate("acceptance", (sys.executable, "-m", "tools.acceptance")),
    Gate("security", (sys.executable, "-m", "tools.security")),
    Gate("licences", (sys.executable, "-m", "tools.licences")),
    Gate("web zones", (str(BIN / "npm"), "run", "--silent", "zones"), ROOT / "web", "web/node_modules"),
)


def environment() -> dict[str, str]:
    """Settings for gates that load Django; none of them connects to a database."""
    # npm and its scripts find node beside the interpreter.
    return {**os.environ, **ENVIRONMENT, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONPATH": str(ROOT)}


def run(gate: Gate) -> bool:
    """Run one gate, print its output when it fails or has something to say, and tell whether it passed."""
    if gate.needs and not (ROOT / gate.needs).is_dir():
        print(f"SKIP {gate.name}: {gate.needs} is missing (./simpul test --prepare installs it)\n", end="", flush=True)
        return True
    started = time.monotonic()
    done = subprocess.run(gate.command, cwd=gate.directory, env=environment(), capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    told = done.stdout + done.stderr if done.returncode or "NOT " in done.stderr else ""
    # In one piece, so that gates which end together do not mix their words.
    print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {gate.name} ({seconds:.1f} s)\n{told}", end="", flush=True)
    return done.returncode == 0


def main() -> int:
    """Run the named gates, or all of them."""
    wanted = set(sys.argv[1:])
    if unknown := wanted - {gate.name for gate in GATES}:
        print(f"There is no gate {', '.join(sorted(unknown))}. The gates are: {', '.join(gate.name for gate in GATES)}.", file=sys.stderr)
        return 2
    chosen = [gate for gate in GATES if not wanted or gate.name in wanted]
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        failed = [gate.name for gate, passed in zip(chosen, pool.map(run, chosen), strict=True) if not passed]
    print(f"failed: {', '.join(failed)}" if failed else "all gates passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
