"""Calendars over HTTP: shapes, refusals by field, and pages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

HOURS = [{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}]
SPECIAL = {"day": "2026-08-15", "kind": "SPECIAL", "name": {"id": "Sabtu lembur"}, "intervals": [{"opens": "09:00", "closes": "11:00"}]}


@pytest.fixture
def admin(client_of):
    return client_of("admin")


def content(**changed: Any) -> dict[str, Any]:
    title = {"id": "Jam kantor WIB", "en": "Office hours, western time"}
    return {"title": title, "zone": "Asia/Jakarta", "region": "ID", "weekly": [HOURS] * 5 + [[], []], **changed}


def answered(response: Any, status: int = 200) -> Any:
    assert response.status_code == status, response.content
    return json.loads(response.content)


def test_the_list_shows_what_is_in_force_and_what_waits(admin):
    listed = answered(admin.api("GET", "/calendars"))
    row = next(row for row in listed["items"] if row["key"] == "office-wib")

    assert [one["key"] for one in listed["items"]] == ["always", "office-wib", "office-wit", "office-wita"]
    assert (row["zone"], row["week_seconds"], row["has_draft"], row["shipped"]) == ("Asia/Jakarta", 40 * 3600, False, True)
    assert (row["published"]["number"], row["published"]["by"]["full_name"]) == (1, "Sistem")
    assert len(row["pending"]) == 2
    assert row["can"] == {"edit": True, "approve": True, "archive": True}
    assert listed["items"][0]["pending"] == [], "round the clock has no holidays"


def test_the_list_is_paged_by_key(admin):
    keys: list[str] = []
    cursor = ""
    while True:
        page = answered(admin.api("GET", f"/calendars?limit=3&cursor={cursor}"))
        keys += [row["key"] for row in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break

    assert keys == ["always", "office-wib", "office-wit", "office-wita"]
    assert admin.api("GET", "/calendars?cursor=bukan").status_code == 422


def test_the_list_takes_the_same_queries_however_long_it_is(admin):
    answered(admin.api("GET", "/calendars"))  # the first request of a session takes one more

    def count(limit: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            answered(admin.api("GET", f"/calendars?limit={limit}"))
        return len(queries)

    assert count(1) == count(4)


def test_a_reader_sees_and_may_not_change(client_of):
    compliance = client_of("compliance")

    shown = answered(compliance.api("GET", "/calendars/office-wib?year=2026"))

    assert shown["can"] == {"edit": False, "approve": False, "archive": False}
    assert shown["year"] == 2026 and len(shown["holidays"]) == 25
    assert answered(compliance.api("PUT", "/calendars/office-wib/draft", {"content": content(), "version": 1}), 403)["code"] == "forbidden"
    assert client_of("agent_mdn").api("GET", "/calendars").status_code == 403


def test_a_draft_is_saved_compared_approved_and_kept_as_a_version(admin):
    saved = answered(admin.api("PUT", "/calendars/office-wib/draft", {"content": content(days=[SPECIAL]), "version": 1}))
    assert (saved["draft"]["version"], saved["draft"]["changed"], saved["draft"]["updated_by"]["full_name"]) == (2, True, "Admin")
    assert saved["draft"]["content"]["days"][0]["name"] == {"id": "Sabtu lembur", "en": "Sabtu lembur"}
    assert saved["published"]["content"]["days"] == []

    changes = answered(admin.api("GET", "/calendars/office-wib/diff"))["items"]
    assert [(change["path"], change["kind"]) for change in changes] == [("/days/2026-08-15", "added")]
    assert changes[0]["sentence"] == "15 Agustus 2026: hari kerja khusus Sabtu lembur (09.00–11.00) ditambahkan."

    approved = answered(admin.api("POST", "/calendars/office-wib/approve", {"version": 2, "note": " Lembur akhir tahun buku "}))
    assert (approved["draft"]["changed"], approved["published"]["number"], approved["published"]["note"]) == (False, 2, "Lembur akhir tahun buku")

    listed = answered(admin.api("GET", "/calendars/office-wib/versions?limit=1"))
    assert [(row["number"], row["changes"]) for row in listed["items"]] == [(2, 1)]
    older = answered(admin.api("GET", f"/calendars/office-wib/versions?cursor={listed['next_cursor']}"))
    assert ([(row["number"], row["changes"]) for row in older["items"]], older["next_cursor"]) == ([(1, 0)], None)
    assert answered(admin.api("GET", "/calendars/office-wib/versions/1"))["content"]["days"] == []
    assert answered(admin.api("GET", "/calendars/office-wib/diff?before=2&after=1"))["items"][0]["kind"] == "removed"
    assert admin.api("GET", "/calendars/office-wib/versions/7").status_code == 404


def test_every_wrong_field_is_named_in_the_callers_language(admin):
    wrong = content(zone="Asia/Medan", weekly=[[*HOURS, {"opens": "16:00", "closes": "18:00"}], *[HOURS] * 4, [], []], days=[SPECIAL, SPECIAL])

    refused = answered(admin.api("PUT", "/calendars/office-wib/draft", {"content": wrong, "version": 1}, Accept_Language="en"), 422)

    assert refused["errors"] == {
        "content.zone": ["This time zone is not known; write an IANA name such as Asia/Jakarta."],
        "content.weekly.0.2.opens": ["These hours overlap with 13:00-17:00."],
        "content.days.1.day": ["This day is listed twice."],
    }


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"weekly": [[{"opens": "8:00", "closes": "12:00"}], *[[]] * 6]}, "content.weekly.0.0.opens"),
        ({"weekly": [[{"opens": "08:00", "closes": "24:30"}], *[[]] * 6]}, "content.weekly.0.0.closes"),
        ({"days": [{**SPECIAL, "day": "2026-02-30"}]}, "content.days.0.day"),
        ({"days": [{**SPECIAL, "kind": "PARTY"}]}, "content.days.0.kind"),
        ({"region": "MY"}, "content.region"),
        ({"colour": "red"}, "content.colour"),
        ({"title": {"id": "x" * 81}}, "content.title.id"),
    ],
)
def test_what_is_malformed_is_named(admin, changed, field):
    refused = answered(admin.api("PUT", "/calendars/office-wib/draft", {"content": content(**changed), "version": 1}), 422)

    assert list(refused["errors"]) == [field]


def test_a_calendar_is_copied_once_for_one_key(admin):
    body = {"key": "loket", "title": {"id": "Loket", "en": "Counter"}, "copy_of": "office-wib"}
    made = answered(admin.api("POST", "/calendars", body, Idempotency_Key="kalender-loket-1"), 201)

    assert (made["key"], made["published"], made["draft"]["changed"]) == ("loket", None, True)
    assert answered(admin.api("POST", "/calendars", body, Idempotency_Key="kalender-loket-1"), 201) == made
    assert answered(admin.api("POST", "/calendars", body), 409)["code"] == "calendar_exists"
    assert admin.api("POST", "/calendars", {**body, "key": "Loket Baru"}).status_code == 422


def test_a_due_date_is_explained_step_by_step(admin):
    asked = {"start": "2026-08-14T16:00:00+07:00", "working_seconds": 4 * 3600, "content": content(days=[SPECIAL])}

    told = answered(admin.api("POST", "/calendars/office-wib/check", asked))

    assert (told["due_at"], told["zone"]) == ("2026-08-17T02:00:00Z", "Asia/Jakarta")
    assert [(step["first_on"], step["reason"], step["counted"], step["total"]) for step in told["steps"]] == [
        ("2026-08-14", "WORKED", 3600, 3600),
        ("2026-08-15", "SPECIAL", 7200, 10800),
        ("2026-08-16", "DAY_OFF", 0, 10800),
        ("2026-08-17", "WORKED", 3600, 14400),
    ]
    assert told["steps"][1]["names"] == ["Sabtu lembur"]
    assert told["steps"][1]["stretches"] == [{"opens_at": "2026-08-15T02:00:00Z", "closes_at": "2026-08-15T04:00:00Z"}]


def test_working_days_are_explained_as_well(admin):
    told = answered(admin.api("POST", "/calendars/office-wib/check", {"start": "2026-07-31T03:00:00Z", "working_days": 10}))

    assert (told["due_at"], told["steps"][-1]["total"]) == ("2026-08-14T10:00:00Z", 10)


@pytest.mark.parametrize(
    "question",
    [
        {"start": "2026-07-31T03:00:00Z"},
        {"start": "2026-07-31T03:00:00Z", "working_seconds": 1, "working_days": 1},
        {"start": "2026-07-31T03:00:00", "working_seconds": 1},
        {"start": "kemarin", "working_seconds": 1},
        {"start": "2026-07-31T03:00:00Z", "working_seconds": -1},
        {"start": "2026-07-31T03:00:00Z", "working_seconds": 10**12},
    ],
)
def test_a_question_that_cannot_be_answered_is_malformed(admin, question):
    assert admin.api("POST", "/calendars/office-wib/check", question).status_code == 422


def test_more_than_the_calendar_holds_is_a_refusal(admin):
    for start in ("2026-07-31T03:00:00Z", "2199-12-31T23:00:00Z", "1900-01-01T00:00:00Z"):
        refused = answered(admin.api("POST", "/calendars/office-wib/check", {"start": start, "working_seconds": 315_576_000}), 409)
        assert refused["code"] == "calendar_has_no_time"


def test_an_unknown_calendar_is_not_found(admin):
    for method, path in [("GET", ""), ("GET", "/versions"), ("GET", "/diff"), ("POST", "/archive")]:
        assert admin.api(method, f"/calendars/tidak-ada{path}").status_code == 404
