"""What the organisation and its units set holds for each user, in the next request."""

from __future__ import annotations

import time

import pytest
from django.db import DatabaseError

from simpul.iam.middleware import SEEN
from simpul.iam.models import SettingValue, UnitSetting
from simpul.platform import configuration
from simpul.platform.db import execute, scope
from tests.support import people
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
    from tests.support import customers

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
