"""The server that tests share: one per checkout, started once, stopped when the last test process ends."""

from __future__ import annotations

import atexit
import os
import secrets
from pathlib import Path

from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.embedded.locks import FileLock, exclusive
from simpul.platform.embedded.server import Cluster

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_held: dict[Path, FileLock] = {}


def checkout() -> Path:
    """The directory that holds src/simpul, or the working directory for an installed package."""
    root = Path(__file__).resolve().parents[4]
    return root if (root / "pyproject.toml").exists() else Path.cwd()


def default_directory() -> Path:
    """SIMPUL_TEST_PG, or .simpul/test-pg in the checkout."""
    return Path(os.environ.get("SIMPUL_TEST_PG") or checkout() / ".simpul" / "test-pg")


def _secret(directory: Path) -> str:
    path = directory / "password"
    try:
        if password := path.read_text().strip():
            return password
    except FileNotFoundError:
        pass
    password = secrets.token_urlsafe(24)
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(password)
    draft.rename(path)
    return password


def _forget_after_power_cut(directory: Path, cluster: Cluster) -> None:
    """Without fsync a cluster is only good within one boot of the machine, unless it was stopped cleanly."""
    mark, boot = (
        directory / "boot",
        _BOOT_ID.read_text().strip() if _BOOT_ID.exists() else "unknown",
    )
    if mark.exists() and mark.read_text() != boot and not cluster.pid() and (cluster.data / "postmaster.pid").exists():
        cluster.destroy()
    mark.write_text(boot)


def test_server(directory: Path | None = None) -> str:  # noqa: PT028 - not a test
    """The superuser's address of the test server, which stays up as long as any process that called this lives."""
    place = directory or default_directory()
    place.mkdir(parents=True, exist_ok=True)
    with exclusive(place / "guard.lock", timeout=300):
        cluster = Cluster(place / "postgres", password=_secret(place), durable=False)
        if place not in _held:
            users = FileLock(place / "users.lock")
            if not users.take(shared=True):
                raise EmbeddedError(f"The test server's lock {place / 'users.lock'} is held exclusively.")
            _held[place] = users
            atexit.register(release, place, os.getpid())
        _forget_after_power_cut(place, cluster)
        try:
            cluster.start()
        except EmbeddedError:
            # Tests own nothing here worth keeping: a broken cluster is made anew.
            cluster.destroy()
            cluster.start()
        return cluster.url()


test_server.__test__ = False  # type: ignore[attr-defined]


def release(directory: Path | None = None, owner: int | None = None) -> bool:
    """Let the test server go; the last process to do so stops it. True when it was stopped."""
    place = directory or default_directory()
    if owner not in (None, os.getpid()):
        return False
    with exclusive(place / "guard.lock", timeout=300):
        users = _held.pop(place, None) or FileLock(place / "users.lock")
        try:
            if not users.take():
                return False
            Cluster(place / "postgres", password=_secret(place), durable=False).stop()
            return True
        finally:
            users.close()
