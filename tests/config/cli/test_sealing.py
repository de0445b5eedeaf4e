"""Sealing and verifying as an administrator types them, and a database that was carried to another server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from simpul.audit import verification
from simpul.config.bootstrap.database import address, bootstrap
from tests.audit.tokens import ABSENT, REASON, token_make
from tests.config.cli.test_commands import simpul
from tests.support.database import ADMIN, keys_file, settle
from tests.support.demo import until

_LOGINS = {"simpul_migrate": "migrate", "simpul_app": "app", "simpul_sealer": "sealer", "simpul_backup": "backup"}
_ROW = (
    "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome)"
    " VALUES ('SIGN_IN', 'USER', 'x', '00000000-0000-7000-8000-000000000001', 'ALLOWED')"
)


@dataclass
class Given:
    """A migrated database on a given server, with files for the sealer."""

    name: str
    place: Path

    def environment(self, login: str) -> dict[str, str]:
        return {
            "DATABASE_URL": address(ADMIN, f"simpul_{login}", _LOGINS[f"simpul_{login}"], self.name),
            "SIMPUL_KEYS_FILE": str(keys_file()),
            "SIMPUL_WITHOUT_SCANNER": "1",
            "SIMPUL_SEAL_KEY_FILE": str(self.place / "seal-key.json"),
            "SIMPUL_CHECKPOINTS_FILE": str(self.place / "outside" / "audit.ndjson"),
        }

    def run(self, login: str, *arguments: str, **more: str) -> tuple[int, str, str]:
        return simpul(*arguments, **self.environment(login) | more)

    def admin(self, statement: str) -> list[tuple[object, ...]]:
        """What a superuser's statement gives; what it wrote can be sealed from then on."""
        with psycopg.connect(ADMIN, dbname=self.name, autocommit=True) as admin:
            cursor = admin.execute(statement)
            found = cursor.fetchall() if cursor.description else []
        settle()
        return found


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    name = f"simpul_cli_{uuid.uuid4().hex[:8]}"
    bootstrap(ADMIN, name, passwords=_LOGINS)
    given = Given(name, tmp_path_factory.mktemp("sealing"))
    assert given.run("migrate", "migrate")[0] == 0
    given.admin(_ROW)
    yield given
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def test_what_cannot_seal_or_verify_is_told_in_one_line(given):
    nobody = "http://127.0.0.1:9/jejak-audit"
    refusals = [
        given.run("app", "sealer", "--once"),
        given.run("sealer", "sealer", "--once", SIMPUL_CHECKPOINTS_FILE=""),
        given.run("sealer", "sealer", "--accept", "pendek"),
        given.run("sealer", "sealer", "--once", SIMPUL_AUDIT_RETENTION_MONTHS="3"),
        given.run("backup", "audit_verify", SIMPUL_SEAL_KEY_FILE=""),
        given.run("backup", "audit_verify", SIMPUL_CHECKPOINTS_FILE=""),
        given.run("backup", "audit_verify", "--store"),
        given.run("backup", "audit_verify", "--store", SIMPUL_TRAIL_STORE=nobody),
        given.run("backup", "audit_verify", "--store", SIMPUL_TRAIL_STORE=nobody, SIMPUL_TRAIL_STORE_KEY="kunci", SIMPUL_TRAIL_STORE_SECRET="rahasia"),
    ]

    assert [(code, told.split(":")[1].strip().split(" ")[0]) for code, _, told in refusals] == [
        (1, "DATABASE_URL"),
        (1, "SIMPUL_CHECKPOINTS_FILE"),
        (2, "--accept"),
        (1, "SIMPUL_AUDIT_RETENTION_MONTHS"),
        (2, "Name"),
        (2, "Name"),
        (2, "Name"),
        (1, "SIMPUL_TRAIL_STORE"),
        (1, "The"),
    ]
    assert "The object store cannot be read (UNREACHABLE)" in refusals[-1][2]


def test_a_trail_is_sealed_verified_and_found_broken(given, tmp_path):
    shutil.copytree(Path(verification.__file__).parent, tmp_path / "verification")
    nothing = given.run("backup", "audit_verify")
    assert given.run("sealer", "sealer", "--once")[0] == 0
    whole = given.run("backup", "audit_verify")
    given.admin("ALTER TABLE audit.audit_logs DISABLE TRIGGER refuse_change; UPDATE audit.audit_logs SET object_id = 'y' WHERE object_id = 'x'")
    broken = given.run("backup", "audit_verify")
    given.admin("UPDATE audit.audit_logs SET object_id = 'x' WHERE object_id = 'y'; ALTER TABLE audit.audit_logs ENABLE ALWAYS TRIGGER refuse_change")
    alone = subprocess.run(
        [
            sys.executable,
            "-m",
            "verification",
            "--database",
            given.environment("backup")["DATABASE_URL"],
            "--without-checkpoints",
            "--public-keys",
            str(given.place / "seal-key.public.json"),
        ],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (nothing[0], nothing[1].startswith("RUSAK: Kunci publik ")) == (1, True)
    assert (whole[0], whole[1].splitlines()[0].startswith("UTUH: "), whole[1].splitlines()[1].startswith("INTACT: ")) == (0, True, True)
    assert (broken[0], "diubah setelah disegel dengan segel 1" in broken[1], "was changed after seal 1 covered it" in broken[1]) == (1, True, True)
    assert (alone.returncode, "without checkpoints a cut tail cannot be seen" in alone.stdout) == (0, True), alone.stderr
    assert (given.place / "seal-key.json").stat().st_mode & 0o777 == 0o600


def test_the_sealer_works_until_it_is_told_to_stop(given):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DJANGO_", "DATABASE_URL"))}
    command = [str(Path(sys.executable).with_name("simpul")), "sealer"]
    with subprocess.Popen(command, env=environment | given.environment("sealer") | {"SIMPUL_SEAL_SECONDS": "1"}) as process:
        given.admin(_ROW)
        until(lambda: " 0 rows not sealed yet" in given.run("backup", "audit_verify")[1], 60, "everything sealed")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


def test_nothing_writes_after_a_restore_on_another_server_until_it_was_migrated_there(given):
    given.admin("UPDATE jobs.installation SET value = '1' WHERE name = 'server'")
    for login, command in (("app", ["serve"]), ("sealer", ["sealer", "--once"])):
        assert given.run(login, *command) == (1, "", "simpul: The database was restored on another server. Run: simpul migrate\n")

    assert given.run("migrate", "migrate", "--check")[0] == 1
    assert given.run("migrate", "migrate")[:2] == (0, "migrated\n")
    assert given.run("migrate", "migrate")[:2] == (0, "nothing to migrate\n")

    given.admin(_ROW)
    assert given.admin("SELECT max(era) FROM audit.audit_logs") == [(2,)]
    assert given.run("sealer", "sealer", "--once")[:2] == (0, "1 rows in 1 seals.\n")
    assert given.run("backup", "audit_verify")[0] == 0


def test_a_new_sealing_key_is_made_and_older_seals_still_hold(given):
    key_file = str(given.place / "seal-key.json")

    assert given.run("sealer", "keys", "rotate-seal", key_file)[1].startswith("New seals are signed with key ")

    given.admin(_ROW)
    assert given.run("sealer", "sealer", "--once")[0] == 0
    assert given.run("backup", "audit_verify")[0] == 0


@pytest.mark.skipif(ABSENT, reason=REASON)
def test_a_key_in_a_security_module_is_adopted_and_seals(given, tmp_path):
    token = token_make(tmp_path)
    settings = token.settings("segel") | {"SIMPUL_SEAL_PUBLIC_FILE": str(given.place / "seal-key.public.json")}
    beside = given.run("sealer", "sealer", "--once", **settings | {"SIMPUL_SEAL_KEY_FILE": str(given.place / "seal-key.json")})
    partly = given.run("sealer", "sealer", "--once", **settings | {"SIMPUL_SEAL_PKCS11_KEY": ""})
    strange = given.run("sealer", "sealer", "--once", **settings)

    adopted = given.run("sealer", "keys", "adopt-seal", settings["SIMPUL_SEAL_PUBLIC_FILE"], **settings)
    given.admin(_ROW)
    sealed = given.run("sealer", "sealer", "--once", **settings)
    verified = given.run("backup", "audit_verify", **settings)

    assert [(code, words in told) for (code, _, told), words in (
        (beside, "are both set"), (partly, "SIMPUL_SEAL_PKCS11_KEY is not set"), (strange, "has no Ed25519 key segel"),
    )] == [(1, True)] * 3, (beside, partly, strange)  # fmt: skip
    assert (adopted[0], "stays in the token simpul" in adopted[1]) == (0, True), adopted
    assert (sealed[:2], verified[0]) == ((0, "1 rows in 1 seals.\n"), 0), (sealed, verified)
