"""What a password must be."""

from __future__ import annotations

import hashlib

import pytest

from simpul.iam import passwords
from simpul.iam.models import User
from simpul.platform.errors import Invalid
from tests.support import people
from tests.support.second_factor import sign_in

DEWI = User(username="dewi.sinaga", full_name="Dewi Kartika Sinaga", email="dewi.k@contoh.example")
GOOD = "tikar pandan di beranda"


def refusal(password: str, user: User = DEWI) -> str | None:
    """The code of the first rule that does not hold, or None."""
    try:
        passwords.check(password, user)
    except Invalid as refused:
        return next(code for code, text in passwords.REASONS.items() if text == refused.fields["new_password"])
    return None


@pytest.mark.parametrize(
    "password",
    [GOOD, "kuda-biru-7-langit", "ß∂ƒ©˙∆˚¬…æ≈ç", "x7!" * 42 + "ab", "semuahurufkecilsaja", "   spasi di ujung   ", "simpul tali pramuka kuat"],
)
def test_long_passwords_of_any_characters_are_taken(password):
    assert refusal(password) is None


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password_too_short"),
        ("Xk9!pQ2#vL7", "password_too_short"),
        ("a" * 129, "password_too_long"),
        ("dewi.sinaga1", "password_too_similar"),
        ("dewikartikasinaga", "password_too_similar"),
        ("1qaz2wsx3edc", "password_too_common"),
        ("aaaaaaaaaaaaaaaa", "password_too_common"),
        ("abababababab-", "password_one_character"),
        ("abcdefghijklm", "password_sequence"),
        ("Qwerty-2026-Asdf", "password_sequence"),
        ("lkjhgfdsapoiuy", "password_sequence"),
        ("4rfv5tgb6yhn7ujm", "password_sequence"),
        ("98765432109876", "password_sequence"),
        ("k9!x.k9!x.k9!x.", "password_sequence"),
        ("beverlyhills", "password_too_common"),
        ("Architecture", "password_too_common"),
        ("simpul-2026-sumut", "password_about_office"),
        ("BankSumut!2026", "password_about_office"),
        ("Password123456!", "password_about_office"),
        ("sinaga-12345678", "password_about_office"),
    ],
)
def test_weak_ones_are_refused_each_with_its_own_words(password, code):
    assert refusal(password) == code


def test_a_password_may_be_pasted_with_blanks_at_its_ends(client_of):
    browser = client_of("agent_mdn")
    spaced = f"  {GOOD}  "

    assert browser.api("POST", "/me/password", {"current_password": people.PASSWORD, "new_password": spaced}).status_code == 204
    assert sign_in(people.client(), "agent_mdn", GOOD).status_code == 400
    assert sign_in(people.client(), "agent_mdn", spaced).status_code == 200


def test_the_same_password_again_is_refused(client_of, trace):
    browser = client_of("agent_mdn")
    trace.start()

    answer = browser.api("POST", "/me/password", {"current_password": people.PASSWORD, "new_password": people.PASSWORD})

    assert (answer.status_code, answer.json()["errors"]) == (422, {"new_password": [str(passwords.REASONS["password_unchanged"])]})
    assert trace() == {"audit": ["CHANGE_PASSWORD:FAILED"]}


def test_leaked_passwords_are_found_wherever_they_stand_in_the_list(tmp_path):
    leaked = [f"bocor nomor {number}" for number in range(500)]
    listed = tmp_path / "leaked.txt"
    listed.write_text("".join(sorted(f"{hashlib.sha1(word.encode()).hexdigest().upper()}:{number + 1}\n" for number, word in enumerate(leaked))))
    rule = passwords.Breached(str(listed))

    for word in leaked:
        with pytest.raises(Exception, match="leaked"):
            rule.validate(word)
    for number in range(500):
        rule.validate(f"tidak bocor {number}")
