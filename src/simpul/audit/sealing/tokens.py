"""The sealing key in a slot of a security module (PKCS#11): it signs there and never leaves it; Ed25519 (CKM_EDDSA), as the key in a file.

The library is an optional part of the product (`simpul[hsm]`), and is imported when an installation names a module.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from simpul.audit.sealing.keys import SealingKey, SealingKeyUnusable, key_identify

if TYPE_CHECKING:
    import pkcs11

_CURVE = bytes.fromhex("06032b6570")  # the object identifier of Ed25519, 1.3.101.112
# What stands before the 32 bytes of a public key: nothing, or the head of an octet or bit string, as the module writes it.
_HEADS = (b"", b"\x04\x20", b"\x03\x21\x00")


@dataclass(frozen=True)
class TokenSlot:
    """Where the key lies: the module's library, the token and the key by their labels, and the file with the PIN."""

    module: Path
    token_label: str
    key_label: str
    pin_file: Path


# A PIN is tried once: a token locks itself after a few wrong ones.
_refused_pins: set[tuple[TokenSlot, str]] = set()
_sessions: list[pkcs11.Session] = []


def token_key_load(slot: TokenSlot) -> SealingKey:
    """The key of a slot, once it has signed and its own public key agrees.

    Raises: SealingKeyUnusable.
    """
    with _module_answers(slot):
        return _judged(slot, _session(slot))


def token_key_make(slot: TokenSlot) -> SealingKey:
    """The key of a slot, made in the token when there is none of its label; nobody reads it out.

    Raises: SealingKeyUnusable.
    """
    with _module_answers(slot):
        session = _session(slot, writes=True)
        from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass

        try:
            if not list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.LABEL: slot.key_label})):
                parameters = session.create_domain_parameters(KeyType.EC_EDWARDS, {Attribute.EC_PARAMS: _CURVE}, local=True)
                parameters.generate_keypair(
                    mechanism=Mechanism.EC_EDWARDS_KEY_PAIR_GEN,
                    store=True,
                    id=secrets.token_bytes(8),
                    label=slot.key_label,
                    private_template={Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False},
                )
        finally:
            _end_session()
    return token_key_load(slot)


def _session(slot: TokenSlot, *, writes: bool = False) -> pkcs11.Session:
    try:
        import pkcs11
    except ImportError:
        raise SealingKeyUnusable(
            "SIMPUL_SEAL_PKCS11_MODULE needs the optional part simpul[hsm]: pip install --require-hashes -r requirements/hsm.lock"
        ) from None
    try:
        mode, pin = slot.pin_file.stat().st_mode, slot.pin_file.read_text().strip()
    except (OSError, ValueError):
        raise SealingKeyUnusable(f"The PIN of the token cannot be read from {slot.pin_file} (SIMPUL_SEAL_PKCS11_PIN_FILE).") from None
    if mode & 0o077:
        raise SealingKeyUnusable(f"The PIN in {slot.pin_file} is readable by other users. Run: chmod 600 {slot.pin_file}")
    token = pkcs11.lib(str(slot.module)).get_token(token_label=slot.token_label)
    if _eddsa() not in token.slot.get_mechanisms():
        raise SealingKeyUnusable(
            f"The token {slot.token_label} does not sign with Ed25519 (CKM_EDDSA), which seals need. Use another token, or a key file (SIMPUL_SEAL_KEY_FILE)."
        )
    tried = (slot, hashlib.sha256(pin.encode()).hexdigest())
    if tried in _refused_pins:
        raise SealingKeyUnusable(_refusal(slot, "PinIncorrect"))
    _end_session()
    try:
        session = token.open(rw=writes, user_pin=pin)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
        _refused_pins.add(tried)
        raise
    _sessions.append(session)
    return session


def _end_session() -> None:
    """A process is signed in to a token once: a key that is loaded anew takes the place of the former."""
    while _sessions:
        with suppress(Exception):
            _sessions.pop().close()


def _judged(slot: TokenSlot, session: pkcs11.Session) -> SealingKey:
    from pkcs11 import Attribute, KeyType, ObjectClass, SignMixin

    where = f"in the token {slot.token_label}"
    private = session.get_key(object_class=ObjectClass.PRIVATE_KEY, key_type=KeyType.EC_EDWARDS, label=slot.key_label)
    if not private[Attribute.SENSITIVE] or private[Attribute.EXTRACTABLE]:
        raise SealingKeyUnusable(f"The key {slot.key_label} {where} can be read out of it. Make one that stays there: simpul keys adopt-seal FILE")
    if not isinstance(private, SignMixin):
        raise SealingKeyUnusable(f"The key {slot.key_label} {where} does not sign.")
    point = bytes(session.get_key(object_class=ObjectClass.PUBLIC_KEY, key_type=KeyType.EC_EDWARDS, label=slot.key_label)[Attribute.EC_POINT])
    raw = next((point[len(head) :] for head in _HEADS if len(point) == len(head) + 32 and point.startswith(head)), None)
    if raw is None:
        raise SealingKeyUnusable(f"The public key {slot.key_label} {where} is none of Ed25519.")
    public = Ed25519PublicKey.from_public_bytes(raw)
    key, probe = SealingKey(key_identify(public), public, partial(_signature, slot, private)), secrets.token_bytes(32)
    try:
        public.verify(key.sign(probe), probe)
    except InvalidSignature:
        raise SealingKeyUnusable(
            f"The private and the public key {slot.key_label} {where} do not belong together, or it does not sign by plain Ed25519."
        ) from None
    return key


def _signature(slot: TokenSlot, private: pkcs11.SignMixin, message: bytes) -> bytes:
    """What the token signs; SealingKeyUnusable when the module does not answer."""
    with _module_answers(slot):
        return bytes(private.sign(message, mechanism=_eddsa()))


def _eddsa() -> pkcs11.Mechanism:
    from pkcs11 import Mechanism

    return Mechanism.EDDSA


@contextmanager
def _module_answers(slot: TokenSlot) -> Iterator[None]:
    """Whatever a module says becomes one sentence; after its failure the next attempt begins anew.

    Raises: SealingKeyUnusable.
    """
    try:
        yield
    except SealingKeyUnusable:
        raise
    except (RuntimeError, OSError) as error:
        # The library's own errors are of RuntimeError, without words: their names say what is wrong.
        with suppress(Exception):
            import pkcs11

            pkcs11.lib(str(slot.module)).reinitialize()
        raise SealingKeyUnusable(_refusal(slot, type(error).__name__)) from None


def _refusal(slot: TokenSlot, kind: str) -> str:
    known = {
        "NoSuchToken": f"There is no token {slot.token_label} in {slot.module} (SIMPUL_SEAL_PKCS11_TOKEN).",
        "MultipleTokensReturned": f"Several tokens are called {slot.token_label} (SIMPUL_SEAL_PKCS11_TOKEN).",
        "NoSuchKey": f"The token {slot.token_label} has no Ed25519 key {slot.key_label}. Make one: simpul keys adopt-seal FILE",
        "MultipleObjectsReturned": f"The token {slot.token_label} has several keys {slot.key_label} (SIMPUL_SEAL_PKCS11_KEY).",
        "PinIncorrect": f"The token {slot.token_label} refuses the PIN in {slot.pin_file}.",
        "PinLocked": f"The PIN of the token {slot.token_label} is locked: unlock it with the tools of its maker.",
    }
    return known.get(kind, f"The security module {slot.module} does not answer as it should ({kind}).")
