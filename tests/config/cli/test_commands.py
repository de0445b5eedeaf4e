"""Commands as an administrator types them: one clear line for each refusal, exact exit codes."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from simpul.config.bootstrap.database import address, bootstrap
from simpul.config.cli import COMMANDS
from tests.support import database
from tests.support.database import ADMIN, keys_file
from tests.support.processor import spent

_UNSCANNED = {"SIMPUL_WITHOUT_SCANNER": "1"}


def simpul(*arguments: str, **environment: str) -> tuple[int, str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DATABASE_URL", "DJANGO_"))}
    done = subprocess.run(
        [str(Path(sys.executable).with_name("simpul")), *arguments], env=plain | environment, capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stdout, done.stderr


def status(port: int, path: str) -> int:
    """The status of an answer, or 0 while nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        time.sleep(0.1)
        return 0
    finally:
        connection.close()


@pytest.fixture
def prepared() -> Iterator[str]:
    """A bootstrapped, empty database; gives its name."""
    name = f"simpul_cli_{uuid.uuid4().hex[:8]}"
    bootstrap(ADMIN, name, passwords={"simpul_migrate": "migrate", "simpul_app": "app"})
    yield name
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def migrated() -> Iterator[str]:
    """One with its tables; gives its name."""
    name = f"simpul_cli_{uuid.uuid4().hex[:8]}"
    database.clone(name)
    bootstrap(ADMIN, name, passwords={"simpul_app": "app"})
    yield name
    database.drop(name)


def test_help_names_every_command():
    code, told, _ = simpul("--help")

    assert code == 0
    assert [line.split()[0] for line in told.splitlines() if line.startswith("  ")] == [command.name for command in COMMANDS]
    assert simpul()[0] == 2


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_each_command_explains_itself_without_a_database(name):
    code, told, _ = simpul(name, "--help")

    assert code == 0
    assert f"usage: simpul {name}" in told


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "line"),
    [
        (["demmo"], {}, 2, "There is no command 'demmo'. The commands are: demo, serve,"),
        (["demo", "--port", "99999"], {}, 2, "--port must be between 1 and 65535, not 99999."),
        (["serve", "--data", "/nowhere"], {}, 1, "There is no demonstration in /nowhere. Run ./simpul demo first, or set DATABASE_URL."),
        (["migrate"], {"DATABASE_URL": "postgresql://u:p@127.0.0.1:9/d"}, 1, "Connection refused"),
        (["db_bootstrap", "--run"], {}, 1, "Set DATABASE_URL to an administrator's login"),
        (["db_bootstrap", "--database", "a;b"], {}, 2, "A database name is made of lower-case letters"),
        (["import", "no-such-profile", "."], {}, 2, "There is no profile 'no-such-profile'. There are: "),
        (["import", "nasabah-csv", "/nowhere.csv"], {}, 1, "/nowhere.csv does not exist."),
        (["serve"], {"DATABASE_URL": "postgresql://u:p@127.0.0.1:9/d"}, 1, "SIMPUL_KEYS_FILE names no key file. Make one with: simpul keys create FILE"),
        (["serve"], {"DATABASE_URL": ADMIN, "SIMPUL_KEYS_FILE": str(keys_file())}, 1, "No malware scanner is named"),
        (["serve"], {"DATABASE_URL": ADMIN, "SIMPUL_KEYS_FILE": str(keys_file()), **_UNSCANNED}, 1, "logs in as a superuser or past row-level security"),
        (["worker"], {"DATABASE_URL": ADMIN, "SIMPUL_KEYS_FILE": str(keys_file()), **_UNSCANNED}, 1, "logs in as a superuser or past row-level security"),
        (
            ["serve"],
            {"DATABASE_URL": ADMIN, "SIMPUL_KEYS_FILE": str(keys_file()), "SIMPUL_HOST": "0.0.0.0", "SIMPUL_DEMO": "1"},
            1,
            "Refusing to listen on 0.0.0.0",
        ),
    ],
)
def test_a_refusal_is_one_line_that_says_what_to_do(arguments, environment, code, line):
    got, _, told = simpul(*arguments, **environment)

    assert (got, len(told.splitlines())) == (code, 1), told
    assert told.startswith("simpul: ")
    assert line in told


def test_a_key_file_is_made_once(tmp_path):
    file = tmp_path / "keys.json"

    assert simpul("keys", "create", str(file))[0] == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert simpul("keys", "create", str(file)) == (1, "", f"simpul: {file} exists; a key file is never overwritten.\n")
    assert simpul("keys", "rotate", str(file))[1].startswith("New values are now encrypted with key k2.")


def test_the_processes_get_the_keys_without_the_passwords_of_the_database(tmp_path):
    file, copy = tmp_path / "keys.json", tmp_path / "process-keys.json"
    simpul("keys", "create", str(file))

    assert simpul("keys", "copy", str(file), str(copy))[0] == 0

    assert (json.loads(copy.read_text()), copy.stat().st_mode & 0o777) == ({**json.loads(file.read_text()), "database": {}}, 0o600)
    assert simpul("keys", "copy", str(file), str(file))[::2] == (1, f"simpul: {file} is the key file itself; its passwords would be lost.\n")
    assert [simpul("keys", *arguments)[0] for arguments in (("copy", str(file)), ("rotate", str(file), str(copy)))] == [2, 2]


def test_migrating_runs_once_and_then_finds_nothing_to_do(prepared, tmp_path):
    file = tmp_path / "keys.json"
    assert simpul("keys", "create", str(file))[0] == 0
    settings = {"DATABASE_URL": address(ADMIN, "simpul_migrate", "migrate", prepared), "SIMPUL_KEYS_FILE": str(file)}

    assert simpul("migrate", "--check", **settings)[:2] == (1, "migrations are pending\n")
    assert simpul("migrate", **settings)[:2] == (0, "migrated\n")
    before = spent()
    assert simpul("migrate", **settings) == (0, "nothing to migrate\n", "")
    assert spent() - before < 2
    assert simpul("migrate", "--check", **settings)[:2] == (0, "up to date\n")

    assert simpul("keys", "rotate-proof", str(file))[1].startswith("The web server proves SYSTEM with a new secret.")
    assert [simpul("migrate", **settings)[1] for _ in range(2)] == ["migrated\n", "nothing to migrate\n"]


def test_the_web_server_runs_on_a_given_database(migrated):
    wanted = {"DATABASE_URL": address(ADMIN, "simpul_app", "app", migrated), "SIMPUL_KEYS_FILE": str(keys_file()), **_UNSCANNED}
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("simpul")), "serve", "--port", str(port)],
        env={**{name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DJANGO_"))}, **wanted},
    )
    deadline = time.monotonic() + 60
    while status(port, "/readyz") != 200:
        assert time.monotonic() < deadline
        assert process.poll() is None
    assert status(port, "/healthz") == 200
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0
