"""Guessing a password many times at once gives no more guesses than one after the other."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from simpul.platform.db import query
from tests.support import people
from tests.support.database import rows
from tests.support.second_factor import sign_in

AT_ONCE = 40


@pytest.fixture
def town(committed: str, settings) -> None:
    """The organisation in a database whose commits stay, with passwords as expensive as the product makes them."""
    settings.SIGN_INS_PER_MINUTE = 1_000
    people.organisation()
    connection.close()


def at_once(names: list[str], password: str) -> Counter[int]:
    """How many attempts were answered by which status, all begun together, each on a connection of its own."""
    start = threading.Barrier(len(names))

    def attempt(name: str) -> int:
        try:
            browser = people.client()
            assert browser.token
            start.wait(60)
            return int(sign_in(browser, name, password).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(names)) as pool:
        return Counter(pool.map(attempt, names))


def test_of_forty_guesses_at_once_against_one_name_five_are_judged(town):
    assert at_once(["agent_mdn"] * AT_ONCE, "salah-sekali-1") == {400: 5, 429: 35}

    assert sign_in(people.client(), "agent_mdn").json()["closed"] == "NAME"
    with rows():
        kept = query("SELECT kind, failures, judging FROM iam.sign_in_failures ORDER BY kind")
        assert kept == [{"kind": "ADDRESS", "failures": 5, "judging": 0}, {"kind": "NAME", "failures": 5, "judging": 0}]


def test_of_forty_guesses_at_once_from_one_address_thirty_are_judged(town):
    assert at_once([f"tidak.ada.{number}" for number in range(AT_ONCE)], "salah-sekali-1") == {400: 30, 429: 10}


def test_colleagues_who_sign_in_at_once_from_one_office_do_not_close_it(town):
    assert at_once(["agent_mdn", "agent_bnj", "supervisor_mdn", "rm_mdn"] * 5, people.PASSWORD) == {200: 20}

    with rows():
        assert query("SELECT * FROM iam.sign_in_failures") == []


def test_an_attempt_that_never_ended_is_forgotten_after_a_minute(organisation):
    sign_in(people.client(), "agent_mdn", "salah-sekali-1")
    with rows():
        query("UPDATE iam.sign_in_failures SET judging = 40, judging_since = clock_timestamp() - interval '59 seconds' RETURNING subject")
    assert sign_in(people.client(), "agent_mdn").status_code == 429

    with rows():
        query("UPDATE iam.sign_in_failures SET judging_since = clock_timestamp() - interval '61 seconds' RETURNING subject")
    assert sign_in(people.client(), "agent_mdn").status_code == 200
