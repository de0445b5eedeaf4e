"""The sealing key in a security module signs what the verifier accepts, stays there, and every refusal says what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simpul.audit.sealing import keys, tokens
from simpul.audit.sealing.keys import SealingKeyUnusable
from simpul.audit.sealing.tokens import token_key_load, token_key_make
from simpul.platform.security_module import TokenRefused, require_tries_left, session_end
from tests.audit.tokens import ABSENT, PIN, REASON, Token, token_make
from tests.support.database import settle

pytestmark = pytest.mark.skipif(ABSENT, reason=REASON)


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Token]:
    token = token_make(tmp_path_factory.mktemp("token"))
    with token.shown():
        yield token


def test_seals_of_a_token_hold_for_the_verifier_after_seals_of_a_file(trail, token):
    trail.write(3)
    trail.seal()
    slot = token.slot("segel")

    trail.sealer.key = token_key_make(slot)
    keys.public_key_add(trail.public_keys, trail.sealer.key)
    trail.write(2)
    settle()
    (seal,) = trail.seal()

    assert (seal.key_id, seal.key_id == token_key_load(slot).key_id) == (trail.sealer.key.key_id, True)
    assert (trail.verify().rows, len(keys.public_keys_read(trail.public_keys))) == (5, 2)
    assert token_key_make(slot).key_id == seal.key_id  # there is one already: it is taken


def test_the_private_key_does_not_leave_the_token(token):
    import pkcs11
    from pkcs11 import Attribute

    key = token_key_make(token.slot("tetap"))

    private = key.signer.args[1]
    assert (private[Attribute.SENSITIVE], private[Attribute.EXTRACTABLE]) == (True, False)
    with pytest.raises((pkcs11.AttributeSensitive, pkcs11.AttributeTypeInvalid)):
        private[Attribute.VALUE]


def test_a_key_that_can_be_read_out_is_refused(token):
    import pkcs11
    from pkcs11 import Attribute, KeyType, Mechanism

    slot = token.slot("terbuka")
    session_end(slot)
    with pkcs11.lib(str(slot.module)).get_token(token_label="simpul").open(rw=True, user_pin=PIN) as session:
        parameters = session.create_domain_parameters(KeyType.EC_EDWARDS, {Attribute.EC_PARAMS: tokens._CURVE}, local=True)
        open_to_reading = {Attribute.SENSITIVE: False, Attribute.EXTRACTABLE: True}
        parameters.generate_keypair(mechanism=Mechanism.EC_EDWARDS_KEY_PAIR_GEN, store=True, label="terbuka", private_template=open_to_reading)

    with pytest.raises(SealingKeyUnusable, match="can be read out"):
        token_key_load(slot)


def test_a_token_that_does_not_sign_with_ed25519_is_refused(token, monkeypatch):
    from pkcs11 import Mechanism

    # Of this token's mechanisms, one that it does not have.
    monkeypatch.setattr(tokens, "_eddsa", lambda: Mechanism.GOSTR3410)

    with pytest.raises(SealingKeyUnusable, match="does not sign with Ed25519"):
        token_key_load(token.slot("segel"))


def test_every_refusal_names_what_is_wrong(token, tmp_path):
    token_key_make(token.slot("segel"))
    open_pin, wrong_pin = tmp_path / "open", tmp_path / "wrong"
    open_pin.write_text(PIN)
    open_pin.chmod(0o644)
    wrong_pin.touch(mode=0o600)
    wrong_pin.write_text("999999")
    refusals = [
        (token.slot("tidak-ada"), "has no Ed25519 key tidak-ada"),
        (token.slot("segel", token_label="lain"), "no token lain"),
        (token.slot("segel", pin_file=tmp_path / "nothing"), "PIN of the token cannot be read"),
        (token.slot("segel", pin_file=open_pin), "chmod 600"),
        (token.slot("segel", pin_file=wrong_pin), "refuses the PIN"),
    ]
    for slot, words in refusals:
        with pytest.raises(SealingKeyUnusable, match=words):
            token_key_load(slot)
    # What failed leaves the module usable.
    assert token_key_load(token.slot("segel")).key_id


def test_a_wrong_pin_is_tried_once_so_that_the_token_does_not_lock(token, tmp_path):
    wrong = tmp_path / "pin"
    wrong.touch(mode=0o600)
    wrong.write_text("111111")
    slot = token.slot("segel", pin_file=wrong)
    token_key_make(token.slot("segel"))
    for _ in range(12):
        with pytest.raises(SealingKeyUnusable, match="refuses the PIN"):
            token_key_load(slot)

    wrong.write_text(PIN)
    assert token_key_load(slot).key_id == token_key_load(token.slot("segel")).key_id


def test_the_last_try_before_a_token_locks_itself_is_left_to_a_person(token):
    from pkcs11 import TokenFlag

    require_tries_left(token.slot("segel"), TokenFlag.USER_PIN_COUNT_LOW)
    with pytest.raises(TokenRefused, match="locks itself after one more wrong PIN"):
        require_tries_left(token.slot("segel"), TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY)
