"""What the library proposes, and what differs between two versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from simpul.platform.text import Text
from simpul.workflow.calendars.content import Content, DayRule, clean
from simpul.workflow.calendars.diff import diff
from simpul.workflow.calendars.proposals import holidays, proposals
from simpul.workflow.calendars.worktime import DayKind
from tests.workflow.calendars.test_content import GOOD, NOW

EMPTY = clean({**GOOD, "days": []}, NOW)
INDEPENDENCE = date(2026, 8, 17)


def rule(day: date, kind: DayKind = DayKind.HOLIDAY, **more: object) -> DayRule:
    return DayRule(day, kind, Text(id="Hari Kemerdekaan", en="Independence Day"), **more)  # type: ignore[arg-type]


def with_days(*days: DayRule) -> Content:
    return replace(EMPTY, days=days)


def test_a_year_has_its_public_holidays_and_its_joint_leave():
    found = {holiday.day: holiday for holiday in holidays("ID", 2026)}

    assert (found[INDEPENDENCE].kind, found[INDEPENDENCE].name.en) == (DayKind.HOLIDAY, "Independence Day")
    assert (found[date(2026, 12, 24)].kind, found[date(2026, 12, 24)].name) == (DayKind.JOINT_LEAVE, Text(id="Hari Raya Natal", en="Christmas"))
    assert found[date(2026, 3, 21)].name == Text(id="Hari Raya Idul Fitri", en="Eid al-Fitr")
    assert sorted(found) == list(found)


def test_an_estimated_day_is_marked_and_its_name_is_plain():
    estimated = [holiday for holiday in holidays("ID", 2027) if holiday.estimated]

    assert estimated
    assert not [holiday for holiday in estimated if "(" in holiday.name.id + holiday.name.en]


def test_a_year_that_the_library_does_not_know_has_no_proposals():
    assert holidays("ID", 2101) == holidays("ID", 1900) == holidays("XX", 2026) == ()
    assert proposals(replace(EMPTY, region=None), [2026]) == []


def test_what_was_decided_is_proposed_no_more():
    whole = {one.day for one in proposals(EMPTY, [2026])}
    decided = with_days(rule(INDEPENDENCE), rule(date(2026, 12, 25), decision="REJECTED"))

    assert whole - {one.day for one in proposals(decided, [2026])} == {INDEPENDENCE, date(2026, 12, 25)}
    assert {one.change for one in proposals(EMPTY, [2026])} == {"ADD"}


def test_a_day_taken_from_the_library_that_has_moved_since_is_proposed_for_removal():
    moved, own = rule(date(2026, 8, 18), proposed=True), rule(date(2026, 8, 19))
    rejected = rule(date(2026, 8, 20), proposed=True, decision="REJECTED")

    assert [one.day for one in proposals(with_days(moved, own, rejected), [2026]) if one.change == "REMOVE"] == [date(2026, 8, 18)]
    assert [one.day for one in proposals(with_days(moved, own, rejected), [2027]) if one.change == "REMOVE"] == []


def test_nothing_differs_from_itself():
    assert diff(EMPTY, EMPTY) == []


def test_every_change_has_its_place_and_a_sentence_in_both_languages():
    special = rule(date(2026, 8, 15), DayKind.SPECIAL, intervals=((9 * 3600, 11 * 3600),))
    before = with_days(rule(INDEPENDENCE), rule(date(2026, 12, 24), DayKind.JOINT_LEAVE))
    after = Content(
        Text(id="Loket Sabtu", en="Saturday counter"),
        "Asia/Makassar",
        ((), *EMPTY.weekly[1:]),
        None,
        False,
        (special, rule(date(2026, 12, 24), DayKind.JOINT_LEAVE, works=True)),
    )

    assert [(change.path, change.kind, change.sentence.en) for change in diff(before, after)] == [
        ("/title", "changed", "Title: Loket becomes Saturday counter."),
        ("/zone", "changed", "Time zone: Asia/Jakarta becomes Asia/Makassar."),
        ("/region", "changed", "Proposed holidays: ID becomes none."),
        ("/joint_leave_works", "changed", "Joint leave no longer counts as working days."),
        ("/weekly/0", "changed", "Monday: 08:00–12:00, 13:00–17:00 becomes closed."),
        ("/days/2026-08-15", "added", "15 August 2026: special working day Independence Day (09:00–11:00) is added."),
        ("/days/2026-08-17", "removed", "17 August 2026: holiday Independence Day is removed."),
        ("/days/2026-12-24", "changed", "24 December 2026: joint leave Independence Day becomes joint leave Independence Day (working day)."),
    ]
    assert [change.sentence.id for change in diff(before, after)][4:6] == [
        "Senin: 08.00–12.00, 13.00–17.00 menjadi libur.",
        "15 Agustus 2026: hari kerja khusus Hari Kemerdekaan (09.00–11.00) ditambahkan.",
    ]


def test_a_name_with_braces_is_written_as_it_is():
    odd = Text(id="Rapat {day} {0}", en="Meeting {day} {0}")
    before, after = replace(EMPTY, title=odd), with_days(replace(rule(INDEPENDENCE), name=odd))

    assert [change.sentence.en for change in diff(before, after)] == [
        "Title: Meeting {day} {0} becomes Loket.",
        "17 August 2026: holiday Meeting {day} {0} is added.",
    ]
