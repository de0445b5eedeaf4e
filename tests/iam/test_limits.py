"""What the organisation and its units set holds for each user, in the next request."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError

from simpul.iam.middleware import SEEN
from simpul.iam.models import SettingValue, UnitSetting
from simpul.iam.selectors.duties import within_hours
from simpul.platform import configuration
from simpul.platform.db import execute, scope
from tests.support import customers, people
from tests.support.database import rows


def organisation_sets(key: str, value: object) -> None:
    with rows():
        SettingValue.objects.update_or_create(key=key, defaults={"value": value, "changed_by_id": people.user_id("admin")})


def unit_sets(key: str, value: object) -> None:
    with rows():
        UnitSetting.objects.update_or_create(unit_id="CALL", key=key, defaults={"value": value, "changed_by_id": people.user_id("admin")})


def test_a_setting_holds_for_everybody_and_a_unit_is_stricter_for_its_members(organisation):
    organisation_sets("search.per_minute", 8)
    unit_sets("search.per_minute", 3)

    assert configuration.number("search.per_minute") == 8
    assert configuration.number("search.per_minute", people.actor("agent_mdn")) == 8
    assert configuration.number("search.per_minute", people.actor("call_agent")) == 3


def test_a_unit_cannot_widen_whatever_its_row_says(organisation):
    unit_sets("search.per_minute", 600)
    unit_sets("session.idle_seconds", 7200)

    assert configuration.number("search.per_minute", people.actor("call_agent")) == 10
    assert configuration.number("session.idle_seconds", people.actor("call_agent")) == 900


def test_an_open_session_keeps_to_a_shorter_idle_time_at_once(client_of):
    browser = client_of("call_agent")
    assert browser.api("GET", "/me").json()["session"]["idle_seconds"] == 900
    session = browser.session
    session[SEEN] = int(time.time()) - 200
    session.save()

    unit_sets("session.idle_seconds", 120)

    assert browser.api("GET", "/me").status_code == 401


def test_a_unit_that_reveals_nothing_is_obeyed_by_its_members_only(client_of):
    one = customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281234567890")
    unit_sets("reveal.allowed", False)
    asked = {"field": "phone_e164", "reason": "verifikasi identitas nasabah"}

    refused = client_of("call_agent").api("POST", f"/customers/{one.id}/reveal", asked)

    assert (refused.status_code, refused.json()["detail"]) == (403, "Di unit Anda data tersamar tidak ditampilkan.")
    assert client_of("agent_mdn").api("POST", f"/customers/{one.id}/reveal", asked).status_code == 200


@pytest.mark.parametrize("username", ["agent_mdn", "compliance", "supervisor_mdn"])
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO iam.settings (key, value, changed_by) VALUES ('search.per_minute', '600', iam.uid())",
        "INSERT INTO iam.unit_settings (unit_setting_id, unit_code, key, value, changed_by) VALUES (gen_random_uuid(), 'CALL', 'search.per_minute', '1', iam.uid())",
        "INSERT INTO iam.configuration_revisions (revision_id, kind, number, changes, reason, changed_by) VALUES (gen_random_uuid(), 'SETTINGS', 1, '[]', 'x', iam.uid())",
    ],
)
def test_the_database_lets_only_administrators_write_settings(organisation, username, statement):
    with pytest.raises(DatabaseError, match="row-level security"), scope(people.actor(username)):
        execute(statement)


def test_not_even_an_administrator_writes_in_somebody_elses_name_or_rewrites_history(organisation):
    with pytest.raises(DatabaseError, match="row-level security"), scope(people.actor("admin")):
        execute("INSERT INTO iam.settings (key, value, changed_by) VALUES ('search.per_minute', '600', %s)", (people.user_id("compliance"),))
    with rows():
        execute(
            "INSERT INTO iam.configuration_revisions (revision_id, kind, number, changes, reason, changed_by) VALUES (gen_random_uuid(), 'SETTINGS', 1, '[]', 'x', %s)",
            (people.user_id("admin"),),
        )
    with scope(people.actor("admin")):
        assert execute("UPDATE iam.configuration_revisions SET reason = 'y'") == 0
        assert execute("DELETE FROM iam.configuration_revisions") == 0


@pytest.mark.parametrize(
    ("moment", "within"),
    [
        ("2026-11-20T01:00:00+00:00", True),  # Friday 08:00 in Medan
        ("2026-11-20T00:59:59+00:00", False),
        ("2026-11-20T10:00:00+00:00", False),  # 17:00: closed
        ("2026-11-21T03:00:00+00:00", False),  # Saturday
    ],
)
def test_hours_of_access_go_by_the_clock_of_the_branch(organisation, moment, within):
    unit_sets("access.hours", {"days": [1, 2, 3, 4, 5], "opens": "08:00", "closes": "17:00"})

    assert within_hours(people.actor("call_agent"), datetime.fromisoformat(moment)) is within
    assert within_hours(people.actor("agent_mdn"), datetime.fromisoformat(moment)) is True


def test_outside_the_hours_everything_but_the_own_account_is_refused_and_recorded(client_of, trace):
    never = {"days": [(datetime.now(UTC) + timedelta(days=3)).isoweekday()], "opens": "08:00", "closes": "17:00"}
    browser, admin = client_of("call_agent"), people.client("admin")
    organisation_sets("access.hours", never)
    trace.start()

    answer = browser.api("GET", "/customers/recent")

    assert (answer.status_code, answer.json()["code"]) == (403, "outside_hours")
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}
    assert browser.api("GET", "/me").json()["must"] == ""
    assert admin.api("GET", "/settings").status_code == 200, "administrators may put it right"


def test_rows_of_lists_are_counted_and_the_budget_says_when_to_come_back(client_of, trace):
    for number in range(3):
        customers.customer(f"Nasabah Ke{number}", "MDN")
    browser = client_of("supervisor_mdn")
    organisation_sets("rows.per_hour", 500)
    with rows():
        execute("INSERT INTO jobs.rate_buckets (key, tokens, updated_at) VALUES (%s, 2, clock_timestamp())", (f"rows:{people.user_id('supervisor_mdn')}",))
    assert len(browser.api("GET", "/portfolio/customers").json()["items"]) == 3
    trace.start()

    answer = browser.api("GET", "/portfolio/customers")

    assert (answer.status_code, answer.json()["code"]) == (429, "row_budget_spent")
    assert 1 <= int(answer["Retry-After"]) == answer.json()["retry_after"] <= 15
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}
    assert people.client("agent_mdn").api("GET", "/portfolio/customers").status_code == 200, "a budget is one person's own"
