"""One run of the demonstration: what is prepared, what is started, and how it ends."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import uuid
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg

from simpul.config import frontend_build, safety, web
from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap import marks
from simpul.config.bootstrap.database import LOGIN_ROLES, bootstrap
from simpul.config.cli import Refusal
from simpul.config.cli.installation import DATABASE, Installation, cluster_of
from simpul.config.demo_sandbox import ACCOUNTS_FILE, SANDBOX_PORTS, DemoSandbox
from simpul.config.demonstration.tour import story_lines
from simpul.config.ports import port_held, port_is_free
from simpul.config.progress import Progress
from simpul.config.supervisor import RUN_TOKEN, Child, Supervisor, sweep
from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.embedded.locks import FileLock, claim
from simpul.platform.embedded.server import Cluster
from simpul.platform.embedded.testing import checkout

_OURS = ("keys", "checkpoints", "uploads", "logs", "run.json", "demo-logins.json", SANDBOX_PORTS, ACCOUNTS_FILE)
_READY_SECONDS = 90
_PORT_SECONDS = 3.0
_LOG_BYTES = 5_000_000


class DemoRun:
    """A data directory and everything that runs on it; one process at a time may hold it."""

    def __init__(self, directory: Path, port: int, *, browser: bool) -> None:
        self.directory = directory
        self.port = port
        self.browser = browser
        self.host = os.environ.get("SIMPUL_HOST") or "127.0.0.1"
        self.given_url = os.environ.get("DATABASE_URL", "")
        self.progress = Progress(sys.stderr)
        self.front_end = frontend_build.Built(changed=False)
        self._lock: FileLock | None = None

    # The directory

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """Hold the directory for this process, and end what a killed run left running."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self._lock = claim(self.directory / "demo.lock", self.directory)
        except PermissionError as error:
            raise Refusal(f"{error.filename} cannot be written. Choose another --data DIR, or run as its owner.") from None
        try:
            self._end_earlier_run()
            yield
        finally:
            self._lock.close()

    def exists(self) -> bool:
        return any(os.path.lexists(self.directory / name) for name in (*_OURS, "postgres"))

    def reset(self) -> None:
        """Delete the database and everything else that we keep in the directory, and nothing else."""
        if self.given_url:
            raise Refusal("--reset deletes embedded databases only. Drop the given database yourself, or unset DATABASE_URL.")
        Cluster(self.directory / "postgres", password="").destroy()
        for name in _OURS:
            path = self.directory / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def _end_earlier_run(self) -> None:
        path = self.directory / "run.json"
        try:
            token = str(json.loads(path.read_text())["token"])
        except (OSError, ValueError, KeyError):
            return
        if ended := sweep(token):
            self.progress.line(f"Ended {ended} processes that an interrupted run had left.")

    @cached_property
    def installation(self) -> Installation:
        """The keys, and the database, made or found."""
        file = key_files.key_file(self.directory)
        embedded = Cluster(self.directory / "postgres", password="").exists
        keys = key_files.ensure(file, data_exists=embedded, demonstration=True)
        if self.given_url:
            return Installation(self.directory, keys, self.given_url, None)
        cluster = cluster_of(self.directory, keys)
        if not cluster.exists:
            self.progress("creating the database")
        cluster.start()
        if cluster.relocated:
            self.progress.line(f"The database files are in {cluster.home}: {self.directory} is closed to the user {cluster.account.name}, who runs PostgreSQL.")
        return Installation(self.directory, keys, cluster.url(), cluster)

    # The run

    def run(self) -> int:
        """Prepare what is missing, then serve until told to stop. The database is stopped last, cleanly."""
        self._check_port()
        self.sandbox = DemoSandbox(self.directory, self.port)
        self.token = uuid.uuid4().hex
        key_files.write_secret(self.directory / "run.json", json.dumps({"token": self.token, "pid": os.getpid()}) + "\n")
        os.environ[RUN_TOKEN] = self.token
        supervisor = Supervisor([], watch=self._mend_database, watched=self._postmaster, say=self.progress.line)
        supervisor.install_signals()
        try:
            self._prepare(supervisor)
            if supervisor.stopping:
                return 0
            self._web = Child("web server", web.command(self._environment("web")), self._environment("web"), log=self._log("web"))
            supervisor.children = [
                self._web,
                Child("worker", [sys.executable, "-m", "simpul.config.worker"], self._environment("worker"), log=self._log("worker")),
                Child("sealer", [sys.executable, "-m", "simpul.config.sealer"], self._environment("sealer"), log=self._log("sealer")),
                self.sandbox.as_child(self.url, self.token, self._log("sandbox")),
            ]
            with port_held(self.host, self.port, "./simpul demo"):
                return supervisor.run(ready=lambda: self._announce(supervisor))
        finally:
            cluster = self.__dict__.get("installation") and self.installation.cluster
            # A front-end build that was under way may be left.
            sweep(self.token)
            if cluster:
                cluster.stop()
            if supervisor.children:
                self.progress.line("Simpul has stopped.")

    def _check_port(self) -> None:
        # What an interrupted run left was just killed; the system frees its port a moment later.
        deadline = time.monotonic() + _PORT_SECONDS
        while not port_is_free(self.host, self.port, "./simpul demo"):
            if time.monotonic() > deadline:
                raise Refusal(f"Port {self.port} is in use by another program. Choose another: ./simpul demo --port {self.port + 1}")
            time.sleep(0.1)

    def _environment(self, process: str) -> dict[str, str]:
        defaults = {"SIMPUL_HOST": "127.0.0.1", "SIMPUL_PUBLIC_URL": f"http://127.0.0.1:{self.port}"}
        return {**defaults, **os.environ, **self.installation.environment(process), "SIMPUL_PORT": str(self.port), RUN_TOKEN: self.token}

    def _load_environment(self) -> dict[str, str]:
        return {**self._environment("worker"), "SIMPUL_OWNER_URL": self.installation.url("migrate")}

    def _prepare(self, supervisor: Supervisor) -> None:
        sources = checkout() / "web"
        builder = threading.Thread(target=self._build_front_end, args=(sources,), daemon=True)
        # Whoever names a built front end does not want another one built.
        building = not os.environ.get("SIMPUL_WEB_DIST") and (sources / "package.json").exists() and not frontend_build.is_current(sources)
        if building:
            builder.start()
        safety.check_settings(self._environment("web"))
        self._prepare_database(supervisor)
        while building and builder.is_alive() and not supervisor.stopping:
            builder.join(0.2)
        if self.front_end.problem:
            self.progress.line(f"The interface is not available: {self.front_end.problem}")

    def _build_front_end(self, sources: Path) -> None:
        self.front_end = frontend_build.build(sources, self.directory / "logs" / "front-end.log", self.progress.line)

    def _prepare_database(self, supervisor: Supervisor) -> None:
        installation = self.installation
        found, current = self._marks()
        if not current:
            self.progress.line("database: roles, schemas and tables")
            passwords = {role: installation.keys["database"][role] for role in LOGIN_ROLES}
            bootstrap(installation.admin_url, DATABASE, passwords=passwords)
            self._step(supervisor, "migrate", self._environment("migrate"))
        logins = self.directory / "demo-logins.json"
        if not supervisor.stopping and (marks.DEMONSTRATION not in found or not logins.exists()):
            self._step(supervisor, "load", self._load_environment())
        if not supervisor.stopping and not self.sandbox.is_known():
            self._step(supervisor, "providers", self._load_environment(), self.sandbox.inbox_address, str(self.sandbox.smtp_port))
            self.sandbox.note_known()
        if not supervisor.stopping:
            self._write_address(logins)

    def _marks(self) -> tuple[dict[str, str], bool]:
        """What the database remembers, and whether it is ready for this release on this server."""
        try:
            with psycopg.connect(self.installation.url("migrate"), options="-c role=simpul_owner", connect_timeout=10) as connection:
                return marks.read(connection), marks.current(connection)
        except psycopg.OperationalError:
            return {}, False

    def _step(self, supervisor: Supervisor, name: str, environment: dict[str, str], *words: str) -> None:
        """One preparation in a process of its own, so that the supervisor stays small."""
        command = [sys.executable, "-m", "simpul.config.demo_steps", name, *words]
        step = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
        while step.poll() is None:
            if supervisor.stopping:
                step.terminate()
            time.sleep(0.05)
        if step.returncode and not supervisor.stopping:
            raise Refusal(f"Preparing the demonstration failed (step {name}, above). Start again to go on, or add --reset to begin afresh.")

    def _write_address(self, logins: Path) -> None:
        document: dict[str, Any] = json.loads(logins.read_text())
        if document.get("url") != self.url:
            key_files.write_secret(logins, json.dumps({**document, "url": self.url}, indent=2, ensure_ascii=False) + "\n")

    def _log(self, name: str) -> Path:
        path = self.directory / "logs" / f"{name}.log"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".log.1"))
        return path

    # While it runs

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def _postmaster(self) -> int | None:
        cluster = self.installation.cluster
        return cluster.pid() if cluster else None

    def _mend_database(self) -> None:
        cluster = self.installation.cluster
        if cluster and not cluster.pid():
            self.progress.line("PostgreSQL ended; starting it again.")
            try:
                cluster.start()
            except EmbeddedError as error:
                self.progress.line(f"{error} Trying again.")
                time.sleep(1)
                return
            # Fresh web processes: the pools of the present ones hold connections that are dead.
            self._web.signal(signal.SIGHUP)

    def _announce(self, supervisor: Supervisor) -> None:
        """Wait until the server answers, then say where it is and who can sign in."""
        deadline = time.monotonic() + _READY_SECONDS
        while not self._answers():
            supervisor.tend()
            if supervisor.stopping:
                return
            if time.monotonic() > deadline:
                raise Refusal(f"The web server does not answer on {self.url} after {_READY_SECONDS} s. Its log: {self._log('web')}")
        document = json.loads((self.directory / "demo-logins.json").read_text())
        self._print_table(document["logins"])
        if self.browser and sys.stderr.isatty() and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform == "darwin"):
            threading.Thread(target=webbrowser.open, args=(self.url,), daemon=True).start()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=2)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            time.sleep(0.1)
            return False
        finally:
            connection.close()

    def _print_table(self, logins: list[dict[str, Any]]) -> None:
        rows = [(each["role"], each["username"], each["password"], ", ".join(each["branches"]) or "-") for each in logins]
        heads = ("Role", "User name", "Password", "Branches")
        widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(3)]
        lines = ["  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3])) for row in (heads, *rows)]
        listing = "\n  ".join(lines)
        print(
            f"\nSimpul runs at {self.url}\nIts messages end at {self.sandbox.inbox_address} (simulated providers)\n\n  {listing}\n\nThree customers to begin with\n\n  {story_lines()}\n\nAlso in {self.directory / 'demo-logins.json'}. Stop with Ctrl-C.",
            flush=True,
        )
