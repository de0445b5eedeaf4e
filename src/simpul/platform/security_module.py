"""A slot of a security module (PKCS#11): how a process signs in to a token, and what each failure says in one sentence.

The library is an optional part of the product (`simpul[hsm]`), and is imported when an installation names a module.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pkcs11


class TokenRefused(RuntimeError):
    """A token, its PIN or its key cannot be used; the message says what to do, and nothing of a secret."""


@dataclass(frozen=True)
class TokenSlot:
    """Where a key lies: the module's library, the token and the key by their labels, and the PIN in a file or as it is; `settings` begins the names of its variables."""

    module: Path
    token_label: str
    key_label: str
    pin_file: Path | None
    settings: str = "SIMPUL_SEAL_PKCS11"
    pin: str = field(default="", repr=False)


# A PIN is tried once: a token locks itself after a few wrong ones.
_refused_pins: set[tuple[TokenSlot, str]] = set()
# A process is signed in to a token as a whole, so there is one session for each.
_sessions: dict[tuple[Path, str], pkcs11.Session] = {}


def token_find(slot: TokenSlot) -> pkcs11.Token:
    """The token of a slot, before anybody signs in to it.

    Raises: TokenRefused without the optional part; what the module raises.
    """
    try:
        import pkcs11
    except ImportError:
        raise TokenRefused(f"{slot.settings}_MODULE needs the optional part simpul[hsm]: pip install --require-hashes -r requirements/hsm.lock") from None
    return pkcs11.lib(str(slot.module)).get_token(token_label=slot.token_label)


def session_open(slot: TokenSlot, token: pkcs11.Token, *, writes: bool = False) -> pkcs11.Session:
    """Sign in to the token; a session that the process had there before ends.

    Raises: TokenRefused for a PIN that cannot be read, was refused before or would be the last try; what the module raises.
    """
    import pkcs11

    pin = _pin_of(slot)
    require_tries_left(slot, token.flags)
    tried = (slot, hashlib.sha256(pin.encode()).hexdigest())
    if tried in _refused_pins:
        raise TokenRefused(_refusal(slot, "PinIncorrect", ""))
    session_end(slot)
    try:
        session = token.open(rw=writes, user_pin=pin)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
        _refused_pins.add(tried)
        raise
    _sessions[slot.module, slot.token_label] = session
    return session


def session_end(slot: TokenSlot) -> None:
    """Sign out of the token of a slot."""
    if (session := _sessions.pop((slot.module, slot.token_label), None)) is not None:
        with suppress(Exception):
            session.close()


def require_tries_left(slot: TokenSlot, flags: int) -> None:
    """A service manager starts a process several times; the last try before the token locks itself is left to a person.

    Raises: TokenRefused.
    """
    from pkcs11 import TokenFlag

    if flags & TokenFlag.USER_PIN_FINAL_TRY:
        raise TokenRefused(
            f"The token {slot.token_label} locks itself after one more wrong PIN. Put {_pin_place(slot)} right and sign in once with the tools of the token's maker."
        )


def _pin_of(slot: TokenSlot) -> str:
    if slot.pin_file is None:
        return slot.pin
    try:
        mode, pin = slot.pin_file.stat().st_mode, slot.pin_file.read_text().strip()
    except (OSError, ValueError):
        raise TokenRefused(f"The PIN of the token cannot be read from {slot.pin_file} ({slot.settings}_PIN_FILE).") from None
    if mode & 0o077:
        raise TokenRefused(f"The PIN in {slot.pin_file} is readable by other users. Run: chmod 600 {slot.pin_file}")
    return pin


def _pin_place(slot: TokenSlot) -> str:
    return f"{slot.settings}_PIN" if slot.pin_file is None else f"the PIN in {slot.pin_file}"


@contextmanager
def module_answers(slot: TokenSlot, *, absent_key: str, refusal: type[RuntimeError] = TokenRefused) -> Iterator[None]:
    """Whatever a module says becomes one sentence; after its failure the next attempt begins anew.

    `absent_key` is what is said where the token has no key of the label. Raises: `refusal`.
    """
    try:
        yield
    except refusal:
        raise
    except TokenRefused as refused:
        raise refusal(str(refused)) from None
    except (RuntimeError, OSError) as error:
        # The library's own errors are of RuntimeError, without words: their names say what is wrong.
        for module, token_label in list(_sessions):
            # Signed out before the module begins anew: a former session's number may then be another's.
            if module == slot.module:
                session_end(replace(slot, token_label=token_label))
        with suppress(Exception):
            import pkcs11

            pkcs11.lib(str(slot.module)).reinitialize()
        raise refusal(_refusal(slot, type(error).__name__, absent_key)) from None


def _refusal(slot: TokenSlot, kind: str, absent_key: str) -> str:
    known = {
        "NoSuchToken": f"There is no token {slot.token_label} in {slot.module} ({slot.settings}_TOKEN).",
        "MultipleTokensReturned": f"Several tokens are called {slot.token_label} ({slot.settings}_TOKEN).",
        "NoSuchKey": absent_key,
        "MultipleObjectsReturned": f"The token {slot.token_label} has several keys {slot.key_label} ({slot.settings}_KEY).",
        "PinIncorrect": f"The token {slot.token_label} refuses {_pin_place(slot)}.",
        "PinLocked": f"The PIN of the token {slot.token_label} is locked: unlock it with the tools of its maker.",
    }
    return known.get(kind, f"The security module {slot.module} does not answer as it should ({kind}). Check {slot.settings}_MODULE and the token.")
