"""What refuses to run, and why."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from simpul.config import safety, variables
from simpul.config.bootstrap import keys
from simpul.config.environment import SettingInvalid
from tests.support.database import ADMIN, keys_file


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "keys.json"
    keys.ensure(file, data_exists=False)
    return {"SIMPUL_KEYS_FILE": str(file), "SIMPUL_HOST": "10.0.0.5", "SIMPUL_ALLOWED_HOSTS": "crm.example", "SIMPUL_CLAMAV": "127.0.0.1:3310"}


def test_a_whole_configuration_is_accepted(environment):
    safety.check_settings(environment)
    safety.check_settings({**environment, "SIMPUL_HOST": "127.0.0.1", "SIMPUL_ALLOWED_HOSTS": "", "SIMPUL_DEMO": "1"})


@pytest.mark.parametrize("host", ["10.0.0.5", "127.0.0.1"])
def test_without_a_scanner_nothing_starts_unless_it_is_said_so(environment, host):
    """Behind a proxy of its own machine the server listens on loopback only: it takes files all the same."""
    bare = {**environment, "SIMPUL_HOST": host, "SIMPUL_CLAMAV": ""}

    with pytest.raises(SettingInvalid, match="No malware scanner is named"):
        safety.check_settings(bare)
    with pytest.raises(SettingInvalid, match="No malware scanner is named"):
        safety.check_settings(bare | {"SIMPUL_WITHOUT_SCANNER": "0"})
    safety.check_settings(bare | {"SIMPUL_WITHOUT_SCANNER": "1"})
    safety.check_settings(bare | {"SIMPUL_CLAMAV": "/run/clamav/clamd.ctl"})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"SIMPUL_DEMO": "1"}, "the demonstration has published passwords"),
        ({"SIMPUL_TESTING": "1"}, "test settings are on"),
        ({"SIMPUL_INSECURE_COOKIES": "true"}, "session cookies would travel unencrypted"),
        ({"SIMPUL_ALLOWED_HOSTS": ""}, "SIMPUL_ALLOWED_HOSTS is not set"),
        ({"SIMPUL_ALLOWED_HOSTS": "crm.example,*"}, "SIMPUL_ALLOWED_HOSTS allows every host"),
        ({"SIMPUL_HOST": "0.0.0.0", "SIMPUL_DEMO": "1"}, "Refusing to listen on 0.0.0.0"),
        ({"DEBUG": "1"}, "There is no debug mode"),
        ({"SIMPUL_KEYS_FILE": ""}, "SIMPUL_KEYS_FILE names no key file"),
        ({"SIMPUL_KEYS_FILE": "/nowhere/keys.json"}, "SIMPUL_KEYS_FILE names no key file"),
    ],
)
def test_an_unsafe_combination_is_refused_with_its_reason(environment, change, reason):
    with pytest.raises(SettingInvalid, match=reason):
        safety.check_settings(environment | change)


def test_the_demonstration_keys_never_face_a_network(environment, tmp_path):
    file = tmp_path / "demo.json"
    keys.ensure(file, data_exists=False, demonstration=True)

    with pytest.raises(SettingInvalid, match="the key file is the demonstration's"):
        safety.check_settings(environment | {"SIMPUL_KEYS_FILE": str(file)})


def test_a_key_file_that_others_can_read_is_refused(environment):
    path = Path(environment["SIMPUL_KEYS_FILE"])
    path.chmod(0o640)

    with pytest.raises(SettingInvalid, match=f"Run: chmod 600 {path}"):
        safety.check_settings(environment)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("::", False),
        ("crm.example", False),
    ],
)
def test_loopback_addresses_are_told_from_others(host, loopback):
    assert safety.is_loopback(host) is loopback


def test_a_superuser_login_is_refused():
    with pytest.raises(SettingInvalid, match="logs in as a superuser or past row-level security"):
        safety.check_database({"DATABASE_URL": ADMIN, "SIMPUL_KEYS_FILE": str(keys_file())}, "simpul_app")


def test_a_database_without_this_release_s_tables_is_refused():
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute("DROP ROLE IF EXISTS simpul_nobody")
        admin.execute("CREATE ROLE simpul_nobody LOGIN PASSWORD 'nobody'")
    try:
        with pytest.raises(SettingInvalid, match="Run: simpul migrate"):
            safety.check_database({"DATABASE_URL": make_conninfo(ADMIN, user="simpul_nobody", password="nobody", dbname="postgres")}, "simpul_app")
    finally:
        with psycopg.connect(ADMIN, autocommit=True) as admin:
            admin.execute("DROP ROLE simpul_nobody")


def test_keys_are_made_once_and_never_over_existing_data(tmp_path):
    file = tmp_path / "keys" / "keys.json"

    with pytest.raises(Exception, match=r"its key file .* is gone: encrypted values would be lost"):
        keys.ensure(file, data_exists=True)
    first = keys.ensure(file, data_exists=False)

    assert keys.ensure(file, data_exists=True) == first
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(first) == ["audit_hash", "blind_index", "database", "field", "secret_key"]
    assert [path.name for path in file.parent.iterdir()] == ["keys.json"]


def test_a_new_field_key_keeps_the_older_ones(tmp_path):
    file = tmp_path / "keys.json"
    first = keys.ensure(file, data_exists=False)

    assert keys.rotate_field_key(file) == "k2"

    after = json.loads(file.read_text())
    assert after["field"]["current"] == "k2"
    assert after["field"]["keys"]["k1"] == first["field"]["keys"]["k1"]
    assert {name: after[name] for name in ("blind_index", "audit_hash", "secret_key")} == {
        name: first[name] for name in ("blind_index", "audit_hash", "secret_key")
    }


ADDRESS = "https://s3.bank.example/jejak-audit/simpul"


def test_an_object_store_is_named_with_its_login(tmp_path):
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text("rahasia\n")
    named = {"SIMPUL_TRAIL_STORE": ADDRESS, "SIMPUL_TRAIL_STORE_KEY": "kunci"}
    safety.check_trail_store({})
    safety.check_trail_store(named | {"SIMPUL_TRAIL_STORE_SECRET": "rahasia"})
    safety.check_trail_store(named | {"SIMPUL_TRAIL_STORE_SECRET_FILE": str(secret)})

    for given in (named, {"SIMPUL_TRAIL_STORE": ADDRESS}, named | {"SIMPUL_TRAIL_STORE_SECRET": "x", "SIMPUL_TRAIL_STORE_SECRET_FILE": str(secret)}):
        with pytest.raises(SettingInvalid, match="names an object store without its login"):
            safety.check_trail_store(given)
    secret.chmod(0o640)
    for file, words in ((secret, "chmod 600"), (tmp_path / "nothing", "that the worker can read")):
        with pytest.raises(SettingInvalid, match=words):
            safety.check_trail_store(named | {"SIMPUL_TRAIL_STORE_SECRET_FILE": str(file)})


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        (ADDRESS, True), ("https://s3.bank.example:9000/jejak-audit", True), ("https://10.0.0.5/jejak-audit/", True), ("http://127.0.0.1:9000/jejak-audit", True),
        ("http://localhost/jejak-audit", True), ("http://s3.bank.example/jejak-audit", False), ("http://10.0.0.5/jejak-audit", False),
        ("https://s3.bank.example", False), ("https://s3.bank.example/", False), ("https://a:b@s3.bank.example/jejak-audit", False),
        ("https://s3.bank.example/jejak-audit?x=1", False), ("https://s3.bank.example/Jejak", False), ("https://s3.bank.example/jejak-audit/../lain", False),
        ("https://s3.bank.example:99999/jejak-audit", False), ("s3://jejak-audit", False),
    ],
)  # fmt: skip
def test_an_object_store_is_reached_by_tls_or_on_this_machine(address, fits):
    assert (list(variables.problems({"SIMPUL_TRAIL_STORE": address})) == []) is fits
