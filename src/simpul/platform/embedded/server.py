"""One database cluster in one directory: made, started, found running, recovered and stopped.

The directory holds `data` (PGDATA), `run` (socket), `log` and `server.json` (the port, kept between starts).
When we are root and the directory lies under a closed home, the files live under /var/lib/simpul instead and
the directory is a link to them: parents are never opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import socket
import tempfile
import time
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from psycopg import pq

from simpul.platform.embedded import binaries, machine, processes
from simpul.platform.embedded.account import Account, account
from simpul.platform.embedded.errors import EmbeddedError, OtherMajorVersion
from simpul.platform.embedded.locks import exclusive

SHELF = Path("/var/lib/simpul")
SUPERUSER = "postgres"
LOOPBACK = "127.0.0.1"
_REMOVED = "data.removed"
_START_SECONDS = 120
_RECOVERY_SECONDS = 1800
_HBA = """\
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
"""


class Cluster:
    """A PostgreSQL cluster; `password` is its superuser's, set when the cluster is made."""

    def __init__(
        self,
        directory: Path,
        *,
        password: str,
        durable: bool = True,
        shelf: Path = SHELF,
    ) -> None:
        self.directory = directory.absolute()
        self.password = password
        self.durable = durable
        self.shelf = shelf

    # Places

    @cached_property
    def account(self) -> Account:
        """Who the server runs as: the owner of an existing cluster, else the service user or ourselves."""
        data = self.directory / "data"
        return account(data.stat().st_uid if data.exists() else None)

    @cached_property
    def home(self) -> Path:
        """Where the files really are.

        Raises: EmbeddedError when the server's user cannot walk there.
        """
        if not self.directory.exists() and not self.directory.is_symlink():
            self.directory.parent.mkdir(parents=True, exist_ok=True)
            if self.account.can_execute(self.directory.parent):
                self.directory.mkdir(mode=0o700, exist_ok=True)  # another process may start the same directory
            else:
                name = f"{self.directory.parent.name}-{hashlib.sha256(str(self.directory).encode()).hexdigest()[:10]}"
                self.shelf.mkdir(parents=True, exist_ok=True, mode=0o755)
                place = self.shelf / name
                place.mkdir(mode=0o700, exist_ok=True)
                self.directory.symlink_to(place)
        home = self.directory.resolve()
        if not home.is_dir():
            raise EmbeddedError(f"{self.directory} points to {home}, which is not there. Restore it, or start afresh with --reset.")
        if home.stat().st_uid != self.account.uid:
            self.account.give(home)
        if not self.account.can_execute(home):
            raise EmbeddedError(
                f"The user {self.account.name}, who runs PostgreSQL, cannot walk to {home}. "
                "Open its parent directories to that user, or choose another --data DIR."
            )
        return home

    @property
    def data(self) -> Path:
        return self.home / "data"

    @cached_property
    def bin(self) -> Path:
        return binaries.reachable(self.account, self.shelf) / "bin"

    @property
    def relocated(self) -> bool:
        """Whether the files live outside the directory because it is closed to the server's user."""
        return self.directory.is_symlink()

    @property
    def exists(self) -> bool:
        return (self.directory / "data" / "PG_VERSION").exists()

    def url(
        self,
        role: str = SUPERUSER,
        password: str | None = None,
        database: str = "postgres",
    ) -> str:
        """The address of a database on this server for a role, over loopback."""
        secret = quote(self.password if password is None else password, safe="")
        return f"postgresql://{role}:{secret}@{LOOPBACK}:{self.port}/{database}"

    # State

    @property
    def port(self) -> int:
        """The port that the server has, or had last; 0 before its first start."""
        try:
            return int(json.loads((self.home / "server.json").read_text())["port"])
        except (OSError, ValueError, KeyError):
            return 0

    def pid(self) -> int | None:
        """The running postmaster, whoever started it."""
        lines = self._pid_file()
        pid = int(lines[0]) if lines and lines[0].isdigit() else 0
        return pid if pid and processes.works_in(pid, self.data) else None

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _answers(self) -> bool:
        conninfo = f"host={LOOPBACK} port={self.port} user={SUPERUSER} dbname=postgres connect_timeout=3"
        return pq.PGconn.ping(conninfo.encode()) == pq.Ping.OK

    # Life

    def start(self) -> bool:
        """Bring the server up, or find it up; True when this call started it.

        Raises: EmbeddedError, OtherMajorVersion.
        """
        with exclusive(self.home / "start.lock", timeout=_START_SECONDS + 60):
            if self._found_running():
                return False
            self._recover()
            self._create()
            self._check_version()
            for attempt in (1, 2, 3):
                self._configure(self._choose_port(attempt))
                if self._launch():
                    return True
            raise EmbeddedError(f"PostgreSQL does not start in {self.home}: {self._last_words()}")

    def stop(self) -> None:
        """Bring the server down: politely, then at once, then by force; recovery is safe after each."""
        with exclusive(self.home / "start.lock", timeout=_START_SECONDS + 60):
            for mode, seconds in (("fast", 60), ("immediate", 20)):
                if not self.pid():
                    return
                self._pg_ctl("stop", "-m", mode, "-w", "-t", str(seconds))
            if pid := self.pid():
                os.kill(pid, signal.SIGKILL)
            processes.clear(self.data, patience=1)

    def destroy(self) -> None:
        """Stop the server and delete every file of the cluster."""
        if not self.directory.exists() and not self.directory.is_symlink():
            return
        if self.directory.exists():
            self.stop()
            # One step decides: from here on there is no database, however far the deleting gets.
            if self.data.exists():
                shutil.rmtree(self.home / _REMOVED, ignore_errors=True)
                self.data.rename(self.home / _REMOVED)
            shutil.rmtree(self.home)
        if self.directory.is_symlink():
            self.directory.unlink()
        self.__dict__.pop("home", None)

    # Steps

    def _recover(self) -> None:
        """Remove what a killed server left: orphaned processes, then lock files that name a dead or foreign one.

        PostgreSQL would refuse when that number is alive again, or a zombie that nobody collects.
        """
        if (self.data / "postmaster.pid").exists():
            processes.clear(self.data, patience=5)
            for left in [self.data / "postmaster.pid", *(self.home / "run").glob(".s.PGSQL.*")]:
                left.unlink(missing_ok=True)

    def _create(self) -> None:
        for name in ("run", "log"):
            (self.home / name).mkdir(mode=0o700, exist_ok=True)
            self.account.give(self.home / name)
        shutil.rmtree(self.home / _REMOVED, ignore_errors=True)
        if not (self.data / "PG_VERSION").exists():
            if self.data.exists() and any(self.data.iterdir()):
                raise EmbeddedError(f"The database in {self.home} is incomplete: PG_VERSION is missing. Restore a backup, or start afresh with --reset.")
            # A directory that carries its final name is complete, whatever interrupted its making.
            self.initialise("data.new").rename(self.data)

    def initialise(self, name: str) -> Path:
        """A new, empty PGDATA under this name in the home, in place of whatever was there."""
        draft = self.home / name
        shutil.rmtree(draft, ignore_errors=True)
        secret = self.home / "run" / "first-password"
        secret.unlink(missing_ok=True)
        secret.touch(mode=0o600)
        secret.write_text(self.password + "\n")
        self.account.give(secret)
        command = [str(self.bin / "initdb"), "-D", str(draft), "-U", SUPERUSER, f"--pwfile={secret}", "--auth=scram-sha-256"]
        command += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        try:
            complaint = self.run(command if self.durable else [*command, "--no-sync"])
        finally:
            secret.unlink(missing_ok=True)
        if complaint:
            raise EmbeddedError(f"PostgreSQL cannot create a database in {self.home}: {complaint}")
        return draft

    def _check_version(self) -> None:
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != str(binaries.MAJOR):
            raise OtherMajorVersion(
                f"The database in {self.home} was made by PostgreSQL {found}; this Simpul runs PostgreSQL {binaries.MAJOR}. "
                "Nothing was changed. Run: simpul db_upgrade --old-bin DIR (see docs/operations.md, Upgrading PostgreSQL)."
            )

    def _choose_port(self, attempt: int) -> int:
        """The port of the last start if it is free, else any free one."""
        for port in (self.port if attempt == 1 else 0, 0):
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((LOOPBACK, port))
                except OSError:
                    continue
                return int(probe.getsockname()[1])
        raise EmbeddedError("No free loopback port was found for PostgreSQL.")

    def _configure(self, port: int) -> None:
        values = machine.settings(self.home, durable=self.durable)
        # A socket's path may have at most 107 bytes; the deepest directories go without one.
        sockets = str(self.home / "run")
        values |= {
            "listen_addresses": f"'{LOOPBACK}'",
            "port": str(port),
            "unix_socket_directories": f"'{sockets if len(sockets) < 85 else ''}'",
        }
        self._write(
            self.data / "postgresql.conf",
            "".join(f"{name} = {value}\n" for name, value in sorted(values.items())),
        )
        self._write(self.data / "pg_hba.conf", _HBA)
        self._write(self.home / "server.json", json.dumps({"port": port}) + "\n")

    def _write(self, path: Path, text: str) -> None:
        draft = path.with_name(f".{path.name}.new")
        draft.write_text(text)
        draft.chmod(0o600)
        self.account.give(draft)
        draft.rename(path)

    def _launch(self) -> bool:
        """Start; a recovery longer than pg_ctl's patience is waited for while the server lives."""
        log = self.home / "log" / "start.log"
        log.unlink(missing_ok=True)
        if self._pg_ctl("start", "-w", "-t", str(_START_SECONDS), "-l", str(log)) == "":
            return True
        if self._found_running():
            return True
        if "could not bind" in self._last_words():
            return False
        raise EmbeddedError(f"PostgreSQL does not start in {self.home}: {self._last_words()}")

    def _found_running(self) -> bool:
        """Wait until the server answers or its process is gone: a recovering one takes time, a killed one a moment to die.

        Raises: EmbeddedError when it does neither.
        """
        deadline = time.monotonic() + _RECOVERY_SECONDS
        while self.pid():
            if self._answers():
                return True
            if time.monotonic() > deadline:
                raise EmbeddedError(f"PostgreSQL has been recovering in {self.home} for {_RECOVERY_SECONDS} s; it goes on. Try again later.")
            time.sleep(0.05)
        return False

    def _last_words(self) -> str:
        logs = sorted((self.home / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)
        lines = [line for path in logs for line in path.read_text(errors="replace").splitlines()[-8:] if line.strip()]
        return " | ".join(lines[-8:]) or "no log was written"

    def _pg_ctl(self, *arguments: str) -> str:
        return self.run([str(self.bin / "pg_ctl"), "-D", str(self.data), *arguments])

    def run(self, command: list[str], **options: Any) -> str:
        """A program's complaint, or nothing. Output goes to a file: a server holding a pipe open would hang us."""
        with tempfile.TemporaryFile("w+") as output:
            done = self.account.run(command, stdout=output, stderr=output, **options)
            output.seek(0)
            text = output.read().strip()
        return "" if done.returncode == 0 else (text[-1500:] or f"exit code {done.returncode}")
