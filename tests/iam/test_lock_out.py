"""Failed sign-ins close the door for a while, tell the person why, and an administrator opens it."""

from __future__ import annotations

import statistics
import time

import pytest

from simpul.iam.services import lockout
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, NotFound
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.control import agreed
from tests.support.database import rows
from tests.support.second_factor import sign_in

WRONG = "salah-sekali-1"


def fail(username: str, times: int) -> list[object]:
    return [sign_in(people.client(), username, WRONG) for _ in range(times)]


def wait_over() -> None:
    """Let the time of every lock be over."""
    with rows():
        query("UPDATE iam.sign_in_failures SET locked_until = clock_timestamp() - interval '1 second' RETURNING subject")


def test_the_fifth_failure_closes_the_name_and_says_what_to_do(organisation, trace):
    answers = fail("agent_mdn", 5)
    assert [(answer.status_code, answer.json()["tries_left"]) for answer in answers] == [(400, 4), (400, 3), (400, 2), (400, 1), (400, 0)]

    answer = sign_in(people.client(), "agent_mdn")

    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["closed"]) == (429, "rate_limited", "NAME")
    assert 55 <= problem["retry_after"] <= 61
    for words in ("5 kali gagal", "Kata sandi Anda tidak berubah", "administrator Simpul"):
        assert words in problem["detail"]
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"] * 6}


def test_an_address_that_tries_too_often_waits_whatever_name_it_takes(organisation, client_of, trace):
    admin = client_of("admin")
    body = {
        "version": admin.api("GET", "/settings").json()["version"],
        "changes": {"signin.attempts_per_minute": 5},
        "resets": [],
        "reason": "Percobaan dibatasi",
    }
    assert agreed(admin, "PUT", "/settings", body).status_code == 200
    trace.start()
    answers = [sign_in(people.client(), name) for name in ("agent_mdn", "agent_bnj", "tidak_ada", "agent_bnj", "agent_mdn", "agent_bnj")]

    assert [answer.status_code for answer in answers] == [200, 200, 400, 200, 200, 429]
    problem = answers[-1].json()
    assert (problem["closed"], 1 <= problem["retry_after"] <= 12) == ("RATE", True)
    assert "dari jaringan ini dalam satu menit" in problem["detail"]
    assert trace()["audit"][-1] == "SIGN_IN_FAILED:DENIED"


def test_each_further_failure_doubles_the_time_up_to_an_hour(organisation):
    fail("agent_mdn", 4)
    waits = []
    for _ in range(9):
        wait_over()
        fail("agent_mdn", 1)
        waits.append(sign_in(people.client(), "agent_mdn").json()["retry_after"])

    assert [round(wait / 60) for wait in waits] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_trying_while_it_is_closed_does_not_make_it_longer(organisation):
    fail("agent_mdn", 5)
    before = lockout.locked_until(["agent_mdn", "agent_bnj"])

    assert {answer.status_code for answer in fail("agent_mdn", 3)} == {429}
    assert lockout.locked_until(["agent_mdn", "agent_bnj"]) == before


def test_success_lets_the_name_begin_anew(organisation):
    fail("agent_mdn", 4)
    assert sign_in(people.client(), "agent_mdn").status_code == 200

    assert fail("agent_mdn", 1)[0].json()["tries_left"] == 4


def test_a_day_without_failures_is_forgotten(organisation):
    fail("agent_mdn", 4)
    with rows():
        query("UPDATE iam.sign_in_failures SET last_at = last_at - interval '25 hours' RETURNING subject")

    assert fail("agent_mdn", 1)[0].json()["tries_left"] == 4


def test_one_name_does_not_close_another(organisation):
    fail("agent_mdn", 5)

    assert sign_in(people.client(), "agent_bnj").status_code == 200


def test_an_address_that_guesses_many_names_is_closed(organisation, settings):
    settings.SIGN_IN_FAILURES_PER_ADDRESS = 6
    for name in ("agent_mdn", "agent_bnj", "tidak.ada"):
        fail(name, 2)

    problem = sign_in(people.client(), "compliance").json()

    assert (problem["code"], problem["closed"]) == ("rate_limited", "ADDRESS")
    assert "jaringan ini" in problem["detail"]


def test_a_name_that_nobody_has_is_closed_alike(organisation):
    known, unknown = fail("agent_mdn", 6)[-1], fail("tidak.ada", 6)[-1]

    ours, theirs = known.json(), unknown.json()
    for varying in ("request_id", "retry_after"):
        ours.pop(varying), theirs.pop(varying)
    assert ours == theirs


def test_only_hashes_of_names_and_addresses_are_kept(organisation):
    fail("agent_mdn", 1)

    with rows():
        text = query("SELECT string_agg(f::text, ' ') AS text FROM iam.sign_in_failures f")[0]["text"]
    assert "agent_mdn" not in text
    assert "127.0.0.1" not in text


def test_an_unknown_name_takes_as_long_as_a_wrong_password(product_hashing, settings):
    settings.SIGN_IN_FAILURES = settings.SIGN_IN_FAILURES_PER_ADDRESS = 1000
    took: dict[str, list[float]] = {"agent_mdn": [], "tidak.ada": []}
    for _ in range(7):
        for name, times in took.items():
            browser = people.client()
            assert browser.token
            begun = time.process_time()
            sign_in(browser, name, WRONG)
            times.append(time.process_time() - begun)

    known, unknown = (statistics.median(times) for times in took.values())
    assert 0.6 < known / unknown < 1.7


def test_an_administrator_opens_the_door_again(organisation, actor, trace):
    fail("agent_mdn", 5)
    trace.start()

    with scope(actor("admin")):
        assert lockout.unlock(actor=actor("admin"), user_id=people.user_id("agent_mdn")) is True

    assert sign_in(people.client(), "agent_mdn").status_code == 200
    assert trace() == {"audit": ["UNLOCK_SIGN_IN", "SIGN_IN"]}


def test_an_administrator_opens_the_door_to_an_address(organisation, actor, settings):
    settings.SIGN_IN_FAILURES_PER_ADDRESS = 2
    fail("agent_mdn", 2)
    assert sign_in(people.client(), "agent_bnj").status_code == 429

    with scope(actor("admin")):
        assert lockout.unlock_address(actor=actor("admin"), address="127.0.0.1") is True

    assert sign_in(people.client(), "agent_bnj").status_code == 200


@pytest.mark.parametrize("who", ["agent_mdn", "supervisor_mdn", "compliance"])
def test_only_who_manages_the_configuration_opens_it(organisation, actor, trace, who):
    fail("agent_bnj", 5)
    trace.start()

    with scope(actor(who)), pytest.raises(Forbidden):
        lockout.unlock(actor=actor(who), user_id=people.user_id("agent_bnj"))
    with scope(actor(who)), pytest.raises(Forbidden):
        lockout.unlock_address(actor=actor(who), address="127.0.0.1")

    assert sign_in(people.client(), "agent_bnj").status_code == 429
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"]}


def test_there_is_nobody_to_unlock(organisation, actor):
    with scope(actor("admin")), pytest.raises(NotFound):
        lockout.unlock(actor=actor("admin"), user_id=uuid7())


def test_callers_of_one_ipv6_network_count_as_one():
    assert lockout._network("2001:db8:1:2:3:4:5:6") == lockout._network("2001:db8:1:2::9") == "2001:db8:1:2::"
    assert lockout._network("10.1.2.3") == "10.1.2.3"
