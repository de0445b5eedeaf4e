"""The key file as it lies on the disk: in clear, or wrapped under an AES-256 key that stays in a slot of a security module.

Wrapped, it is `{"wrapped": {...}}` with the whole document as one ciphertext. What stands beside the ciphertext (version, purpose, method, key,
nonce) is bound to it: another purpose, or a part of another file, does not open.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from simpul.platform.security_module import TokenSlot, module_answers, session_end, session_open, token_find

if TYPE_CHECKING:
    import pkcs11

SETTINGS = "SIMPUL_KEYS_PKCS11"
INSTALLATION, PROCESSES = "installation", "processes"
"""What a wrapped file is for: all keys with the logins of the database, or the keys of web server and worker alone."""

_FIELDS = {"version", "purpose", "method", "key", "key_id", "nonce", "sealed"}
_ENVELOPE = "AES-CBC, AES-GCM"
# What a module may say of a ciphertext that is not its key's, as far as it tells that from other failures.
_DOES_NOT_OPEN = {"EncryptedDataInvalid", "EncryptedDataLenRange", "DataInvalid", "DataLenRange", "SignatureInvalid", "GeneralError", "FunctionFailed"}


class KeysNotOpened(RuntimeError):
    """A wrapped key file stays closed; the message names the setting and what to do."""


class KeyFileAltered(KeysNotOpened):
    """Its ciphertext, or what stands beside it, is not what was written."""


class _MethodRefused(Exception):
    """The token does not do a method."""


@dataclass(frozen=True)
class Wrapping:
    """A wrapped file: its ciphertext (`sealed`), and what is bound to it; bytes in base64. `file_key` is empty where the token seals the document itself."""

    purpose: str
    method: str
    key: str
    key_id: str
    nonce: str = ""
    file_key: str = ""
    sealed: str = ""
    version: int = 1


@dataclass(frozen=True)
class KeyFile:
    """What a key file holds, and how it is wrapped on the disk; None in clear."""

    keys: dict[str, Any]
    wrapping: Wrapping | None


def key_slot_named(environment: Mapping[str, str]) -> TokenSlot | None:
    """The slot that opens wrapped key files, where the installation names one.

    Raises: KeysNotOpened when it is named in part.
    """
    given = {name: environment.get(f"{SETTINGS}_{name}", "") for name in ("MODULE", "TOKEN", "KEY", "PIN_FILE", "PIN")}
    if not given["MODULE"]:
        return None
    for name in ("TOKEN", "KEY"):
        if not given[name]:
            raise KeysNotOpened(f"{SETTINGS}_{name} is not set: {SETTINGS}_MODULE takes {SETTINGS}_TOKEN, {SETTINGS}_KEY and {SETTINGS}_PIN_FILE beside it.")
    if bool(given["PIN_FILE"]) == bool(given["PIN"]):
        raise KeysNotOpened(f"Set one of {SETTINGS}_PIN_FILE, a file of mode 0600, and {SETTINGS}_PIN: {SETTINGS}_MODULE takes the token's PIN beside it.")
    return TokenSlot(Path(given["MODULE"]), given["TOKEN"], given["KEY"], Path(given["PIN_FILE"]) if given["PIN_FILE"] else None, SETTINGS, given["PIN"])


def key_file_read(path: Path, environment: Mapping[str, str], *, own_key: bool = False) -> KeyFile:
    """The keys of a file, opened where it is wrapped; `own_key` opens by the key that the file names, in place of the configured one.

    Raises: OSError, ValueError when it cannot be read, KeysNotOpened.
    """
    document: Any = json.loads(path.read_text())
    if not isinstance(document, dict):
        raise ValueError("no key file")
    if "wrapped" not in document:
        return KeyFile(document, None)
    wrapping = _wrapping_in(document)
    if wrapping is None:
        raise _altered(path)
    slot = key_slot_named(environment)
    if slot is None:
        raise KeysNotOpened(
            f"The key file {path} (SIMPUL_KEYS_FILE) is wrapped, and no security module is named to open it. "
            f"Set {SETTINGS}_MODULE, {SETTINGS}_TOKEN, {SETTINGS}_KEY and {SETTINGS}_PIN_FILE."
        )
    if own_key:
        slot = replace(slot, key_label=wrapping.key)
    return KeyFile(json.loads(_opened(path, wrapping, slot)), wrapping)


def wrapping_key_make(slot: TokenSlot) -> None:
    """Make the AES-256 key of a slot in its token when there is none of the label; nobody reads it out.

    Raises: KeysNotOpened.
    """
    with _module_answers(slot):
        session = session_open(slot, token_find(slot), writes=True)
        from pkcs11 import Attribute, KeyType, MechanismFlag, ObjectClass

        try:
            if not list(session.get_objects({Attribute.CLASS: ObjectClass.SECRET_KEY, Attribute.LABEL: slot.key_label})):
                session.generate_key(
                    KeyType.AES,
                    256,
                    store=True,
                    id=secrets.token_bytes(8),
                    label=slot.key_label,
                    capabilities=MechanismFlag.ENCRYPT | MechanismFlag.DECRYPT,
                    template={Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False},
                )
        finally:
            session_end(slot)


def key_file_wrap(keys: Mapping[str, Any], slot: TokenSlot, purpose: str, *, methods: tuple[str, ...] | None = None) -> str:
    """The text of a wrapped key file, by the first method that the token can do; it was opened again before it is given.

    Raises: KeysNotOpened.
    """
    text = json.dumps(keys)
    for method in methods or tuple(_METHODS):
        # Some tokens choose the nonce themselves: what they write by AES-GCM does not open.
        with suppress(_MethodRefused, KeyFileAltered):
            wrapping = _sealed(slot, text, purpose, method)
            # Signed in anew: what is written opens by a key that the token keeps.
            if _open(Path("as it was written"), wrapping, slot) == text:
                return json.dumps({"wrapped": _written(wrapping)}, indent=2) + "\n"
    raise KeysNotOpened(f"The token {slot.token_label} does not encrypt with AES-GCM or AES-CBC as it should. Use another token ({SETTINGS}_TOKEN).")


def _sealed(slot: TokenSlot, text: str, purpose: str, method: str) -> Wrapping:
    with _module_answers(slot):
        try:
            session = session_open(slot, token_find(slot))
            key = _wrapping_key(slot, session)
            return _METHODS[method][0](key, Wrapping(purpose, method, slot.key_label, _key_id(key)), text.encode())
        finally:
            session_end(slot)


@lru_cache(maxsize=8)
def _opened(path: Path, wrapping: Wrapping, slot: TokenSlot) -> str:
    """The document of a wrapped file; a process asks its token once, and keeps the answer in its memory alone."""
    return _open(path, wrapping, slot)


def _open(path: Path, wrapping: Wrapping, slot: TokenSlot) -> str:
    with _module_answers(slot):
        try:
            session = session_open(slot, token_find(slot))
            key = _wrapping_key(slot, session)
            another = _key_id(key) != wrapping.key_id
            try:
                return _METHODS[wrapping.method][1](key, wrapping).decode()
            except (InvalidTag, ValueError):
                pass
            except RuntimeError as error:
                if type(error).__name__ not in _DOES_NOT_OPEN:
                    raise
            if another:
                raise KeysNotOpened(
                    f"The key {slot.key_label} in the token {slot.token_label} is another than the key {wrapping.key[:60]!a} that the key file {path} was wrapped with. "
                    f"Put {SETTINGS}_KEY and {SETTINGS}_TOKEN right, or restore the token from its maker's backup."
                )
            raise _altered(path)
        finally:
            session_end(slot)


def _wrapping_key(slot: TokenSlot, session: pkcs11.Session) -> Any:
    from pkcs11 import Attribute, DecryptMixin, EncryptMixin, KeyType, ObjectClass

    key = session.get_key(object_class=ObjectClass.SECRET_KEY, key_type=KeyType.AES, label=slot.key_label)
    if not key[Attribute.SENSITIVE] or key[Attribute.EXTRACTABLE] or key[Attribute.VALUE_LEN] != 32:
        raise KeysNotOpened(
            f"The key {slot.key_label} in the token {slot.token_label} can be read out of it, or is no AES-256. "
            f"Name another label ({SETTINGS}_KEY): simpul keys wrap FILE makes a key that stays there."
        )
    if not (isinstance(key, EncryptMixin) and isinstance(key, DecryptMixin)):
        raise KeysNotOpened(f"The key {slot.key_label} in the token {slot.token_label} does not encrypt and decrypt ({SETTINGS}_KEY).")
    return key


def _key_id(key: Any) -> str:
    from pkcs11 import Attribute

    return bytes(key[Attribute.ID]).hex()


def _gcm_seal(key: Any, empty: Wrapping, text: bytes) -> Wrapping:
    """AES-GCM in the token."""
    nonce = secrets.token_bytes(12)
    wrapping = replace(empty, nonce=_text(nonce))
    return replace(wrapping, sealed=_text(_in_token(key.encrypt, text, "AES_GCM", _gcm(nonce, wrapping))))


def _gcm_open(key: Any, wrapping: Wrapping) -> bytes:
    return bytes(key.decrypt(_bytes(wrapping.sealed), mechanism=_mechanism("AES_GCM"), mechanism_param=_gcm(_bytes(wrapping.nonce), wrapping)))


def _cbc_seal(key: Any, empty: Wrapping, text: bytes) -> Wrapping:
    """For a token without AES-GCM: a key of this file alone seals the document here, and lies beside it, encrypted in the token.

    A changed `file_key` or `nonce` gives another key, which the tag over the document and all that stands beside it refuses.
    """
    vector, file_key = secrets.token_bytes(16), AESGCM.generate_key(256)
    wrapping = replace(empty, nonce=_text(vector), file_key=_text(_in_token(key.encrypt, file_key, "AES_CBC", vector)))
    # The key is used once, so its nonce is fixed.
    return replace(wrapping, sealed=_text(AESGCM(file_key).encrypt(bytes(12), text, _bound(wrapping))))


def _cbc_open(key: Any, wrapping: Wrapping) -> bytes:
    vector, sealed = _bytes(wrapping.nonce), _bytes(wrapping.file_key)
    if (len(vector), len(sealed)) != (16, 32):
        raise ValueError("no key of a file")
    file_key = bytes(key.decrypt(sealed, mechanism=_mechanism("AES_CBC"), mechanism_param=vector))
    return AESGCM(file_key).decrypt(bytes(12), _bytes(wrapping.sealed), _bound(wrapping))


_METHODS: dict[str, tuple[Callable[[Any, Wrapping, bytes], Wrapping], Callable[[Any, Wrapping], bytes]]] = {
    "AES-GCM": (_gcm_seal, _gcm_open),
    _ENVELOPE: (_cbc_seal, _cbc_open),
}


def _in_token(act: Callable[..., bytes], data: bytes, mechanism: str, parameter: Any) -> bytes:
    """Raises: _MethodRefused when the token does not know the mechanism, or not with these parameters."""
    try:
        return bytes(act(data, mechanism=_mechanism(mechanism), mechanism_param=parameter))
    except RuntimeError as error:
        if type(error).__name__ in ("MechanismInvalid", "MechanismParamInvalid", "ArgumentsBad", "FunctionNotSupported", "DataLenRange"):
            raise _MethodRefused from None
        raise


def _mechanism(name: str) -> pkcs11.Mechanism:
    from pkcs11 import Mechanism

    return Mechanism[name]


def _gcm(nonce: bytes, wrapping: Wrapping) -> pkcs11.GCMParams:
    from pkcs11 import GCMParams

    return GCMParams(nonce, _bound(wrapping), 128)


def _bound(wrapping: Wrapping) -> bytes:
    """The associated data: what the file is, and everything that stands beside its ciphertext."""
    beside = {name: value for name, value in _written(wrapping).items() if name != "sealed"}
    return b"simpul key file\0" + json.dumps(beside, sort_keys=True, separators=(",", ":")).encode()


def _written(wrapping: Wrapping) -> dict[str, object]:
    return {name: value for name, value in asdict(wrapping).items() if value != ""}


def _wrapping_in(document: dict[str, object]) -> Wrapping | None:
    """The wrapping that a document states; None where it is none of ours, before any token is asked."""
    found = document["wrapped"]
    if len(document) != 1 or not isinstance(found, dict) or not all(isinstance(value, int if name == "version" else str) for name, value in found.items()):
        return None
    expected = _FIELDS | ({"file_key"} if found.get("method") == _ENVELOPE else set())
    fits = found.keys() == expected and found["version"] == 1 and found["method"] in _METHODS
    return Wrapping(**found) if fits else None


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _altered(path: Path) -> KeyFileAltered:
    return KeyFileAltered(f"The key file {path} (SIMPUL_KEYS_FILE) was altered or damaged after it was wrapped. Restore it from your backup of the keys.")


def _module_answers(slot: TokenSlot) -> AbstractContextManager[None]:
    """Raises: KeysNotOpened."""
    absent = f"The token {slot.token_label} has no AES key {slot.key_label} ({SETTINGS}_KEY). Name the key that the file was wrapped with."
    return module_answers(slot, absent_key=absent, refusal=KeysNotOpened)
