"""The session token: new at each sign-in, long, worth nothing once it has ended."""

from __future__ import annotations

from simpul.iam.models import User
from tests.support import people
from tests.support.database import rows

SESSION = "/_allauth/browser/v1/auth/session"
LOGIN = "/_allauth/browser/v1/auth/login"


def sign_in(browser: people.ApiClient) -> int:
    credentials = {"username": "agent_mdn", "password": people.PASSWORD}
    return browser.post(LOGIN, data=credentials, content_type="application/json", headers={"X-CSRFToken": browser.token}).status_code


def test_a_token_chosen_before_signing_in_is_worth_nothing_afterwards(organisation):
    browser, thief = people.client(), people.client()
    assert browser.token
    browser.cookies["simpul_session"] = thief.cookies["simpul_session"] = "a" * 32

    assert sign_in(browser) == 200

    assert browser.cookies["simpul_session"].value != "a" * 32
    assert thief.api("GET", "/me").status_code == 401


def test_each_sign_in_gets_a_token_of_its_own_of_more_than_128_bits(organisation):
    tokens = {people.client("agent_mdn").cookies["simpul_session"].value for _ in range(3)}

    # 43 signs of base64 are 256 bits.
    assert len(tokens) == 3
    assert {len(token) for token in tokens} == {43}


def test_after_signing_out_the_token_is_dead_on_the_server(client_of):
    browser, copy = client_of("agent_mdn"), people.client()
    copy.cookies["simpul_session"] = browser.cookies["simpul_session"].value
    assert copy.api("GET", "/me").status_code == 200

    browser.delete(SESSION, headers={"X-CSRFToken": browser.token})

    assert copy.api("GET", "/me").status_code == 401


def test_a_token_of_somebody_who_was_suspended_opens_nothing(client_of):
    browser = client_of("agent_mdn")
    with rows():
        User.objects.filter(username="agent_mdn").update(status="SUSPENDED")

    assert {browser.api("GET", path).status_code for path in ("/me", "/customers/recent", "/inbox")} == {401}


def test_a_password_is_taken_exactly_as_it_was_typed(client_of):
    strange = "  Ünï cöde 🔐 dan spasi di ujung  " + "x" * 60
    browser = client_of("agent_mdn")
    assert browser.api("POST", "/me/password", {"current_password": people.PASSWORD, "new_password": strange}).status_code == 204

    def answers(password: str) -> int:
        other = people.client()
        return other.post(
            LOGIN, data={"username": "agent_mdn", "password": password}, content_type="application/json", headers={"X-CSRFToken": other.token}
        ).status_code

    assert [answers(password) for password in (strange.strip(), strange.lower(), strange[:72], strange)] == [400, 400, 400, 200]
