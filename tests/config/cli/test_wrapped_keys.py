"""A key file is wrapped, worked with and opened again, as an administrator types it, by a security module in software."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from simpul.config.bootstrap.database import address, bootstrap
from simpul.platform.crypto import KeyRing
from simpul.platform.db import execute, query
from tests.audit.tokens import ABSENT, REASON, Token, token_make
from tests.config.cli.test_commands import simpul, status
from tests.config.installations import free_port
from tests.support.database import ADMIN, keys_file, rows
from tests.support.demo import until

CUSTOMER = (
    "no_cif,nama_lengkap,nik,tanggal_lahir,jenis_kelamin,no_hp,email,kode_cabang,segmen,status,alamat,kecamatan,kota,kode_pos\n"
    "100001,Siti Rahmah,1271014505900004,05/05/1990,P,081234567890,-,MDN,MASSAL,AKTIF,-,-,-,-\n"
)
NIK = "1271014505900004"
# What a process says of a stored value, by the keys that it opened at its start.
OPENED = "import sys; from simpul.platform import crypto; print(crypto.ring().current, crypto.decrypt(sys.argv[-2], sys.argv[-1]))"
needs_token = pytest.mark.skipif(ABSENT, reason=REASON)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The keys that the test database was made with, as a whole file."""
    made = tmp_path / "keys.json"
    made.touch(mode=0o600)
    made.write_text(json.dumps(json.loads(keys_file().read_text()) | {"database": {"simpul_app": "app"}}))
    return made


@pytest.fixture
def token(tmp_path_factory: pytest.TempPathFactory) -> Token:
    return token_make(tmp_path_factory.mktemp("token"))


def test_wrapping_without_a_module_and_unwrapping_what_is_in_clear_change_nothing(file):
    before = file.read_text()

    assert simpul("keys", "wrap", str(file)) == (2, "", "simpul: Name the security module first: SIMPUL_KEYS_PKCS11_MODULE and its kin (docs/operations.md).\n")
    assert simpul("keys", "unwrap", str(file)) == (1, "", f"simpul: {file} is not wrapped.\n")
    partly = simpul("keys", "wrap", str(file), SIMPUL_KEYS_PKCS11_MODULE="/m.so", SIMPUL_KEYS_PKCS11_TOKEN="simpul")
    assert (partly[0], partly[2].startswith("simpul: SIMPUL_KEYS_PKCS11_KEY is not set: ")) == (1, True)
    assert [simpul("keys", action, str(file), str(file.with_name("x")))[0] for action in ("wrap", "rotate", "check")] == [2, 2, 2]
    assert (file.read_text(), [path.name for path in file.parent.iterdir()]) == (before, ["keys.json"])


@needs_token
def test_processes_work_with_a_wrapped_file_until_it_is_unwrapped(committed, file, token, tmp_path):
    name, clear = str(conninfo_to_dict(committed)["dbname"]), json.loads(file.read_text())
    bootstrap(ADMIN, name, passwords={"simpul_app": "app", "simpul_backup": "backup"})
    copy, escrow, source = tmp_path / "web-keys.json", tmp_path / "escrow.json", tmp_path / "nasabah.csv"
    source.write_text(CUSTOMER)
    slot = token.key_settings("bungkus")
    settings = slot | {"DATABASE_URL": committed, "SIMPUL_KEYS_FILE": str(file)}
    backup = settings | {"DATABASE_URL": address(ADMIN, "simpul_backup", "backup", name)}
    with rows():
        execute("INSERT INTO iam.branches (branch_code, branch_no, name, city, time_zone, is_active) VALUES ('MDN', 1, 'Medan', 'Medan', 'Asia/Jakarta', true)")
    plain = simpul("keys", "check", str(file), **backup)

    wrapped = simpul("keys", "wrap", str(file), **slot)
    again = simpul("keys", "wrap", str(file), **slot)
    imported = simpul("import", "nasabah-csv", str(source), **settings)
    checked = simpul("keys", "check", str(file), **backup)
    rotated = simpul("keys", "rotate", str(file), **slot)
    copied = simpul("keys", "copy", str(file), str(copy), **slot)

    assert (wrapped[0], wrapped[1].startswith(f"{file} is wrapped by the key bungkus, which stays in the token simpul.")) == (0, True), wrapped
    assert again == (1, "", f"simpul: {file} is wrapped by the key bungkus already.\n")
    assert "added 1" in imported[1], imported
    assert (plain[0], plain[1].splitlines()[-1]) == (0, "It is not wrapped: its keys lie in it in clear."), plain
    assert (checked[0], checked[1].splitlines()[:2]) == (0, ["identifiers: 1 of 1 open", "indexes: 1 of 1 fit"]), checked
    assert checked[1].splitlines()[-2:] == [
        f"{file} belongs to this database.", "It is wrapped (AES-GCM) by the key bungkus of a security module, for the installation.",
    ]  # fmt: skip
    assert (rotated[0], copied[0], copy.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0, 0, 0o600, 0o600)
    assert [secret for secret in (clear["blind_index"], clear["secret_key"]) if secret in file.read_text() + copy.read_text()] == []

    web = {"DATABASE_URL": address(ADMIN, "simpul_app", "app", name), "SIMPUL_KEYS_FILE": str(copy), "SIMPUL_WITHOUT_SCANNER": "1"}
    _answers_and_ends(slot | web)
    with rows():
        (row,) = query("SELECT id_value, encode(id_hash, 'hex') AS digest FROM crm.customer_identifiers WHERE id_type = 'NIK'")
    context = f"identifier:NIK:{row['digest']}"
    process = [sys.executable, "-c", OPENED, row["id_value"], context]
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "simpul.config.settings", **slot, **web}
    assert subprocess.run(process, env=environment, capture_output=True, text=True, check=False).stdout == f"k2 {NIK}\n"
    assert (simpul("keys", "rotate-proof", str(file), **slot)[0], clear["blind_index"] in file.read_text()) == (0, False)
    locked = simpul("serve", **web | slot | {"SIMPUL_KEYS_PKCS11_TOKEN": "lain"})
    assert (locked[0], locked[1], "SIMPUL_KEYS_PKCS11_TOKEN" in locked[2], len(locked[2].splitlines())) == (1, "", True, 1), locked

    assert simpul("keys", "unwrap", str(file), str(copy), **slot)[::2] == (1, f"simpul: {copy} exists; a key file is never overwritten.\n")
    escrowed = simpul("keys", "unwrap", str(file), str(escrow), **slot)
    assert (escrowed[0], escrowed[2].startswith(f"WARNING: {escrow} now holds every key in clear.")) == (0, True), escrowed
    assert ("wrapped" in json.loads(file.read_text()), escrow.stat().st_mode & 0o777) == (True, 0o600)
    unwrapped = simpul("keys", "unwrap", str(file), **slot)
    assert (unwrapped[0], unwrapped[2].startswith(f"WARNING: {file} now holds every key in clear.")) == (0, True), unwrapped
    after = json.loads(file.read_text())
    assert (after, after["field"]["current"], sorted(after["field"]["keys"])) == (json.loads(escrow.read_text()), "k2", ["k1", "k2"])
    assert {**after, "field": clear["field"]} == {**clear, "system_proof": after["system_proof"]}
    assert KeyRing.load(file, {}).decrypt(row["id_value"], context) == NIK


@needs_token
def test_keys_that_are_made_beside_a_module_never_lie_in_clear(tmp_path, token):
    made = tmp_path / "new.json"

    code, told, _ = simpul("keys", "create", str(made), **token.key_settings("awal"))

    assert (code, told.startswith(f"Made {made}, wrapped by the security module.")) == (0, True)
    assert (json.loads(made.read_text()).keys(), made.stat().st_mode & 0o777) == ({"wrapped"}, 0o600)
    address = simpul("db_url", "--keys", str(made), "--server", "db/simpul", "--as", "app", **token.key_settings("awal"))[1]
    assert address.startswith("postgresql://simpul_app:")


def _answers_and_ends(environment: dict[str, str]) -> None:
    """The web server starts with the keys, answers, and ends when it is told to."""
    port = free_port()
    with subprocess.Popen(
        [str(Path(sys.executable).with_name("simpul")), "serve", "--port", str(port)], env={"PATH": os.environ["PATH"], **environment}
    ) as process:
        until(lambda: status(port, "/readyz") == 200 or process.poll() is not None, 60, "an answer")
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
