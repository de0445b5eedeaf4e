"""What a calendar may say: every refusal names the field."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from simpul.platform.errors import Invalid
from simpul.workflow.calendars.content import clean, wire
from tests.workflow.calendars.oracle import at

NOW = at(2026, 7, 1)
HOURS = [{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}]
DAY = {"day": date(2026, 8, 17), "kind": "HOLIDAY", "decision": "APPROVED", "name": {"id": "Merdeka", "en": ""}, "works": None, "intervals": None}
DAY |= {"proposed": True, "estimated": False}
GOOD: dict[str, Any] = {
    "title": {"id": "Loket", "en": ""},
    "zone": "Asia/Jakarta",
    "region": "ID",
    "weekly": [HOURS] * 5 + [[], []],
    "joint_leave_works": True,
    "days": [DAY],
}


def refused(**changed: Any) -> dict[str, str]:
    with pytest.raises(Invalid) as refusal:
        clean({**deepcopy(GOOD), **changed}, NOW)
    return {name: text.en for name, text in refusal.value.fields.items()}


def interval(opens: str, closes: str) -> dict[str, str]:
    return {"opens": opens, "closes": closes}


def week(*monday: dict[str, str]) -> list[list[dict[str, str]]]:
    return [list(monday), *[HOURS] * 4, [], []]


def test_a_good_content_comes_back_as_it_was_with_the_missing_language_filled():
    kept = wire(clean(GOOD, NOW))

    assert kept == {**GOOD, "title": {"id": "Loket", "en": "Loket"}, "days": [{**DAY, "name": {"id": "Merdeka", "en": "Merdeka"}}]}


def test_intervals_are_put_in_order():
    assert wire(clean({**GOOD, "weekly": week(*reversed(HOURS))}, NOW))["weekly"][0] == HOURS


@pytest.mark.parametrize(
    ("monday", "field"),
    [
        ((interval("12:00", "08:00"),), "content.weekly.0.0.closes"),
        ((interval("08:00", "08:00"),), "content.weekly.0.0.closes"),
        ((interval("24:00", "24:00"),), "content.weekly.0.0.closes"),
        ((interval("08:00", "12:00"), interval("11:59", "15:00")), "content.weekly.0.1.opens"),
        ((interval("11:00", "15:00"), interval("08:00", "12:00")), "content.weekly.0.0.opens"),
        ((interval("08:00", "18:00"), interval("09:00", "10:00"), interval("17:00", "19:00")), "content.weekly.0.1.opens"),
        (tuple(interval(f"{hour:02}:00", f"{hour:02}:30") for hour in range(13)), "content.weekly.0"),
    ],
)
def test_hours_that_cannot_be_are_named(monday, field):
    assert field in refused(weekly=week(*monday))


def test_an_overlap_says_with_what():
    assert refused(weekly=week(interval("08:00", "12:00"), interval("10:00", "15:00"))) == {"content.weekly.0.1.opens": "These hours overlap with 08:00-12:00."}


def test_touching_hours_and_midnight_are_fine():
    clean({**GOOD, "weekly": week(interval("08:00", "12:00"), interval("12:00", "24:00"))}, NOW)


@pytest.mark.parametrize("zone", ["", "WIB", "Asia/Medan", "right/Asia/Jakarta", "../etc/passwd", "posixrules", "asia/jakarta"])
def test_an_unknown_zone_is_named(zone):
    assert list(refused(zone=zone)) == ["content.zone"]


def test_a_week_has_seven_days():
    assert list(refused(weekly=[HOURS] * 6)) == ["content.weekly"]


def test_a_title_and_every_day_have_a_name():
    assert list(refused(title={"id": " ", "en": ""}, days=[{**DAY, "name": {"id": "", "en": " "}}])) == ["content.title.id", "content.days.0.name.id"]


@pytest.mark.parametrize(
    ("second", "field"),
    [
        ({}, "content.days.1.day"),
        ({"day": date(1989, 12, 31)}, "content.days.1.day"),
        ({"day": date(2151, 1, 1)}, "content.days.1.day"),
        ({"day": date(2026, 8, 18), "kind": "SPECIAL"}, "content.days.1.intervals"),
        ({"day": date(2026, 8, 18), "kind": "SPECIAL", "intervals": []}, "content.days.1.intervals"),
        ({"day": date(2026, 8, 18), "kind": "SPECIAL", "intervals": [interval("10:00", "09:00")]}, "content.days.1.intervals.0.closes"),
        ({"day": date(2026, 8, 18), "kind": "SPECIAL", "intervals": HOURS, "decision": "REJECTED"}, "content.days.1.decision"),
        ({"day": date(2026, 8, 18), "intervals": HOURS}, "content.days.1.intervals"),
        ({"day": date(2026, 8, 18), "works": True}, "content.days.1.works"),
    ],
)
def test_days_that_cannot_be_are_named(second, field):
    assert list(refused(days=[DAY, {**DAY, **second}])) == [field]


def test_too_many_days_are_refused_without_reading_them():
    assert list(refused(days=[DAY] * 2001)) == ["content.days"]


@pytest.mark.parametrize(
    "days",
    [
        [],
        [{**DAY, "day": date(2026, 6, 30), "kind": "SPECIAL", "intervals": HOURS}],  # has passed
        [{**DAY, "day": date(2036, 8, 1), "kind": "SPECIAL", "intervals": HOURS}],  # beyond the horizon
    ],
)
def test_a_calendar_without_working_time_ahead_is_refused(days):
    assert refused(weekly=[[]] * 7, days=days) == {"content.weekly": "There is no working time within the next ten years."}


def test_one_special_day_ahead_is_working_time_enough():
    clean({**GOOD, "weekly": [[]] * 7, "days": [{**DAY, "kind": "SPECIAL", "intervals": [interval("08:00", "08:01")]}]}, NOW)


@pytest.mark.parametrize(("flag", "works", "hours"), [(True, None, 8), (False, None, 0), (True, False, 0), (False, True, 8)])
def test_joint_leave_follows_the_calendar_unless_the_day_says_otherwise(flag, works, hours):
    leave = {**DAY, "day": date(2026, 12, 24), "kind": "JOINT_LEAVE", "works": works}
    engine = clean({**GOOD, "joint_leave_works": flag, "days": [leave]}, NOW).working_time()

    assert engine.working_between(at(2026, 12, 23, 17), at(2026, 12, 24, 17)) == hours * 3600


def test_a_rejected_holiday_is_an_ordinary_day():
    engine = clean({**GOOD, "days": [{**DAY, "decision": "REJECTED"}]}, NOW).working_time()

    assert engine.is_working_day(date(2026, 8, 17))
