"""Units, branches and settings as administrators change them."""

from __future__ import annotations

import pytest

from simpul.iam.models import SettingValue, UnitSetting
from simpul.iam.public import organisation_name, organisation_put
from simpul.platform import configuration
from simpul.platform.db import query, scope
from tests.support import people
from tests.support.control import BY_TWO, agreed, two_told
from tests.support.database import rows

REASON = "penyesuaian menurut keputusan direksi"


def settings(browser: people.ApiClient, changes: dict | None = None, resets: list[str] | None = None, version: int = 0):
    return agreed(browser, "PUT", "/settings", {"version": version, "changes": changes or {}, "resets": resets or [], "reason": REASON})


def item(answer, key: str) -> dict:
    return next(item for group in answer.json()["groups"] for item in group["items"] if item["key"] == key)


def test_every_setting_has_its_words_and_bounds(client_of):
    answer = client_of("compliance").api("GET", "/settings")

    keys = [item["key"] for group in answer.json()["groups"] for item in group["items"]]
    assert sorted(keys) == sorted(configuration.settings)
    assert answer.json()["can"] == {"save": False}
    assert item(answer, "search.per_minute") | {"changed_at": None} == {
        "key": "search.per_minute", "kind": "INTEGER", "label": "Pencarian tiap menit", "help": "Pencarian nasabah yang dikirim satu pengguna.", "unit": "kali",
        "minimum": 1, "maximum": 600, "choices": None, "value": 10, "default": 10, "changed": False, "per_unit": True, "changed_at": None, "changed_by": None,
    }  # fmt: skip


def test_a_setting_is_changed_audited_with_before_and_after_and_reset(client_of, trace):
    browser = client_of("admin")
    trace.start()

    answer = settings(browser, {"search.per_minute": 3, "export.allowed": False})

    assert (answer.json()["version"], item(answer, "search.per_minute")["value"], item(answer, "search.per_minute")["changed_by"]["username"]) == (
        1,
        3,
        "admin",
    )
    assert trace() == {"audit": [*BY_TWO, "CHANGE_CONFIG"], "events": two_told()}
    with rows():
        meta = query("SELECT meta - 'proposal' - 'approved_by' AS meta FROM audit.audit_logs WHERE object_type = 'SETTINGS'")[0]["meta"]
    assert meta == {"reason": REASON, "before": {"export.allowed": True, "search.per_minute": 10}, "after": {"export.allowed": False, "search.per_minute": 3}}
    assert configuration.number("search.per_minute", people.actor("agent_mdn")) == 3

    back = settings(browser, resets=["search.per_minute"], version=1)

    assert (item(back, "search.per_minute")["value"], item(back, "search.per_minute")["changed"]) == (10, False)
    told = browser.api("GET", "/settings/revisions").json()["items"]
    assert [(row["number"], len(row["changes"])) for row in told] == [(2, 1), (1, 2)]


@pytest.mark.parametrize(
    ("changes", "resets", "field"),
    [
        ({"search.per_minute": 0}, [], "changes.search.per_minute"),
        ({"search.per_minute": "10"}, [], "changes.search.per_minute"),
        ({"export.allowed": 1}, [], "changes.export.allowed"),
        ({"access.hours": {"days": [], "opens": "08:00", "closes": "17:00"}}, [], "changes.access.hours"),
        ({"tidak.ada": 1}, [], "changes.tidak.ada"),
        ({}, ["tidak.ada"], "resets.tidak.ada"),
        ({"search.per_minute": 5}, ["search.per_minute"], "resets.search.per_minute"),
    ],
)
def test_an_impossible_value_is_refused_with_its_field_and_writes_nothing(client_of, trace, changes, resets, field):
    browser = client_of("admin")
    trace.start()

    answer = settings(browser, changes, resets)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert trace() == {"audit": ["CHANGE_CONFIG:FAILED"]}
    assert not SettingValue.objects.exists()


@pytest.mark.parametrize(("changes", "version", "code"), [({"search.per_minute": 5}, 4, "stale_version"), ({"search.per_minute": 10}, 0, "nothing_changes")])
def test_a_stale_or_empty_change_is_refused(client_of, changes, version, code):
    assert settings(client_of("admin"), changes, version=version).json()["code"] == code


def test_a_stale_change_of_a_place_is_told_what_stands_now(client_of, trace):
    browser = client_of("admin")
    known = next(one for one in browser.api("GET", "/organisation/branches").json()["items"] if one["code"] == "MDN")
    trace.start()

    stale = browser.api("PATCH", "/organisation/branches/MDN", {"version": known["version"] + 1, "city": "Binjai"}).json()

    fields = ("version", "name", "city", "phone", "time_zone", "is_active")
    assert (stale["code"], stale["current"]) == ("stale_version", {name: known[name] for name in fields})
    assert trace() == {"audit": ["CHANGE_CONFIG:FAILED"]}


def test_a_unit_is_made_with_head_branches_and_stricter_settings(client_of, trace):
    browser, theirs = client_of("admin"), people.client("call_agent")
    assert browser.api("POST", "/units", {"code": "KARTU", "name": "Unit Kartu"}).status_code == 201
    headed = browser.api("PATCH", "/units/CALL", {"version": 1, "head_user_id": str(people.user_id("supervisor_mdn"))})
    assert headed.json()["head"]["username"] == "supervisor_mdn"
    trace.start()

    served = browser.api("PUT", "/units/CALL/branches", {"version": 2, "branches": ["PMS"]})

    assert [branch["code"] for branch in served.json()["branches"]] == ["PMS"]
    assert people.actor("call_agent").branch_codes == {"PMS"}
    assert trace() == {"audit": ["CHANGE_RBAC"]}

    strict = browser.api("PUT", "/units/CALL/policies", {"version": 3, "policies": {"session.idle_seconds": 120, "export.allowed": False}})

    assert strict.status_code == 200, strict.content
    held = {policy["key"]: policy["value"] for policy in strict.json()["policies"] if policy["stricter"]}
    assert held == {"session.idle_seconds": 120, "export.allowed": False}
    assert theirs.api("GET", "/me").json()["session"]["idle_seconds"] == 120
    assert [(unit["code"], unit["policies"]) for unit in browser.api("GET", "/units?q=call").json()["items"]] == [("CALL", 2)]


@pytest.mark.parametrize(
    ("policies", "field"),
    [
        ({"session.idle_seconds": 901}, "policies.session.idle_seconds"),
        ({"session.idle_seconds": 1}, "policies.session.idle_seconds"),
        ({"signin.failures": 3}, "policies.signin.failures"),
        ({"tidak.ada": 3}, "policies.tidak.ada"),
        ({"access.hours": "08:00"}, "policies.access.hours"),
    ],
)
def test_a_unit_is_never_wider_than_the_organisation(client_of, trace, policies, field):
    browser = client_of("admin")
    trace.start()

    answer = browser.api("PUT", "/units/CALL/policies", {"version": 1, "policies": policies})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert trace() == {"audit": ["CHANGE_CONFIG:FAILED"]}
    assert not UnitSetting.objects.exists()


@pytest.mark.parametrize(
    ("method", "path", "body", "told"),
    [
        ("POST", "/units", {"code": "CALL", "name": "Contact"}, "unit_exists"),
        ("POST", "/units", {"code": "call", "name": "Contact"}, "code"),
        ("PATCH", "/units/XYZ", {"version": 1}, "unit_not_found"),
        ("PATCH", "/units/CALL", {"version": 3}, "stale_version"),
        ("PATCH", "/units/CALL", {"version": 1, "head_user_id": "00000000-0000-7000-8000-000000000009"}, "head_user_id"),
        ("PUT", "/units/CALL/branches", {"version": 1, "branches": ["XYZ"]}, "branches"),
        ("POST", "/organisation/branches", {"code": "MDN", "name": "Medan"}, "branch_exists"),
        ("POST", "/organisation/branches", {"code": "TBT", "name": "Tebing", "time_zone": "Asia/Nowhere"}, "time_zone"),
        ("PATCH", "/organisation/branches/MDN", {"version": 1, "is_active": False}, "is_active"),
        ("PATCH", "/organisation/branches/XYZ", {"version": 1}, "branch_not_found"),
    ],
)
def test_what_cannot_be_done_with_a_place_is_refused(client_of, trace, method, path, body, told):
    browser = client_of("admin")
    trace.start()

    answer = browser.api(method, path, body)

    assert told in (answer.json()["code"], *(answer.json().get("errors") or {}))
    assert len(trace()["audit"]) == 1 and ":" in trace()["audit"][0]


def test_a_branch_is_added_under_the_next_number_headed_and_listed_with_its_units(client_of):
    browser = client_of("admin")
    assert browser.api("POST", "/organisation/branches", {"code": "TBT", "name": "Tebing Tinggi", "city": "Tebing Tinggi"}).status_code == 201

    headed = browser.api("PATCH", "/organisation/branches/MDN", {"version": 1, "head_user_id": str(people.user_id("supervisor_mdn"))}).json()

    assert (headed["head"]["username"], headed["users"], [unit["code"] for unit in headed["units"]]) == ("supervisor_mdn", 8, ["CALL"])
    assert query("SELECT branch_no FROM iam.branches WHERE branch_code = 'TBT'")[0]["branch_no"] == 4
    closed = browser.api("PATCH", "/organisation/branches/TBT", {"version": 1, "is_active": False}).json()
    assert closed["is_active"] is False
    assert [branch["code"] for branch in browser.api("GET", "/organisation/branches?active=true").json()["items"]] == ["BNJ", "MDN", "PMS"]


def test_the_organisation_is_named_once_and_heads_are_set_by_branch(organisation):
    actor = people.actor("admin")
    wanted = {"MDN": people.user_id("supervisor_mdn")}
    with scope(actor):
        for _ in range(2):
            organisation_put(actor=actor, name="Bank Danau Toba", heads=wanted)
        assert organisation_name() == "Bank Danau Toba"
        assert query("SELECT head_user_id FROM iam.branches WHERE branch_code = 'MDN'") == [{"head_user_id": wanted["MDN"]}]
        assert query("SELECT count(*)::int AS n FROM iam.configuration_revisions WHERE kind = 'SETTINGS'") == [{"n": 1}]


@pytest.mark.parametrize("phone", ["(061) 415 5100", "+62 61 4155100", "14045", ""])
def test_a_branch_has_a_phone_as_letters_print_it(client_of, phone):
    made = client_of("admin").api("POST", "/organisation/branches", {"code": "TBT", "name": "Tebing Tinggi", "phone": phone})
    assert (made.status_code, made.json()["phone"]) == (201, phone)


@pytest.mark.parametrize("phone", ["telepon", "061<b>", "+" * 31])
def test_a_phone_that_nobody_can_dial_is_refused_by_name(client_of, phone):
    refused = client_of("admin").api("POST", "/organisation/branches", {"code": "TBT", "name": "Tebing Tinggi", "phone": phone})
    assert (refused.status_code, list(refused.json()["errors"])) == (422, ["phone"])
