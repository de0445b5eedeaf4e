"""What a document points to exists: links between files, and the files that it names as checks."""

from __future__ import annotations

import re
from pathlib import Path

from tools.repository import ROOT, Finding, relative, tracked_files

_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
_MADE = {"web/dist"}  # built on the machine, never committed
_NAMED = re.compile(r"`((?:tools|tests|docs|src|web|bench|requirements|\.ci)/[\w./-]*[\w/])`")


def findings() -> list[Finding]:
    """Every pointer in a committed document that leads nowhere."""
    return [found for path in tracked_files() if path.suffix == ".md" for found in judge(path.read_text(), path)]


def judge(text: str, path: Path) -> list[Finding]:
    """The findings in one document."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for target, base in [*((match, path.parent) for match in _LINK.findall(line)), *((match, ROOT) for match in _NAMED.findall(line))]:
            if target not in _MADE and not (base / target).exists():
                found.append(Finding(relative(path), number, f"points to {target}, which does not exist"))
    return found
