"""Drafting, approving and archiving calendars: what changes, what is recorded and told, what is refused without a trace."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

import pytest

from simpul.platform import subjects
from simpul.platform.clock import shifted
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.text import Text
from simpul.workflow.calendars import CalendarUsage, Use, worktime, worktime_version
from simpul.workflow.calendars.content import wire
from simpul.workflow.errors import CalendarExists, CalendarIsArchived, CalendarIsNew, CalendarIsUnchanged, CalendarIsUsed, CalendarNotFound
from simpul.workflow.events import CalendarChanged
from simpul.workflow.models import Calendar, CalendarDay, CalendarVersion
from simpul.workflow.selectors import calendars as selectors
from simpul.workflow.services import calendars as services
from simpul.workflow.timers import schedule
from tests.customers.test_concurrency import together
from tests.support import people, timers
from tests.support.database import rows
from tests.support.registries import only
from tests.workflow.calendars.oracle import at

HOUR = 3600
HOLIDAY = {"day": date(2026, 8, 17), "kind": "HOLIDAY", "decision": "APPROVED", "name": {"id": "Hari Kemerdekaan", "en": "Independence Day"}}
HOLIDAY |= {"works": None, "intervals": None, "proposed": True, "estimated": False}


@pytest.fixture
def admin(actor):
    return actor("admin")


@pytest.fixture(autouse=True)
def in_july():
    """Everything happens on 1 July 2026."""
    from simpul.platform.clock import now

    with shifted(at(2026, 7, 1) - now()):
        yield


def office(**changed):
    """The content of the shipped office calendar, changed."""
    week = [[{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}]] * 5 + [[], []]
    return {
        "title": {"id": "Jam kantor WIB", "en": "Office hours, western time"},
        "zone": "Asia/Jakarta",
        "region": "ID",
        "weekly": deepcopy(week),
        "joint_leave_works": True,
        "days": [],
        **changed,
    }


def save(admin, raw, version, key="office-wib"):
    with scope(admin):
        return services.calendar_save_draft(actor=admin, key=key, raw=raw, version=version)


def approve(admin, version, key="office-wib", note=""):
    with scope(admin):
        return services.calendar_approve(actor=admin, key=key, version=version, note=note)


def versions(key="office-wib"):
    with rows():
        found = CalendarVersion.objects.filter(calendar__key=key).order_by("number")
        return [(version.number, version.status, CalendarDay.objects.filter(version=version).count()) for version in found]


def recorded():
    with rows():
        return query(
            "SELECT object_id, outcome, meta FROM audit.audit_logs WHERE action = 'CHANGE_WORKFLOW' AND object_type = 'CALENDAR' ORDER BY created_at, audit_id"
        )


def test_a_draft_counts_for_nobody_until_it_is_approved(admin, trace):
    before = at(2026, 8, 14, 10)

    save(admin, office(days=[HOLIDAY]), 1)
    with scope(admin):
        assert worktime("office-wib").add_working(before, HOUR) == at(2026, 8, 17, 2)
    calendar = approve(admin, 2, note="Sesuai SKB 3 menteri")
    with scope(admin):
        assert worktime("office-wib").add_working(before, HOUR) == at(2026, 8, 18, 2)
        assert worktime_version("office-wib", 1)[1].add_working(before, HOUR) == at(2026, 8, 17, 2)

    assert versions() == [(1, "APPROVED", 0), (2, "APPROVED", 1)]
    assert calendar.revision == 3
    assert trace() == {
        "events": ["CalendarChanged"],
        "audit": ["CHANGE_WORKFLOW", "CHANGE_WORKFLOW"],
        "jobs": ["workflow.recount_timers", "cases.follow_calendar"],
    }
    change = {"path": "/days/2026-08-17", "before": None, "after": {"kind": "HOLIDAY", "decision": "APPROVED", "name": "Hari Kemerdekaan"}}
    assert recorded() == [
        {"object_id": "office-wib", "outcome": "ALLOWED", "meta": {"step": "DRAFT", "changes": [change], "count": 1}},
        {"object_id": "office-wib", "outcome": "ALLOWED", "meta": {"step": "APPROVE", "number": 2, "changes": [change], "count": 1}},
    ]


def test_the_news_names_the_calendar_and_its_version(admin, trace):
    save(admin, office(days=[HOLIDAY]), 1)
    trace.start()

    approve(admin, 2)

    assert trace.heard == [CalendarChanged("office-wib", 2)]


def test_a_draft_is_saved_again_with_what_changed_since(admin):
    save(admin, office(days=[HOLIDAY]), 1)
    save(admin, office(days=[HOLIDAY, {**HOLIDAY, "day": date(2026, 12, 25)}]), 2)

    assert versions() == [(1, "APPROVED", 0), (2, "DRAFT", 2)]
    assert [row["meta"]["count"] for row in recorded()] == [1, 1]


def test_saving_what_stands_changes_nothing(admin, trace):
    save(admin, office(), 1)
    save(admin, office(days=[HOLIDAY]), 1)
    save(admin, office(days=[HOLIDAY]), 2)

    assert versions() == [(1, "APPROVED", 0), (2, "DRAFT", 1)]
    assert trace() == {"audit": ["CHANGE_WORKFLOW"]}


def test_a_draft_that_says_what_is_in_force_is_no_draft(admin):
    save(admin, office(days=[HOLIDAY]), 1)

    calendar = save(admin, office(), 2)

    assert versions() == [(1, "APPROVED", 0)]
    assert calendar.revision == 3, "an editor of the former draft is told"
    with pytest.raises(StaleVersion):
        save(admin, office(days=[HOLIDAY]), 2)


def test_a_stale_draft_is_refused_with_the_current_version(admin, trace):
    save(admin, office(days=[HOLIDAY]), 1)
    trace.start()

    for act in (
        lambda: save(admin, office(), 1),
        lambda: approve(admin, 1),
        lambda: services.calendar_discard_draft(actor=admin, key="office-wib", version=1),
        lambda: services.calendar_restore(actor=admin, key="office-wib", number=1, version=1),
    ):
        with pytest.raises(StaleVersion) as refusal, scope(admin):
            act()
        assert refusal.value.extra == {"current": {"version": 2}}

    assert versions() == [(1, "APPROVED", 0), (2, "DRAFT", 1)]
    assert trace() == {}


def test_a_discarded_draft_leaves_the_version_in_force(admin):
    save(admin, office(days=[HOLIDAY]), 1)

    with scope(admin):
        services.calendar_discard_draft(actor=admin, key="office-wib", version=2)
        services.calendar_discard_draft(actor=admin, key="office-wib", version=3)

    assert versions() == [(1, "APPROVED", 0)]
    assert [row["meta"]["step"] for row in recorded()] == ["DRAFT", "DISCARD"]


def test_nothing_to_approve_is_refused(admin, trace):
    with pytest.raises(CalendarIsUnchanged):
        approve(admin, 1)

    assert trace() == {}


def test_a_draft_whose_only_time_has_passed_is_not_approved(admin, trace):
    special = {**HOLIDAY, "kind": "SPECIAL", "day": date(2026, 7, 2), "intervals": [{"opens": "08:00", "closes": "09:00"}]}
    save(admin, office(weekly=[[]] * 7, days=[special]), 1)
    trace.start()

    with shifted(timedelta(days=3)), pytest.raises(Invalid) as refusal:
        approve(admin, 2)

    assert list(refusal.value.fields) == ["content.weekly"]
    assert versions() == [(1, "APPROVED", 0), (2, "DRAFT", 1)]
    assert trace() == {}


def test_an_older_version_comes_back_as_a_draft(admin):
    save(admin, office(days=[HOLIDAY]), 1)
    approve(admin, 2)

    with scope(admin):
        services.calendar_restore(actor=admin, key="office-wib", number=1, version=3)
    assert versions() == [(1, "APPROVED", 0), (2, "APPROVED", 1), (3, "DRAFT", 0)]
    approve(admin, 4)

    assert versions()[-1] == (3, "APPROVED", 0)
    with scope(admin), pytest.raises(CalendarNotFound):
        services.calendar_restore(actor=admin, key="office-wib", number=9, version=5)


def test_a_copy_counts_nothing_until_it_is_approved(admin):
    save(admin, office(days=[HOLIDAY]), 1)
    approve(admin, 2)

    with scope(admin):
        services.calendar_create(actor=admin, key="loket-sabtu", title={"id": "Loket Sabtu", "en": ""}, copy_of="office-wib")
        with pytest.raises(CalendarNotFound):
            worktime("loket-sabtu")
    assert versions("loket-sabtu") == [(1, "DRAFT", 1)]
    with scope(admin), pytest.raises(CalendarIsNew):
        services.calendar_discard_draft(actor=admin, key="loket-sabtu", version=1)
    approve(admin, 1, "loket-sabtu")

    with scope(admin):
        assert worktime("loket-sabtu").add_working(at(2026, 8, 14, 10), HOUR) == at(2026, 8, 18, 2)
    with rows():
        calendar = Calendar.objects.get(key="loket-sabtu")
        assert (calendar.title, calendar.is_shipped) == ({"id": "Loket Sabtu", "en": "Loket Sabtu"}, False)
    assert [row["meta"]["step"] for row in recorded() if row["object_id"] == "loket-sabtu"] == ["CREATE", "APPROVE"]


def test_a_taken_key_an_unknown_source_and_an_empty_title_are_refused(admin, trace):
    for key, title, source, refusal in [
        ("office-wib", "Loket", "always", CalendarExists),
        ("loket", "Loket", "tidak-ada", CalendarNotFound),
        ("loket", "  ", "always", Invalid),
    ]:
        with pytest.raises(refusal), scope(admin):
            services.calendar_create(actor=admin, key=key, title={"id": title, "en": ""}, copy_of=source)

    with rows():
        assert not Calendar.objects.filter(key="loket").exists()
    assert trace() == {}


def test_a_new_title_is_the_calendars_own_once_it_is_approved(admin):
    save(admin, office(title={"id": "Kantor", "en": "Office"}), 1)
    with rows():
        assert Calendar.objects.get(key="office-wib").title["id"] == "Jam kantor WIB"
    approve(admin, 2)

    with scope(admin):
        assert subjects.labels(admin, [("CALENDAR", "office-wib")]) == {("CALENDAR", "office-wib"): "Kantor"}


@pytest.mark.parametrize("username", ["agent_mdn", "compliance", "nobody"])
def test_only_a_manager_of_the_configuration_changes_calendars(actor, username, trace):
    who = actor(username)
    acts = [
        lambda: services.calendar_create(actor=who, key="loket", title={"id": "Loket", "en": ""}, copy_of="always"),
        lambda: services.calendar_save_draft(actor=who, key="office-wib", raw=office(days=[HOLIDAY]), version=1),
        lambda: services.calendar_discard_draft(actor=who, key="office-wib", version=1),
        lambda: services.calendar_approve(actor=who, key="office-wib", version=1, note=""),
        lambda: services.calendar_archive(actor=who, key="office-wib"),
        lambda: services.calendar_unarchive(actor=who, key="office-wib"),
    ]
    for act in acts:
        with pytest.raises(Forbidden), scope(who):
            act()

    assert versions() == [(1, "APPROVED", 0)]
    assert trace() == {}


def test_calendars_are_listed_for_readers_of_the_configuration_only(actor):
    found = {}
    for username in ("agent_mdn", "compliance", "admin"):
        with scope(actor(username)):
            found[username] = [row["key"] for row in selectors.calendar_page(actor=actor(username), archived=False, cursor=None, limit=10)["items"]]

    shipped = ["always", "office-wib", "office-wit", "office-wita"]
    assert found == {"agent_mdn": [], "compliance": shipped, "admin": shipped}


def test_an_archived_calendar_still_counts_and_is_not_edited(admin, trace):
    with scope(admin):
        services.calendar_archive(actor=admin, key="office-wit")
        services.calendar_archive(actor=admin, key="office-wit")
        assert worktime("office-wit").add_working(at(2026, 8, 3), HOUR)
        assert [row["key"] for row in selectors.calendar_page(actor=admin, archived=True, cursor=None, limit=10)["items"]] == ["office-wit"]
    with pytest.raises(CalendarIsArchived), scope(admin):
        services.calendar_save_draft(actor=admin, key="office-wit", raw=office(), version=2)
    with scope(admin):
        services.calendar_unarchive(actor=admin, key="office-wit")
        services.calendar_unarchive(actor=admin, key="office-wit")
    save(admin, office(zone="Asia/Jayapura"), 3, "office-wit")

    assert trace() == {"audit": ["CHANGE_WORKFLOW"] * 3}


def test_a_calendar_in_use_is_not_archived(admin, trace, monkeypatch):
    usage = CalendarUsage("tests", lambda key: [Use(Text(id="Pewaktu", en="Timer"), "Pengingat kasus")] if key == "always" else [])

    with only(usage):
        with pytest.raises(CalendarIsUsed) as refusal, scope(admin):
            services.calendar_archive(actor=admin, key="always")
        with scope(admin):
            services.calendar_archive(actor=admin, key="office-wit")

    assert refusal.value.extra == {"uses": [{"kind": "Pewaktu", "name": "Pengingat kasus"}]}
    assert refusal.value.detail == Text(id="Masih dipakai oleh Pengingat kasus.", en="Still used by Pengingat kasus.")
    assert trace() == {"audit": ["CHANGE_WORKFLOW"]}


def test_a_calendar_that_a_timer_waits_on_is_not_archived(admin):
    timers.kind_put("tests.waits", lambda due: None)
    with scope(admin):
        schedule("tests-1", "tests.waits", subject_type="CUSTOMER", subject_id="1", working_seconds=HOUR, calendar="office-wit")
        with pytest.raises(CalendarIsUsed) as refusal:
            services.calendar_archive(actor=admin, key="office-wit")

    assert [use["name"] for use in refusal.value.extra["uses"]] == ["tests.waits (1)"]


def test_a_check_answers_for_the_version_in_force_the_draft_and_what_is_not_saved(admin):
    save(admin, office(days=[HOLIDAY]), 1)
    asked = {"actor": admin, "key": "office-wib", "start": at(2026, 8, 14, 10), "working_seconds": HOUR, "working_days": None}
    with scope(admin):
        due = [
            services.calendar_check(**asked, version=version, raw=raw)[0].due_at
            for version, raw in [("published", None), ("draft", None), ("published", office(zone="Asia/Makassar", days=[]))]
        ]

    assert due == [at(2026, 8, 17, 2), at(2026, 8, 18, 2), at(2026, 8, 17, 1)]


def test_the_trail_keeps_the_number_of_changes_when_they_are_many(admin):
    days = [{**HOLIDAY, "day": date(2026, 7, 1) + timedelta(days=number)} for number in range(150)]

    save(admin, office(days=days), 1)

    assert (len(recorded()[0]["meta"]["changes"]), recorded()[0]["meta"]["count"]) == (100, 150)


def test_pending_proposals_are_of_this_year_and_the_next(admin):
    with scope(admin):
        calendar = selectors.calendar_get(actor=admin, key="office-wib")
        content = selectors.content_of(selectors.in_force(calendar))
        detail = selectors.calendar_detail(admin, calendar, 2026)

        assert [one["year"] for one in selectors.pending(content)] == [2026, 2027]
        assert selectors.pending(content)[0]["count"] == len(detail["holidays"])
        assert wire(content) == detail["draft"]["content"]


def test_of_two_saves_of_one_version_one_is_told_to_look_again(committed):
    people.organisation()
    admin = people.actor("admin")

    def write(name):
        def act():
            with scope(admin):
                return services.calendar_save_draft(actor=admin, key="office-wib", raw=office(title={"id": name, "en": name}), version=1).revision

        return act

    results = together(write("Satu"), write("Dua"))

    assert sorted(str(type(result).__name__) for result in results) == ["StaleVersion", "int"]
    assert versions() == [(1, "APPROVED", 0), (2, "DRAFT", 0)]


def test_of_two_approvals_one_happens(committed):
    people.organisation()
    admin = people.actor("admin")
    save(admin, office(days=[HOLIDAY]), 1)

    results = together(*[lambda: approve(admin, 2).revision] * 2)

    assert sorted(str(type(result).__name__) for result in results) == ["StaleVersion", "int"]
    assert versions() == [(1, "APPROVED", 0), (2, "APPROVED", 1)]
