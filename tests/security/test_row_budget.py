"""Collecting data by reading lists ends at the hour's budget, whatever the list."""

from __future__ import annotations

import pytest

from tests.support import customers as make


@pytest.fixture
def budget_of_five(settings):
    settings.ROWS_PER_HOUR = 5


def found(browser, words):
    return browser.api("POST", "/customers/search", {"q": words})


def test_who_has_read_the_rows_of_the_hour_waits_and_it_is_recorded(client_of, budget_of_five, trace):
    for number in range(6):
        make.customer("Siti Aminah", phone_e164=f"+6281200000{number:03}")
    browser = client_of("agent_mdn")
    assert len(found(browser, "siti aminah").json()["items"]) == 6
    trace.start()

    refused = found(browser, "siti aminah")

    assert (refused.status_code, refused.json()["code"]) == (429, "row_budget_spent")
    assert int(refused["Retry-After"]) > 0
    assert len(trace()["audit"]) == 1
    assert trace()["audit"][0].endswith(":DENIED")


def test_the_budget_holds_over_all_lists_and_for_each_person_alone(client_of, budget_of_five):
    for number in range(6):
        make.customer("Siti Aminah", phone_e164=f"+6281200000{number:03}")
    browser = client_of("agent_mdn")
    found(browser, "siti aminah")

    assert browser.api("GET", "/customers/search?q=siti").status_code == 429
    assert browser.api("GET", "/change-requests").status_code == 429
    assert found(client_of("supervisor_mdn"), "siti aminah").status_code == 200
