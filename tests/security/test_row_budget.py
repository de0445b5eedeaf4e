"""Collecting data by reading lists ends at the hour's budget, whatever the list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.platform import clock
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


def test_timelines_and_who_did_what_about_a_customer_count_as_lists(client_of, budget_of_five, trace):
    one, other = make.customer(), make.customer("Dewi Lubis")
    for day in range(6):
        make.transaction(one.id, at=clock.now() - timedelta(days=day + 1))
    agent, compliance = client_of("agent_mdn"), client_of("compliance")
    assert len(agent.api("GET", f"/customers/{one.id}/timeline").json()["items"]) == 6
    statuses = [compliance.api("GET", f"/audit/customers/{one.id}").status_code for _ in range(6)]
    assert (statuses[0], statuses[-1]) == (200, 429)
    trace.start()

    answers = [agent.api("GET", f"/customers/{other.id}/timeline"), compliance.api("GET", f"/audit/customers/{other.id}")]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(429, "row_budget_spent")] * 2
    assert trace()["audit"] == ["VIEW_DENIED:DENIED"] * 2
    assert agent.api("GET", f"/customers/{one.id}/360").status_code == 200
