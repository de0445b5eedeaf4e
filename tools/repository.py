"""What every gate needs to know of the repository: its root, its tracked files, its settings, its Django."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "simpul"

# Enough for settings to load; nothing here connects to a database.
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "simpul.config.settings",
    "SIMPUL_TESTING": "1",
    "SIMPUL_SECRET_KEY": "gates load Django and sign nothing with this",
    "SIMPUL_PROCESS": "migrate",
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
}


@dataclass(frozen=True)
class Finding:
    """Something that a gate refuses, where it is and what to do about it."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def relative(path: Path) -> str:
    """The path as findings and documents write it."""
    return path.relative_to(ROOT).as_posix()


def tracked_files(*folders: str) -> list[Path]:
    """Files that are or would be committed, below the folders."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *folders],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in sorted(set(listed.stdout.split("\0"))) if name and (path := ROOT / name).is_file()]


@lru_cache(maxsize=1)
def configuration() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def layers() -> list[list[str]]:
    """The domains from high to low, one list for each row of the layers contract."""
    contracts = configuration()["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return [[name.strip(" ()") for name in row.split("|")] for row in rows]


def domains() -> list[str]:
    """The domains that exist, from low to high."""
    return [name for row in reversed(layers()) for name in row if (SOURCES / name).is_dir()]


def start_django() -> None:
    """Load settings and applications without a database."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    import django

    django.setup()


def report(findings: list[Finding], *, gate: str) -> int:
    """Print the findings; the exit code of the gate."""
    for finding in findings:
        print(finding, file=sys.stderr)
    print(f"{gate}: {f'{len(findings)} to put right' if findings else 'in order'}")
    return 1 if findings else 0
