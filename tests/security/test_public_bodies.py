"""What somebody unknown sends costs little: few bytes, few fields, short answers, and nothing once the limit of tries is reached."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import pytest

from simpul.config.bodies import BoundedBodies, limit_of
from tests.support import people

OPEN = ["/api/v1/password-links/check", "/api/v1/password-links/redeem"]
SIGN_IN = ["/_allauth/browser/v1/auth/login", "/_allauth/browser/v1/auth/2fa/authenticate", "/_allauth/browser/v1/auth/webauthn/login"]


def keys(count: int, length: int = 6) -> dict[str, Any]:
    return {"token": "x" * 43, **{f"{number:0{length}d}": 1 for number in range(count)}}


def send(browser: Any, path: str, body: Any, method: str = "post") -> Any:
    content = body if isinstance(body, str) else json.dumps(body)
    return getattr(browser, method)(path, data=content, content_type="application/json", headers={"X-CSRFToken": browser.token})


@pytest.mark.parametrize("path", [*OPEN, *SIGN_IN])
def test_two_hundred_thousand_unknown_fields_are_refused_at_once_and_briefly(organisation, path):
    browser = people.client()
    assert browser.token
    began = time.process_time()

    answer = send(browser, path, keys(210_000))

    assert (answer.status_code, answer.json()["code"], len(answer.content) < 1_000) == (413, "too_large", True)
    # The attack took 13 s of processor time; what is left is making the body up.
    assert time.process_time() - began < 5


@pytest.mark.parametrize("path", [*OPEN, *SIGN_IN])
@pytest.mark.parametrize("body", [keys(200), {"token": "x" * 43, "more": [{"a": {"b": 1}} for _ in range(100)]}, "[" * 15_000], ids=["flat", "nested", "deep"])
def test_more_than_two_hundred_fields_are_refused_however_they_are_nested(organisation, path, body):
    answer = send(people.client(), path, body)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["body"])


@pytest.mark.parametrize("path", OPEN)
def test_a_refusal_names_the_first_twenty_fields_and_cuts_their_names_short(organisation, path):
    answer = send(people.client(), path, {f"{number}{'k' * 150}": 1 for number in range(90)})

    errors = answer.json()["errors"]
    assert (answer.status_code, len(errors), max(map(len, errors)) <= 100) == (422, 20, True)


def test_somebody_signed_in_is_told_the_first_twenty_fields_as_well(client_of):
    browser = client_of("agent_mdn")
    began = time.process_time()

    few, many = (send(browser, "/api/v1/me/preferences", keys(count), "patch") for count in (40_000, 150_000))

    assert (few.status_code, len(few.json()["errors"])) == (422, 20)
    assert (many.status_code, list(many.json()["errors"])) == (422, ["body"])
    assert time.process_time() - began < 12


def test_the_limit_of_tries_is_asked_before_the_body_is_read(organisation):
    browser = people.client()
    assert [send(browser, OPEN[0], {"token": "x" * 43}).status_code for _ in range(10)] == [404] * 10

    assert {send(browser, path, body).status_code for path in OPEN for body in ("{", keys(210_000))} == {429}


def test_the_limit_of_sign_ins_is_asked_before_the_body_is_read(organisation, settings):
    settings.SIGN_INS_PER_MINUTE = 5
    browser = people.client()
    assert [send(browser, SIGN_IN[0], {"username": f"tidak{number}", "password": "salah-sekali"}).status_code for number in range(5)] == [400] * 5

    answer = send(browser, SIGN_IN[0], keys(210_000))

    assert (answer.status_code, answer.json()["closed"]) == (429, "RATE")


def test_what_is_open_to_everybody_carries_sixteen_kilobytes_and_no_more():
    assert {limit_of("POST", path) for path in [*OPEN, *SIGN_IN, "/", "/sso/bank/callback", f"{OPEN[0]}/"]} == {16_384}
    assert limit_of("POST", "/api/v1/customers/search") == 2_621_440


def test_who_asks_for_too_much_without_being_known_waits_for_the_answer():
    async def answered_at_once(path: str) -> bool:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        headers = [(b"content-length", b"9999999")]
        asking = asyncio.ensure_future(BoundedBodies(None)({"type": "http", "method": "POST", "path": path, "headers": headers}, None, send))  # type: ignore[arg-type]
        # Nothing is awaited but the pause: whoever does not pause has ended after a few turns of the loop.
        for _ in range(5):
            await asyncio.sleep(0)
        at_once = asking.done()
        await asking
        assert sent[0]["status"] == 413
        return at_once

    paths = (OPEN[0], SIGN_IN[0], "/", "/api/v1/customers/search")
    assert [asyncio.run(answered_at_once(path)) for path in paths] == [False, False, False, True]
