"""Moves a cluster to this major version with pg_upgrade, keeping the former one until somebody deletes it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from simpul.platform.embedded.binaries import MAJOR
from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.embedded.locks import exclusive
from simpul.platform.embedded.server import SUPERUSER, Cluster


def upgrade(cluster: Cluster, old_bin: Path, *, force: bool = False) -> Path:
    """Carry the data over; `old_bin` holds the programs of the version that made it. Returns where the former data is.

    `force` also runs it within one major version, which changes nothing but proves the way.

    Raises: EmbeddedError; the former data is then as it was.
    """
    found = (cluster.data / "PG_VERSION").read_text().strip() if cluster.exists else ""
    if not found:
        raise EmbeddedError(f"There is no database in {cluster.directory}.")
    if found == str(MAJOR) and not force:
        raise EmbeddedError(f"The database in {cluster.directory} is of PostgreSQL {MAJOR} already.")
    if not cluster.account.can_execute(old_bin / "postgres"):
        raise EmbeddedError(f"{old_bin} holds no PostgreSQL that the user {cluster.account.name} can run.")
    former = cluster.home / f"data.{found}"
    with exclusive(cluster.home / "start.lock", timeout=60):
        if cluster.pid():
            raise EmbeddedError("The database is running. Stop Simpul first.")
        if former.exists():
            raise EmbeddedError(f"{former} is left from an earlier upgrade. Move it away first.")
        draft = cluster.initialise("data.new")
        _carry_over(cluster, old_bin, draft)
        cluster.data.rename(former)
        draft.rename(cluster.home / "data")
    return former


def _carry_over(cluster: Cluster, old_bin: Path, draft: Path) -> None:
    # pg_upgrade starts both servers on a socket here; the path must be short and the user's own.
    work = Path(tempfile.mkdtemp(prefix="simpul-upgrade-", dir="/tmp"))
    try:
        cluster.account.give(work)
        command = [str(cluster.bin / "pg_upgrade"), "-b", str(old_bin), "-B", str(cluster.bin), "-d", str(cluster.data), "-D", str(draft)]
        command += ["-U", SUPERUSER, "-s", str(work), "--copy"]
        complaint = cluster.run(command, environment={"PGPASSWORD": cluster.password}, directory=work)
        if complaint:
            raise EmbeddedError(f"pg_upgrade refused: {complaint}")
    finally:
        shutil.rmtree(work, ignore_errors=True)
