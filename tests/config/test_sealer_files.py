"""The sealer does not start over files that somebody else owns or may write."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from simpul.audit.sealing import keys
from simpul.audit.sealing.tokens import token_key_load, token_key_make
from simpul.config import sealer
from simpul.config.environment import SettingInvalid
from simpul.platform.security_module import TokenSlot

STRANGER = 54_321
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Key and checkpoints, each in a directory of its own, as the first start leaves them."""
    key, checkpoints = tmp_path / "keys" / "seal-key.json", tmp_path / "checkpoints" / "audit.ndjson"
    keys.make(key)
    checkpoints.parent.mkdir(mode=0o700)
    checkpoints.touch(mode=0o640)
    for name, value in (("DATABASE_URL", "postgresql://h/x"), ("SIMPUL_SEAL_KEY_FILE", key), ("SIMPUL_CHECKPOINTS_FILE", checkpoints)):
        monkeypatch.setenv(name, str(value))
    return {"key": key, "its directory": key.parent, "checkpoints": checkpoints, "their directory": checkpoints.parent}


def test_files_of_its_own_are_taken_and_so_are_files_that_are_not_there_yet(files):
    assert sealer.settings().checkpoints == files["checkpoints"]
    for which in ("key", "checkpoints"):
        files[which].unlink()
    assert sealer.settings().key == files["key"]


@pytest.mark.parametrize("mode", [0o020, 0o002])
@pytest.mark.parametrize("which", ["key", "its directory", "checkpoints", "their directory"])
def test_what_others_may_write_is_refused(files, which, mode):
    files[which].chmod(files[which].stat().st_mode | mode)

    with pytest.raises(SettingInvalid, match=rf"can be written by other users .* chmod go-w {files[which]}$"):
        sealer.settings()


def test_a_link_leads_to_what_is_judged(files, monkeypatch):
    link = files["its directory"] / "audit.ndjson"
    link.symlink_to(files["checkpoints"])
    monkeypatch.setenv("SIMPUL_CHECKPOINTS_FILE", str(link))
    files["their directory"].chmod(0o777)

    with pytest.raises(SettingInvalid, match=r"SIMPUL_CHECKPOINTS_FILE: .*can be written"):
        sealer.settings()


@as_root
@pytest.mark.parametrize("which", ["checkpoints", "their directory"])
def test_what_belongs_to_another_user_is_refused(files, which):
    os.chown(files[which], STRANGER, -1)

    with pytest.raises(SettingInvalid, match=rf"{files[which]} belongs to another user .* chown 0 {files[which]}$"):
        sealer.settings()


@as_root
def test_a_command_of_root_takes_the_files_of_the_sealer_but_none_of_a_third(files):
    for file in files.values():
        os.chown(file, STRANGER, -1)
    assert sealer.settings().key == files["key"]

    os.chown(files["checkpoints"], STRANGER + 1, -1)
    with pytest.raises(SettingInvalid, match=f"chown {STRANGER} "):
        sealer.settings()


def test_a_security_module_without_its_optional_part_is_told(files, monkeypatch):
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    slot = TokenSlot(Path("/usr/lib/module.so"), "simpul", "segel", files["key"])

    for ask in (token_key_load, token_key_make):
        with pytest.raises(keys.SealingKeyUnusable, match=r"simpul\[hsm\]"):
            ask(slot)


def test_files_of_a_security_module_are_judged_as_well(files, monkeypatch):
    monkeypatch.delenv("SIMPUL_SEAL_KEY_FILE")
    named = {"MODULE": "/usr/lib/module.so", "TOKEN": "simpul", "KEY": "segel", "PIN_FILE": str(files["key"])}
    for name, value in named.items():
        monkeypatch.setenv(f"SIMPUL_SEAL_PKCS11_{name}", value)
    with pytest.raises(SettingInvalid, match="SIMPUL_SEAL_PUBLIC_FILE is not set"):
        sealer.settings()
    monkeypatch.setenv("SIMPUL_SEAL_PUBLIC_FILE", str(keys.public_file(files["key"])))
    assert sealer.settings().key == TokenSlot(Path("/usr/lib/module.so"), "simpul", "segel", files["key"])

    files["key"].chmod(0o620)
    with pytest.raises(SettingInvalid, match=r"SIMPUL_SEAL_PKCS11_PIN_FILE: .* can be written"):
        sealer.settings()
