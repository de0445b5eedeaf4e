"""A wrapped key file opens by its token alone; whatever is missing, wrong or altered is one sentence that names the setting and holds no secret."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from simpul.config import safety
from simpul.config.bootstrap import keys
from simpul.config.environment import SettingInvalid
from simpul.platform import key_file
from simpul.platform.key_file import KeysNotOpened, key_file_read, key_file_wrap, key_slot_named, wrapping_key_make
from simpul.platform.security_module import TokenSlot, session_end, session_open, token_find
from tests.audit.tokens import ABSENT, MODULE, PIN, REASON, Token, token_make

with_token = pytest.mark.skipif(ABSENT, reason=REASON)
METHODS = ("AES-GCM", "AES-CBC, AES-GCM")
NAMED = {
    "SIMPUL_KEYS_PKCS11_MODULE": "/nowhere/module.so",
    "SIMPUL_KEYS_PKCS11_TOKEN": "simpul",
    "SIMPUL_KEYS_PKCS11_KEY": "bungkus",
    "SIMPUL_KEYS_PKCS11_PIN": "99887766",
}
WRAPPING = {
    "version": 1, "purpose": "processes", "method": "AES-GCM", "key": "bungkus", "key_id": "0011", "nonce": "bm9uY2Vub25jZQ==", "sealed": "QUJD",
}  # fmt: skip

# Wraps and unwraps until it is killed.
ALTERNATING = """
import os, sys
from pathlib import Path
from simpul.config.bootstrap import keys
from simpul.platform.key_file import key_slot_named
file, slot = Path(sys.argv[1]), key_slot_named(os.environ)
while True:
    keys.key_file_wrap_in_place(file, slot)
    print("going", flush=True)
    keys.key_file_unwrap(file, file)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "keys.json"
    keys.ensure(made, data_exists=False)
    return made


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Token]:
    token = token_make(tmp_path_factory.mktemp("token"))
    with token.shown():
        yield token


def slot_of(environment: Mapping[str, str]) -> TokenSlot:
    slot = key_slot_named(environment)
    assert slot is not None
    return slot


def secrets_of(document: dict[str, Any]) -> list[str]:
    return [*document["field"]["keys"].values(), document["blind_index"], document["audit_hash"], document["secret_key"], *document["database"].values()]


def refusal(file: Path, environment: Mapping[str, str]) -> str:
    """What a start says."""
    with pytest.raises(SettingInvalid) as refused:
        safety.key_ring({**environment, "SIMPUL_KEYS_FILE": str(file)})
    return str(refused.value)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "no security module is named to open it. Set SIMPUL_KEYS_PKCS11_MODULE, "),
        (NAMED | {"SIMPUL_KEYS_PKCS11_TOKEN": ""}, "SIMPUL_KEYS_PKCS11_TOKEN is not set"),
        (NAMED | {"SIMPUL_KEYS_PKCS11_KEY": ""}, "SIMPUL_KEYS_PKCS11_KEY is not set"),
        (NAMED | {"SIMPUL_KEYS_PKCS11_PIN": ""}, "Set one of SIMPUL_KEYS_PKCS11_PIN_FILE, a file of mode 0600, and SIMPUL_KEYS_PKCS11_PIN"),
        (NAMED | {"SIMPUL_KEYS_PKCS11_PIN_FILE": "/pin"}, "Set one of SIMPUL_KEYS_PKCS11_PIN_FILE"),
        (NAMED, "The security module /nowhere/module.so does not answer as it should (PKCS11Error). Check SIMPUL_KEYS_PKCS11_MODULE"),
    ],
)
def test_without_its_settings_a_wrapped_file_stays_closed(file, environment, words):
    file.write_text(json.dumps({"wrapped": WRAPPING}))

    told = refusal(file, environment)

    assert (words in told, "99887766" in told) == (True, False), told


def test_without_the_optional_part_a_wrapped_file_stays_closed(file, monkeypatch):
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    file.write_text(json.dumps({"wrapped": WRAPPING}))

    assert refusal(file, NAMED).startswith("SIMPUL_KEYS_PKCS11_MODULE needs the optional part simpul[hsm]: pip install")


@pytest.mark.parametrize(
    "document",
    [
        {"wrapped": {}}, {"wrapped": []}, {"wrapped": WRAPPING, "demonstration": False}, {"wrapped": WRAPPING | {"version": 2}},
        {"wrapped": WRAPPING | {"method": "AES-ECB"}}, {"wrapped": WRAPPING | {"more": "x"}}, {"wrapped": WRAPPING | {"nonce": 1}},
        {"wrapped": WRAPPING | {"method": "AES-CBC, AES-GCM"}},
    ],
)  # fmt: skip
def test_what_is_no_wrapped_file_never_reaches_the_token(file, document):
    file.write_text(json.dumps(document))

    assert (
        refusal(file, NAMED) == f"The key file {file} (SIMPUL_KEYS_FILE) was altered or damaged after it was wrapped. Restore it from your backup of the keys."
    )


def test_a_file_in_clear_is_read_whatever_is_said_about_a_module(file):
    assert key_file_read(file, NAMED).wrapping is None
    assert safety.key_ring({**NAMED, "SIMPUL_KEYS_FILE": str(file)}).current == "k1"


@with_token
@pytest.mark.parametrize("method", METHODS)
def test_a_file_is_wrapped_whole_and_opens_by_its_token(file, token, method):
    environment, clear = token.key_settings("bungkus"), json.loads(file.read_text())
    wrapping_key_make(slot_of(environment))

    file.write_text(key_file_wrap(clear, slot_of(environment), "processes", methods=(method,)))

    assert [secret for secret in secrets_of(clear) if secret in file.read_text()] == []
    found = key_file_read(file, environment)
    assert (found.keys, found.wrapping and (found.wrapping.purpose, found.wrapping.method)) == (clear, ("processes", method))
    pin = token.key_settings("bungkus") | {"SIMPUL_KEYS_PKCS11_PIN_FILE": "", "SIMPUL_KEYS_PKCS11_PIN": PIN}
    assert key_file_read(file, pin).keys == clear
    assert PIN not in repr(slot_of(pin))


@with_token
@pytest.mark.parametrize("method", METHODS)
def test_whatever_is_altered_in_a_wrapped_file_keeps_it_closed(file, token, method):
    environment = token.key_settings("ubah")
    slot, clear = slot_of(environment), json.loads(file.read_text())
    wrapping_key_make(slot)
    whole, other = (json.loads(key_file_wrap(clear, slot, "processes", methods=(method,)))["wrapped"] for _ in range(2))
    flipped = {name: f"{'B' if whole[name][0] != 'B' else 'C'}{whole[name][1:]}" for name in whole.keys() - {"version", "method", "key_id", "key"}}
    altered = [
        *({name: text} for name, text in flipped.items()),
        *({name: other[name]} for name in whole.keys() & {"nonce", "file_key", "sealed"}),
        {"purpose": "installation"}, {"sealed": ""}, {"sealed": whole["sealed"][:40]}, {"key": "lain"},
    ]  # fmt: skip

    told = set()
    for change in altered:
        file.write_text(json.dumps({"wrapped": whole | change}))
        told.add(refusal(file, environment))

    assert told == {f"The key file {file} (SIMPUL_KEYS_FILE) was altered or damaged after it was wrapped. Restore it from your backup of the keys."}
    file.write_text(json.dumps({"wrapped": whole}))
    assert key_file_read(file, environment).keys == clear


@with_token
def test_a_token_that_cannot_do_the_first_method_takes_the_second(file, token, monkeypatch):
    slot = slot_of(token.key_settings("kedua"))
    wrapping_key_make(slot)
    mechanism = key_file._mechanism
    # Of this token's mechanisms, one that it does not have.
    monkeypatch.setattr(key_file, "_mechanism", lambda name: mechanism("GOST28147" if name == "AES_GCM" else name))

    wrapped = json.loads(key_file_wrap(json.loads(file.read_text()), slot, "processes"))["wrapped"]

    assert (wrapped["method"], len(wrapped["file_key"])) == ("AES-CBC, AES-GCM", 44)


@with_token
def test_every_refusal_names_its_setting(file, token, tmp_path):
    from pkcs11 import Attribute, KeyType, MechanismFlag

    environment = token.key_settings("satu")
    for label in ("satu", "dua"):
        wrapping_key_make(slot_of(token.key_settings(label)))
    readable = slot_of(token.key_settings("terbaca"))
    session = session_open(readable, token_find(readable), writes=True)
    capabilities, open_to_reading = MechanismFlag.ENCRYPT | MechanismFlag.DECRYPT, {Attribute.SENSITIVE: False, Attribute.EXTRACTABLE: True}
    session.generate_key(KeyType.AES, 256, store=True, label="terbaca", capabilities=capabilities, template=open_to_reading)
    session_end(readable)
    file.write_text(key_file_wrap(json.loads(file.read_text()), slot_of(environment), "installation"))
    wrong_pin, open_pin = tmp_path / "wrong", tmp_path / "open"
    for pin, mode, text in ((wrong_pin, 0o600, "111111"), (open_pin, 0o644, PIN)):
        pin.write_text(text)
        pin.chmod(mode)

    refusals = [
        ("KEY", "dua", "The key dua in the token simpul is another than the key 'satu' that the key file"),
        ("KEY", "tidak-ada", "The token simpul has no AES key tidak-ada (SIMPUL_KEYS_PKCS11_KEY)."),
        ("KEY", "terbaca", "can be read out of it"),
        ("TOKEN", "lain", f"There is no token lain in {MODULE} (SIMPUL_KEYS_PKCS11_TOKEN)."),
        ("PIN_FILE", str(tmp_path / "none"), f"The PIN of the token cannot be read from {tmp_path}/none (SIMPUL_KEYS_PKCS11_PIN_FILE)."),
        ("PIN_FILE", str(open_pin), f"Run: chmod 600 {open_pin}"),
        *[("PIN_FILE", str(wrong_pin), f"The token simpul refuses the PIN in {wrong_pin}")] * 12,
    ]
    for name, value, words in refusals:
        told = refusal(file, environment | {f"SIMPUL_KEYS_PKCS11_{name}": value})
        assert (words in told, "111111" in told, PIN in told) == (True, False, False), told
    # A token that was asked a dozen times is not locked, and goes on.
    key_file._opened.cache_clear()
    assert safety.key_ring({**environment, "SIMPUL_KEYS_FILE": str(file)}).current == "k1"


@with_token
def test_a_file_takes_another_key_of_its_token_without_lying_in_clear(file, token, monkeypatch):
    clear = json.loads(file.read_text())
    for name, value in token.key_settings("lama").items():
        monkeypatch.setenv(name, value)
    assert keys.key_file_wrap_in_place(file, slot_of(token.key_settings("lama"))) is True
    assert keys.key_file_wrap_in_place(file, slot_of(token.key_settings("lama"))) is False
    monkeypatch.setenv("SIMPUL_KEYS_PKCS11_KEY", "baru")

    assert keys.key_file_wrap_in_place(file, slot_of(token.key_settings("baru"))) is True

    found = key_file_read(file, token.key_settings("baru"))
    assert (found.keys, found.wrapping and (found.wrapping.purpose, found.wrapping.key)) == (clear, ("installation", "baru"))
    with pytest.raises(KeysNotOpened, match="is another than the key 'baru'"):
        key_file_read(file, token.key_settings("lama"))
    assert [path.name for path in file.parent.iterdir()] == ["keys.json"]


@with_token
def test_a_kill_at_any_moment_leaves_the_file_in_one_form(file, token, tmp_path):
    environment, clear = token.key_settings("mati"), json.loads(file.read_text())
    wrapping_key_make(slot_of(environment))
    command, chance = [sys.executable, "-c", ALTERNATING, str(file)], random.Random(1)
    for turn in range(6):
        place = tmp_path / str(turn)
        place.mkdir()
        # A token in software may be broken by a kill; the file is what is judged.
        own = os.environ | token.copied(place).key_settings("mati")
        with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "going\n"
            time.sleep(chance.uniform(0, 0.2))
            process.kill()
        key_file._opened.cache_clear()
        assert (key_file_read(file, environment).keys, file.stat().st_mode & 0o777) == (clear, 0o600)


@with_token
def test_a_refused_wrapping_leaves_the_file_as_it_was(file, token, tmp_path):
    before, wrong = file.read_text(), tmp_path / "pin"
    wrong.touch(mode=0o600)
    wrong.write_text("111111")

    with pytest.raises(KeysNotOpened, match="refuses the PIN"):
        keys.key_file_wrap_in_place(file, slot_of(token.key_settings("tolak") | {"SIMPUL_KEYS_PKCS11_PIN_FILE": str(wrong)}))

    assert (file.read_text(), sorted(path.name for path in tmp_path.iterdir())) == (before, ["keys.json", "pin"])
