"""The sealing key in a slot of a security module (PKCS#11): it signs there and never leaves it; Ed25519 (CKM_EDDSA), as the key in a file."""

from __future__ import annotations

import secrets
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from simpul.audit.sealing.keys import SealingKey, SealingKeyUnusable, key_identify
from simpul.platform.security_module import TokenSlot, module_answers, session_end, session_open, token_find

if TYPE_CHECKING:
    import pkcs11

_CURVE = bytes.fromhex("06032b6570")  # the object identifier of Ed25519, 1.3.101.112
# What stands before the 32 bytes of a public key: nothing, or the head of an octet or bit string, as the module writes it.
_HEADS = (b"", b"\x04\x20", b"\x03\x21\x00")


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
            session_end(slot)
    return token_key_load(slot)


def _session(slot: TokenSlot, *, writes: bool = False) -> pkcs11.Session:
    token = token_find(slot)
    if _eddsa() not in token.slot.get_mechanisms():
        raise SealingKeyUnusable(
            f"The token {slot.token_label} does not sign with Ed25519 (CKM_EDDSA), which seals need. Use another token, or a key file (SIMPUL_SEAL_KEY_FILE)."
        )
    return session_open(slot, token, writes=writes)


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


def _module_answers(slot: TokenSlot) -> AbstractContextManager[None]:
    """Raises: SealingKeyUnusable."""
    absent = f"The token {slot.token_label} has no Ed25519 key {slot.key_label}. Make one: simpul keys adopt-seal FILE"
    return module_answers(slot, absent_key=absent, refusal=SealingKeyUnusable)
