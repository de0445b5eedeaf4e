"""A real installation: its keys, its port, and a database that goes away and comes back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from simpul.config.bootstrap import keys
from simpul.config.ports import PortInUse, port_held
from tests.config.installations import Installed, answer, free_port, install, until

SESSION = {"Cookie": f"__Host-simpul_session={'x' * 43}"}
CUSTOMER = (
    "no_cif,nama_lengkap,nik,tanggal_lahir,jenis_kelamin,no_hp,email,kode_cabang,segmen,status,alamat,kecamatan,kota,kode_pos\n"
    "100001,Siti Rahmah,1271014505900004,05/05/1990,P,081234567890,-,MDN,MASSAL,AKTIF,-,-,-,-\n"
)


@pytest.fixture(scope="module")
def installed() -> Iterator[Installed]:
    place = Path(tempfile.mkdtemp(prefix="simpul-installed-"))
    place.chmod(0o755)
    made = install(place)
    yield made
    made.cluster.stop()
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def other_keys(installed: Installed, tmp_path: Path) -> str:
    """A key file of another installation, with the logins of this one so that only the keys differ."""
    file = tmp_path / "other.json"
    keys.ensure(file, data_exists=False)
    content = json.loads(file.read_text()) | {"database": keys.load(installed.keys_file)["database"]}
    keys.write_secret(file, json.dumps(content))
    return str(file)


def fingerprints(installed: Installed) -> list[tuple[str, ...]]:
    with psycopg.connect(installed.cluster.url(database="simpul")) as connection:
        return connection.execute("SELECT name FROM jobs.key_fingerprints ORDER BY name").fetchall()


def test_a_database_is_tied_to_its_key_file_when_it_is_migrated(installed):
    assert fingerprints(installed) == [("audit_hash",), ("blind_index",), ("field:k1",)]


@pytest.mark.parametrize(
    ("role", "arguments"),
    [
        ("simpul_app", ["serve"]),
        ("simpul_worker", ["worker"]),
        ("simpul_migrate", ["migrate"]),
        ("simpul_worker", ["import", "nasabah-csv", "{source}"]),
        ("simpul_worker", ["import-rejects", "0190a000-0000-7000-8000-000000000000", "--output", "{source}.out"]),
        ("simpul_worker", ["config_export", "{source}.json"]),
        ("simpul_worker", ["sla_replay", "--check"]),
        ("simpul_worker", ["manage", "check"]),
        ("simpul_backup", ["keys", "check", "{keys}"]),
    ],
)
def test_the_key_file_of_another_installation_is_refused_before_anything_happens(installed, other_keys, tmp_path, role, arguments):
    source = tmp_path / "nasabah.csv"
    source.write_text(CUSTOMER)
    given = [each.format(source=source, keys=other_keys) for each in arguments]
    port = str(free_port())

    done = installed.command(role, *given, SIMPUL_KEYS_FILE=other_keys, SIMPUL_PORT=port)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "simpul: SIMPUL_KEYS_FILE is not the key file of this database: its key audit_hash is another one. "
        "Name the key file that belongs to the database, or restore it from your backup of the keys.\n"
    )
    with psycopg.connect(installed.cluster.url(database="simpul")) as connection:
        assert connection.execute("SELECT count(*) FROM crm.customers").fetchone() == (0,)


def test_a_new_field_key_is_known_from_the_next_start_and_may_not_go_missing(installed, tmp_path):
    before = installed.keys_file.read_text()
    assert installed.command("simpul_app", "keys", "rotate", str(installed.keys_file)).returncode == 0
    assert installed.command("simpul_worker", "sla_replay", "--check").returncode == 0
    assert ("field:k2",) in fingerprints(installed)
    older = tmp_path / "older.json"
    keys.write_secret(older, before)

    done = installed.command("simpul_worker", "sla_replay", "--check", SIMPUL_KEYS_FILE=str(older))

    assert done.returncode == 1
    assert "SIMPUL_KEYS_FILE lacks the key field:k2 that this database was written with." in done.stderr


def test_a_database_from_before_fingerprints_is_tied_only_to_the_file_that_opens_its_values(installed, other_keys):
    source = installed.place / "nasabah.csv"
    source.write_text(CUSTOMER)
    with psycopg.connect(installed.cluster.url(database="simpul"), autocommit=True) as connection:
        connection.execute(
            "INSERT INTO iam.branches (branch_code, branch_no, name, city, time_zone, is_active) VALUES ('MDN', 1, 'Medan', 'Medan', 'Asia/Jakarta', true)"
        )
        connection.execute("DELETE FROM jobs.key_fingerprints")
    installed.command("simpul_migrate", "migrate")
    imported = installed.command("simpul_worker", "import", "nasabah-csv", str(source))
    assert "added 1" in imported.stdout, imported.stdout + imported.stderr
    with psycopg.connect(installed.cluster.url(database="simpul"), autocommit=True) as connection:
        connection.execute("DELETE FROM jobs.key_fingerprints")

    refused = installed.command("simpul_migrate", "migrate", SIMPUL_KEYS_FILE=other_keys)

    assert (refused.returncode, refused.stderr) == (
        1,
        "simpul: SIMPUL_KEYS_FILE does not open what this database holds. Name the key file that belongs to it.\n",
    )
    assert fingerprints(installed) == []
    assert installed.command("simpul_migrate", "migrate").returncode == 0
    drill = installed.command("simpul_backup", "keys", "check", str(installed.keys_file))
    assert (drill.returncode, drill.stderr) == (0, "")
    assert drill.stdout.splitlines()[0] == "identifiers: 1 of 1 open"
    assert drill.stdout.splitlines()[1] == "indexes: 1 of 1 fit"


@pytest.mark.parametrize(
    ("role", "arguments", "sentence"),
    [
        ("simpul_app", ["sla_replay", "--check"], "DATABASE_URL logs in as simpul_app, who cannot act as simpul_worker. Log in as simpul_worker."),
        ("simpul_backup", ["serve"], "DATABASE_URL logs in as a superuser or past row-level security. Log in as simpul_app (web) or simpul_worker (jobs)."),
        (
            "simpul_worker",
            ["synth", "--customers", "5", "--cases", "5"],
            "synth needs a login that can act as simpul_worker and simpul_owner, such as an administrator's of the server. Nothing was made.",
        ),
        (
            "simpul_migrate",
            ["synth", "--customers", "5"],
            "synth needs a login that can act as simpul_worker, such as an administrator's of the server. Nothing was made.",
        ),
        ("simpul_worker", ["config_export", "/dev/full"], "The disk is full. Free space and run the command again; what was acknowledged is kept."),
        ("simpul_worker", ["config_export", "{place}/keys.json/a.json"], "A directory is needed at {place}/keys.json/a.json, and a file is there."),
        ("simpul_worker", ["config_export", "{place}"], "A file is needed at {place}, and a directory is there."),
        ("simpul_worker", ["config_export", "{place}/no/such/place.json"], "There is nothing at {place}/no/such/place.json. Check the path."),
    ],
)
def test_what_the_system_or_the_database_refuses_is_one_sentence(installed, role, arguments, sentence):
    place = str(installed.place)

    done = installed.command(role, *(each.format(place=place) for each in arguments), SIMPUL_PORT=str(free_port()))

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"simpul: {sentence.format(place=place)}\n")
    with psycopg.connect(installed.cluster.url(database="simpul")) as connection:
        assert connection.execute("SELECT count(*) FROM crm.customers WHERE source_system = 'SYNTH'").fetchone() == (0,)


def test_two_demonstrations_on_one_host_keep_their_own_cookies(installed):
    names = "from simpul.config import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"

    def cookies(**more: str) -> str:
        command = [sys.executable, "-c", names]
        return subprocess.run(command, env=installed.environment("simpul_app", **more), capture_output=True, text=True, check=True).stdout.strip()

    assert cookies(SIMPUL_DEMO="1", SIMPUL_PORT="8001") == "simpul_session_8001 csrftoken_8001"
    assert cookies(SIMPUL_DEMO="1") == "simpul_session_8000 csrftoken_8000"
    assert cookies(SIMPUL_PORT="8001") == "__Host-simpul_session __Host-csrftoken"


def test_two_servers_never_share_a_port(installed):
    port = free_port()
    with installed.running("simpul_app", "serve", SIMPUL_PORT=str(port)) as first:
        until(lambda: answer(port, "/readyz")[0] == 200)

        second = installed.command("simpul_app", "serve", "--port", str(port))

        assert (second.returncode, second.stderr) == (1, f"simpul: Port {port} is in use by another program. Choose another: simpul serve --port {port + 1}\n")
        assert first.poll() is None


def test_a_port_is_taken_from_the_first_moment_of_a_start():
    port = free_port()
    with port_held("127.0.0.1", port, "simpul serve"), pytest.raises(PortInUse), port_held("127.0.0.1", port, "simpul serve"):
        pass
    with port_held("127.0.0.1", port, "simpul serve"):
        pass


def test_while_the_database_is_away_requests_are_told_when_to_come_back_and_everything_goes_on_afterwards(installed):
    port = free_port()
    with installed.running("simpul_app", "serve", SIMPUL_PORT=str(port)) as web, installed.running("simpul_worker", "worker") as worker:
        until(lambda: answer(port, "/readyz")[0] == 200)
        until(lambda: workers(installed) == 1)
        installed.cluster.stop()
        try:
            for path in ("/api/v1/me", "/_allauth/browser/v1/auth/session"):
                status, retry_after, body = answer(port, path, SESSION)
                assert (status, retry_after, json.loads(body)["code"], json.loads(body)["retry_after"]) == (503, "5", "database_away", 5)
            assert answer(port, "/readyz")[0] == 503
            assert answer(port, "/healthz")[0] == 200
        finally:
            installed.cluster.start()
        until(lambda: answer(port, "/readyz")[0] == 200)
        until(lambda: answer(port, "/api/v1/me", SESSION)[0] == 401)
        until(lambda: workers(installed) == 1, 90)
        assert (web.poll(), worker.poll()) == (None, None)


def workers(installed: Installed) -> int:
    with psycopg.connect(installed.cluster.url(database="simpul")) as connection:
        found = connection.execute("SELECT count(*) FROM jobs.procrastinate_workers WHERE last_heartbeat > now() - interval '15 seconds'").fetchone()
        return int(found[0]) if found else 0


def test_a_worker_waits_for_a_database_that_is_not_there_yet(installed):
    installed.cluster.stop()
    try:
        with installed.running("simpul_worker", "worker") as worker:
            assert worker.stderr is not None
            assert worker.stderr.readline() == "simpul: The database does not answer; waiting for it.\n"
            installed.cluster.start()
            assert worker.stderr.readline() == "simpul: The database answers; going on.\n"
            until(lambda: workers(installed) == 1)
    finally:
        installed.cluster.start()


def test_an_import_that_refused_rows_ends_with_1_and_gives_them_back(installed, tmp_path):
    source, rejects = tmp_path / "nasabah.csv", tmp_path / "ditolak.csv"
    source.write_text(CUSTOMER.replace("MDN", "XXX"))

    done = installed.command("simpul_worker", "import", "nasabah-csv", str(source), "--rejects", str(rejects))

    assert (done.returncode, done.stderr.count("Traceback")) == (1, 0)
    assert "rejected 1" in done.stdout and f"1 refused rows are in {rejects}." in done.stdout
    assert rejects.read_bytes().startswith(b"\xef\xbb\xbfno_cif,")
