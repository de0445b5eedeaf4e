"""Files that are generated and committed: written on request, and compared in every check."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable
from pathlib import Path

from tools.repository import relative

Render = Callable[[], dict[Path, str]]


def stale(render: Render) -> list[tuple[Path, str]]:
    """The files that are not what would be generated now, each with the first difference."""
    found = []
    for path, wanted in render().items():
        current = path.read_text() if path.exists() else ""
        if current != wanted:
            lines = difflib.unified_diff(current.splitlines(), wanted.splitlines(), "committed", "generated", lineterm="", n=0)
            found.append((path, "\n".join(list(lines)[:12])))
    return found


def write(render: Render) -> list[Path]:
    """Bring the files up to date and name those that changed."""
    outdated = [path for path, _ in stale(render)]
    for path, wanted in render().items():
        if path in outdated:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted)
    return outdated


def run(render: Render, *, gate: str) -> None:
    """The command line that every generator has; ends the process with the gate's exit code."""
    parser = argparse.ArgumentParser(description=f"{gate}: compare with what is committed, or write it anew.")
    parser.add_argument("--check", action="store_true", help="compare only (the default)")
    parser.add_argument("--write", action="store_true", help="bring the committed files up to date")
    if parser.parse_args().write:
        for path in write(render):
            print(f"wrote {relative(path)}")
        sys.exit(0)
    outdated = stale(render)
    for path, difference in outdated:
        print(f"{relative(path)} is out of date: run `make generate` and commit it\n{difference}", file=sys.stderr)
    print(f"{gate}: {'out of date' if outdated else 'in order'}")
    sys.exit(1 if outdated else 0)
