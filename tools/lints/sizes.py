"""A file over 400 lines becomes a package, one file per use case."""

from __future__ import annotations

from tools.repository import Finding, relative, tracked_files

LIMIT = 400
_JUDGED = {".py", ".sql", ".ts", ".tsx", ".mjs", ".css", ".sh"}
_GENERATED = (".gen.ts",)


def findings() -> list[Finding]:
    """Every file of ours that has grown over the limit."""
    found = []
    for path in tracked_files("src", "tests", "tools", "bench", "web", "simpul", ".ci"):
        if path.suffix in _JUDGED and not path.name.endswith(_GENERATED):
            lines = path.read_bytes().count(b"\n")
            if lines > LIMIT:
                found.append(Finding(relative(path), LIMIT, f"{lines} lines, at most {LIMIT}: split it by use case"))
    return found
