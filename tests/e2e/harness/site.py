"""The demonstration as a running site: loaded once for each state of the sources, cloned for each test process."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from simpul.config import web
from simpul.platform.embedded.locks import exclusive
from simpul.platform.embedded.testing import default_directory
from tests.support import database
from tools.repository import domains

# Why the demonstration's own change is asked for, which waits as long as nobody decides about it.
_DEMONSTRATION_REASON = "Menggantikan supervisor selama cuti"
_DIST = database.ROOT / "web" / "dist"
_READY_SECONDS = 60
# What the demonstration's rows depend on, beside the migrations: what loads them, and the domains that keep them.
_LOADERS = ("config/demonstration", "config/profiles", *(domain for domain in domains() if domain not in ("platform", "config")))


@dataclass(frozen=True)
class Login:
    """A person who can sign in."""

    role: str
    username: str
    password: str
    branches: tuple[str, ...]


@dataclass
class Site:
    """A server on its own database, and the way past it for what a test arranges or inspects."""

    url: str
    address: str
    logins: tuple[Login, ...]
    log: Path
    background: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @contextmanager
    def working(self) -> Iterator[None]:
        """A worker beside the web server, for what goes on in the background."""
        with self.log.with_name("worker.log").open("ab") as output:
            command = [sys.executable, "-W", "ignore", "-m", "simpul.config.worker"]
            worker = subprocess.Popen(command, env=self.background, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
        try:
            yield
        finally:
            worker.terminate()
            try:
                worker.wait(30)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()

    def login(self, role: str, at: int = 0) -> Login:
        """The first person of a role, or a later one."""
        return [each for each in self.logins if each.role == role][at]

    def rows(self, statement: str, *values: Any) -> list[dict[str, Any]]:
        """Read past every row policy."""
        with psycopg.connect(self.address, row_factory=dict_row) as connection:
            return connection.execute(statement, values).fetchall()

    def write(self, statement: str, *values: Any) -> int:
        """Write past every row policy; gives the number of rows."""
        with psycopg.connect(self.address, options="-c search_path=jobs,crm,iam,audit,public") as connection:
            return connection.execute(statement, values).rowcount

    def twin(self, role: str, username: str) -> Login:
        """A colleague of the role's first person, with the same scopes and password, for tests that use somebody up."""
        model = self.login(role)
        made = self.rows(
            """INSERT INTO iam.users SELECT (jsonb_populate_record(u, jsonb_build_object('user_id', gen_random_uuid(), 'username', %s::text, 'full_name', %s::text))).*
               FROM iam.users u WHERE username = %s RETURNING user_id""",
            username,
            username.replace(".", " ").title(),
            model.username,
        )[0]["user_id"]
        for table, key in (("user_roles", "user_role_id"), ("user_branch_scopes", "scope_id")):
            self.write(
                f"""INSERT INTO iam.{table} SELECT (jsonb_populate_record(t, jsonb_build_object('{key}', gen_random_uuid(), 'user_id', %s::uuid))).*
                    FROM iam.{table} t JOIN iam.users u USING (user_id) WHERE u.username = %s""",
                made,
                model.username,
            )
        return Login(role, username, model.password, model.branches)

    def user_id(self, login: Login) -> UUID:
        """The id behind a user name."""
        return UUID(str(self.rows("SELECT user_id FROM iam.users WHERE username = %s", login.username)[0]["user_id"]))

    def end_sessions(self, login: Login) -> None:
        """End every session of a person, as time-outs would."""
        self.cookies.pop(login.username, None)
        self.write(
            "DELETE FROM iam.django_session s USING iam.usersessions_usersession u WHERE u.session_key = s.session_key AND u.user_id = %s", self.user_id(login)
        )

    def forget_limits(self) -> None:
        """Forget what was counted, so that one test's searches and failures do not count against the next one's."""
        self.write("WITH counted AS (DELETE FROM jobs.rate_buckets) DELETE FROM iam.sign_in_failures")

    def sign_in(self, login: Login) -> list[dict[str, Any]]:
        """The session cookies of a person, signed in through the front door once, and again when that session has ended."""
        known = self.cookies.get(login.username)
        if known is None or _request(self.url, "GET", "/api/v1/me", None, _headers(known))[0] == 401:
            self.cookies[login.username] = _sign_in(self.url, login)
        return self.cookies[login.username]

    def call(self, login: Login, method: str, path: str, body: Any = None) -> Any:
        """An operation of the API as that person; gives the decoded answer.

        Raises: AssertionError for anything but success.
        """
        status, text, _ = _request(self.url, method, f"/api/v1{path}", body, _headers(self.sign_in(login)))
        assert status < 300, f"{method} {path} answered {status}: {text}"
        return json.loads(text) if text else None

    def full_name(self, login: Login) -> str:
        """What a person is called on the pages."""
        return str(self.rows("SELECT full_name FROM iam.users WHERE username = %s", login.username)[0]["full_name"])

    @property
    def second_admin(self) -> Login:
        """The administrator who decides about what the first one proposes."""
        return self.login("ADMIN", 1)

    def approve(self, answer: Any, approver: Login | None = None) -> Any:
        """Let the second administrator, or another, approve a change that waits; an answer of any other kind is given back.

        Raises: AssertionError where it could not be applied.
        """
        if not (isinstance(answer, dict) and {"kind_name", "by_codes"} <= answer.keys()):
            return answer
        done = self.call(approver or self.second_admin, "POST", f"/proposals/{answer['id']}/approve", {"version": answer["version"]})
        assert done["status"] == "APPLIED", done["note"]
        return done

    def approve_latest(self, approver: Login | None = None) -> dict[str, Any]:
        """Let the second administrator, or another, approve what was proposed last, as soon as it is there; never the demonstration's own change that waits."""
        until = time.monotonic() + 30
        while True:
            found = self.call(approver or self.second_admin, "GET", "/proposals?decidable=true&sort=-proposed_at&limit=2")["items"]
            if latest := next((each for each in found if each["reason"] != _DEMONSTRATION_REASON), None):
                return dict(self.approve(latest, approver))
            assert time.monotonic() < until, "Nothing was proposed."
            time.sleep(0.1)

    def take_result(self, proposal: Mapping[str, Any], who: Login) -> dict[str, str]:
        """What an applied change gave for whom its kind names."""
        return dict(self.call(who, "POST", f"/proposals/{proposal['id']}/result")["values"])


def known_browser(url: str) -> dict[str, str]:
    """The cookie of the one browser that every person of a demonstration signs in from, so that a further sign-in is no news."""
    return {f"simpul_browser_{urlsplit(url).port}": "b" * 43}


def csrf_token(jar: Mapping[str, str]) -> str:
    """The token among a demonstration's cookies, which carry its port in their names."""
    return next((value for name, value in jar.items() if name.startswith("csrftoken")), "")


def _headers(cookies: list[dict[str, Any]]) -> dict[str, str]:
    jar = {cookie["name"]: cookie["value"] for cookie in cookies}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items()), "X-CSRFToken": csrf_token(jar)}


def _request(url: str, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, str, list[str]]:
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=30)
    try:
        connection.request(method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json", "Accept-Language": "id", **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get_all("Set-Cookie") or []
    finally:
        connection.close()


def _sign_in(url: str, login: Login) -> list[dict[str, Any]]:
    jar = known_browser(url)

    def step(method: str, path: str, body: Any = None) -> int:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items()), "X-CSRFToken": csrf_token(jar)}
        status, _, cookies = _request(url, method, path, body, headers)
        jar.update(cookie.split(";")[0].split("=", 1) for cookie in cookies)
        return status

    step("GET", "/_allauth/browser/v1/config")
    status = step("POST", "/_allauth/browser/v1/auth/login", {"username": login.username, "password": login.password})
    assert status == 200, f"{login.username} cannot sign in: {status}"
    return [{"name": name, "value": value, "url": url} for name, value in jar.items()]


def _fingerprint() -> str:
    digest = hashlib.sha256(database.fingerprint().encode())
    digest.update((datetime.now(UTC) + timedelta(hours=7)).date().isoformat().encode())
    for folder in _LOADERS:
        for path in sorted((database.SOURCES / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _environment(address: str, directory: Path, process: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SIMPUL_")}
    return {
        **kept,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "simpul.config.settings",
        "SIMPUL_PROCESS": process,
        "SIMPUL_DEMO": "1",
        "SIMPUL_DATA_DIR": str(directory),
        "SIMPUL_KEYS_FILE": str(database.keys_file()),
    }


def loaded() -> str:
    """The name of a database that holds the demonstration, loaded when its sources or the day changed.

    Raises: RuntimeError with the loader's words.
    """
    name = f"simpul_shown_{_fingerprint()}"
    place = default_directory() / "shown"
    with exclusive(default_directory() / "shown.lock", timeout=900):
        with psycopg.connect(database.ADMIN, autocommit=True) as admin:
            if database.is_template(admin, name) and (place / f"{name}.json").exists():
                return name
            for (old,) in admin.execute("SELECT datname FROM pg_database WHERE datname LIKE 'simpul_shown_%'").fetchall():
                admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(old)))
                admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        address = database.clone(name)
        environment = {**_environment(address, place, "worker"), "SIMPUL_OWNER_URL": address}
        command = [sys.executable, "-W", "ignore", "-m", "simpul.config.demo_steps", "load"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"The demonstration could not be loaded:\n{done.stderr[-4000:]}")
        (place / "demo-logins.json").rename(place / f"{name}.json")
        with psycopg.connect(database.ADMIN, autocommit=True) as admin:
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE true").format(sql.Identifier(name)))
    return name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """The real web server on a clone of the loaded demonstration."""

    def __init__(self, name: str, directory: Path, **settings: str) -> None:
        if not (_DIST / "index.html").exists():
            raise RuntimeError("web/dist is missing. Build the front end: ./simpul test --prepare && (cd web && npm run build)")
        self.name = name
        self.log = directory / "server.log"
        source = loaded()
        address = database.clone(name, source)
        logins = default_directory() / "shown" / f"{source}.json"
        shutil.copy(logins, directory / "demo-logins.json")
        # A copy, so that a build that runs meanwhile takes no file from under the server.
        shutil.copytree(_DIST, directory / "dist")
        port = _free_port()
        environment = {
            **_environment(address, directory, "web"),
            "SIMPUL_PORT": str(port),
            "SIMPUL_WEB_DIST": str(directory / "dist"),
            "SIMPUL_WEB_WORKERS": "1",
            "SIMPUL_SIGN_INS_PER_MINUTE": "1000",
            **settings,
        }
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(web.command(environment), env=environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
        self.site = Site(f"http://127.0.0.1:{port}", _admin(name), _read_logins(logins), self.log, _environment(address, directory, "worker"))
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                if _request(self.site.url, "GET", "/readyz", None, {})[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"The web server does not answer:\n{self.log.read_text(errors='replace')[-4000:]}")

    def stop(self) -> None:
        """End the server and drop its database."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        database.drop(self.name)


def _admin(name: str) -> str:
    return psycopg.conninfo.make_conninfo(database.ADMIN, dbname=name)


def _read_logins(path: Path) -> tuple[Login, ...]:
    document = json.loads(path.read_text())
    return tuple(Login(each["role"], each["username"], each["password"], tuple(each["branches"])) for each in document["logins"])
