"""A thousand made-up environments and key files: each starts rightly, or is refused in one sentence that names the variable."""

from __future__ import annotations

import json
import os
import random
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import simpul.config.settings
from simpul.config import safety
from simpul.config.bootstrap import keys
from simpul.config.environment import SettingInvalid
from simpul.config.variables import VARIABLES
from tests.support.database import ADMIN

TIMES = int(os.environ.get("SIMPUL_TEST_SETTINGS", "1000"))
STARTS = int(os.environ.get("SIMPUL_TEST_STARTS", "6"))
SETTINGS = simpul.config.settings.__file__
WORDS = (
    "", "0", "1", "-1", "01", "1.5", "1e3", "abc", "true", "OFF", "yes", "ya", "²", "٣", "99999999999999999999999", " 8", "8 ", "NaN", "\t", "🙂",
    "127.0.0.1", "localhost", "::1", "[::1]", "0.0.0.0", "256.1.1.1", "crm.example", "*", ",", "a,b", "https://crm.example", "ftp://x", "http://[", "https://x:99999",
    "postgresql://a:b@127.0.0.1/simpul", "postgresql://a:b@h:port/x", "postgresql://", "mysql://a", "host=127.0.0.1 dbname=x", "host=", "' OR 1=1",
    "/", "/dev/null", "/dev/null/x", "/proc/self/mem", "/nowhere/at/all", ".", "..", "x" * 5000, "DEBUG", "debug", "WARNING", "ADMIN", "ADMIN,COMPLIANCE", "admin;",
    "a@b.example", "not mail", "127.0.0.1:3310", ":3310", "\udcff", "%00", "a" * 31, "b" * 32,
)  # fmt: skip
NAMES = ("SIMPUL_PROT", "SIMPUL_KEY_FILE", "SIMPUL_", "SIMPUL_SERCH_PER_MINUTE", "SIMPUL_ÜBER", "simpul_port", "SIMPUL_PORT ")
BROKEN: tuple[Any, ...] = (None, 1, True, [], {}, "", "k1", "not base64!", "QUJD", {"current": "k1"}, {"current": "k9", "keys": {}}, [[]], "x" * 40)

WRAPPED: dict[str, Any] = {
    "version": 1, "purpose": "processes", "method": "AES-GCM", "key": "bungkus", "key_id": "00", "nonce": "bm9uY2Vub25jZQ==", "sealed": "QUJD",
}  # fmt: skip


def environment_of(chance: random.Random, place: Path, whole: dict[str, Any]) -> dict[str, str]:
    """A right environment in which a few things went wrong, or nothing did."""
    found = {
        "DATABASE_URL": "postgresql://simpul_app:x@127.0.0.1/simpul",
        "SIMPUL_KEYS_FILE": str(key_file(chance, place, whole)),
        "SIMPUL_DATA_DIR": str(place),
        "SIMPUL_CLAMAV": "127.0.0.1:3310",
    }
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        found[chance.choice([*VARIABLES, *NAMES] if chance.random() < 0.2 else list(VARIABLES))] = chance.choice(WORDS)
    return found


def key_file(chance: random.Random, place: Path, whole: dict[str, Any]) -> Path:
    file, content = place / "keys.json", json.loads(json.dumps(whole))
    file.unlink(missing_ok=True)
    text = ""
    match chance.randrange(13):
        case 0:
            del content[chance.choice(list(content))]
        case 1:
            content[chance.choice(list(content))] = chance.choice(BROKEN)
        case 2:
            content["field"]["keys"][chance.choice(("k1", "k2", "../x", ""))] = chance.choice(BROKEN)
        case 3:
            content["field"]["current"] = chance.choice(BROKEN)
        case 4:
            text = chance.choice(("", "{", "[]", "null", "1", '"x"', "[" * 100_000, "\x00", "{}"))
        case 5:
            text = json.dumps({"wrapped": chance.choice((*BROKEN, {**WRAPPED, chance.choice(list(WRAPPED)): chance.choice(BROKEN)}, WRAPPED))})
    file.write_text(text or json.dumps(content))
    file.chmod(chance.choice((0o600,) * 9 + (0o644,)))
    return file


def test_settings_and_key_files_at_random_are_taken_rightly_or_refused_in_one_sentence(tmp_path, monkeypatch):
    whole, chance = keys.ensure(tmp_path / "whole" / "keys.json", data_exists=False), random.Random(1)
    started = refused = 0
    for number in range(TIMES):
        environment = environment_of(chance, tmp_path, whole)
        try:
            safety.check_settings(environment)
            safety.check_transport(environment)
        except SettingInvalid as refusal:
            refused += 1
            sentence = str(refusal)
            assert any(ascii(name)[1:-1] in sentence for name in (*environment, "DEBUG", "SIMPUL_KEYS_FILE", str(tmp_path))), (number, sentence)
            assert "\n" not in sentence and sentence.endswith((".", "?", "FILE", "keys.json")), (number, sentence)
            assert len(sentence) < 400, (number, sentence)
            continue
        started += 1
        # What was taken, the web processes can work with: their settings are read whole.
        with monkeypatch.context() as patched:
            for name in [name for name in os.environ if name.startswith(("SIMPUL_", "DATABASE_URL"))]:
                patched.delenv(name)
            for name, value in environment.items():
                patched.setenv(name, value)
            runpy.run_path(SETTINGS)
    assert started > TIMES / 10 and refused > TIMES / 10


@pytest.mark.parametrize("seed", range(STARTS))
def test_a_start_at_random_ends_in_one_sentence_or_goes_on(tmp_path, seed):
    """The whole command, on a server without the product's tables: whatever the settings, it ends by itself with one line."""
    whole = keys.ensure(tmp_path / "whole" / "keys.json", data_exists=False)
    chance = random.Random(seed)
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": ADMIN} | {
        name: value for name, value in environment_of(chance, tmp_path, whole).items() if name != "DATABASE_URL" and "\0" not in value
    }
    command = [str(Path(sys.executable).with_name("simpul")), chance.choice(("serve", "worker", "migrate", "import nasabah-csv /dev/null")).split()[0]]

    done = subprocess.run(
        [*command, *(["nasabah-csv", "/dev/null"] if command[1] == "import" else [])],
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("simpul: ")
