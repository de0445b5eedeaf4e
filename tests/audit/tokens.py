"""A real security module in software (SoftHSM), with one token."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from simpul.platform.security_module import TokenSlot

_MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so")
MODULE = next((path for path in map(Path, _MODULES) if path.exists()), None)
ABSENT = MODULE is None or shutil.which("softhsm2-util") is None
REASON = "no security module in software on this machine (Debian: apt-get install softhsm2)"
PIN = "271828"


@dataclass
class Token:
    """The token of a directory; `environment` lets another process find it."""

    place: Path
    environment: dict[str, str]

    def slot(self, key_label: str, **other: object) -> TokenSlot:
        """A slot of the token, as an installation names it."""
        named = {"module": MODULE, "token_label": "simpul", "key_label": key_label, "pin_file": self.place / "pin"}
        return TokenSlot(**named | other)  # type: ignore[arg-type]

    def settings(self, key_label: str) -> dict[str, str]:
        """The same, as variables."""
        return {
            "SIMPUL_SEAL_KEY_FILE": "",
            "SIMPUL_SEAL_PKCS11_MODULE": str(MODULE),
            "SIMPUL_SEAL_PKCS11_TOKEN": "simpul",
            "SIMPUL_SEAL_PKCS11_KEY": key_label,
            "SIMPUL_SEAL_PKCS11_PIN_FILE": str(self.place / "pin"),
            **self.environment,
        }

    def key_settings(self, key_label: str) -> dict[str, str]:
        """The variables of a slot that wraps key files."""
        return {
            "SIMPUL_KEYS_PKCS11_MODULE": str(MODULE),
            "SIMPUL_KEYS_PKCS11_TOKEN": "simpul",
            "SIMPUL_KEYS_PKCS11_KEY": key_label,
            "SIMPUL_KEYS_PKCS11_PIN_FILE": str(self.place / "pin"),
            **self.environment,
        }

    def copied(self, place: Path) -> Token:
        """The same token in another directory: whoever is killed over it leaves the first whole."""
        shutil.copytree(self.place / "tokens", place / "tokens")
        shutil.copy2(self.place / "pin", place / "pin")
        return Token(place, _configured(place))

    @contextmanager
    def shown(self) -> Iterator[None]:
        """This process sees the token, and none that it saw before."""
        import pkcs11

        with pytest.MonkeyPatch.context() as during:
            # The module reads it each time that it begins.
            during.setenv("SOFTHSM2_CONF", self.environment["SOFTHSM2_CONF"])
            pkcs11.lib(str(MODULE)).reinitialize()
            yield


def token_make(place: Path) -> Token:
    """A fresh token in a directory."""
    (place / "tokens").mkdir()
    environment = _configured(place)
    command = ["softhsm2-util", "--init-token", "--free", "--label", "simpul", "--pin", PIN, "--so-pin", "314159"]
    subprocess.run(command, env=os.environ | environment, check=True, capture_output=True)
    pin = place / "pin"
    pin.touch(mode=0o600)
    pin.write_text(PIN + "\n")
    return Token(place, environment)


def _configured(place: Path) -> dict[str, str]:
    configuration = place / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {place / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    return {"SOFTHSM2_CONF": str(configuration)}
