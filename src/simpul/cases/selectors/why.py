"""The clocks of one case as its page shows them: what each says now, and in words how it came to its due time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from simpul.cases.models import Case
from simpul.cases.selectors.clocks import history_of
from simpul.cases.selectors.words import clock_words, rule_names, weekday_words
from simpul.cases.sla import Clock, History, Line, LineKind, Reading, read, why
from simpul.cases.sla.why import zone_of
from simpul.cases.vocabulary import EXTENSION_REASONS, PAUSE_REASONS, PRIORITIES, Priority
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.text import Text, language

_UNITS = {"id": ("hari kerja", "jam", "menit", "detik"), "en": ("working days", "h", "min", "s")}
_WORDS = {
    LineKind.STARTED: Text(
        id="Diterima {at}. Dijanjikan {target} menurut {policy}, kalender {calendar}.", en="Received {at}. Promised {target} by {policy}, calendar {calendar}."
    ),
    LineKind.COUNTED: Text(id="Berjalan {at} sampai {until}: {counted}, seluruhnya {total}.", en="Ran from {at} to {until}: {counted}, in all {total}."),
    LineKind.WAITED: Text(id="Menunggu {at} sampai {until}{reason}; tidak dihitung.", en="Waited from {at} to {until}{reason}; not counted."),
    LineKind.CAP: Text(id="Batas menunggu terpakai {at}; waktu berjalan lagi.", en="The time allowed for waiting was used up on {at}; the clock runs again."),
    LineKind.STOPPED: Text(id="Berhenti {at}; terpakai {total}.", en="Stopped on {at}; {total} used."),
    LineKind.REOPENED: Text(id="Dibuka kembali {at}; yang sudah terpakai tetap.", en="Reopened on {at}; what was used stays."),
    LineKind.POLICY: Text(
        id="Ketentuan berubah {at}: {target} menurut {policy}{priority}; terpakai {total}.",
        en="Terms changed on {at}: {target} by {policy}{priority}; {total} used.",
    ),
    LineKind.CALENDAR: Text(
        id="Kalender {calendar} berubah {at}; berlaku untuk waktu sesudahnya.", en="The calendar {calendar} changed on {at}; it holds for the time after."
    ),
    LineKind.EXTENDED: Text(id="Diperpanjang {at}{reason}; menjadi {target}.", en="Extended on {at}{reason}; {target} now."),
    LineKind.AHEAD: Text(id="Sisa {counted} dihitung sejak {at}.", en="{counted} left, counted from {at}."),
    LineKind.DUE: Text(id="Jatuh tempo {at}.", en="Due on {at}."),
}
_DAY_COUNTED = Text(id="{day}: hari kerja ke-{total} dari {target}.", en="{day}: working day {total} of {target}.")
_DAY_WAITED = Text(id="{day}: menunggu nasabah, tidak dihitung.", en="{day}: waited for the customer, not counted.")


def clocks_of(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """Every clock of a case now, each with the lines that explain its due time.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    history, calendars = history_of(case.id)
    names = _names(actor, history)
    shown = []
    for clock, reading in read(history, calendars, now()).items():
        zone, lines = zone_of(history, clock, calendars), why(history, clock, calendars)
        shown.append(_clock(reading, history, names) | {"zone": zone, "lines": [_line(clock, line, ZoneInfo(zone), names) for line in lines]})
    return shown


def _names(actor: Actor, history: History) -> dict[str, str]:
    """What calendars and rules are called; one that has no name any more by its key."""
    keys = {key for event in history.events for key in event.calendars}
    found = subjects.labels(actor, [("CALENDAR", key) for key in sorted(keys)])
    terms = [event.terms for event in history.events if event.terms]
    rules = {each.policy for each in terms} | {each.legal.rule_set for each in terms if each.legal}
    return {key: found.get(("CALENDAR", key), key) for key in keys} | {rule: rule for rule in rules} | rule_names(rules)


def _clock(reading: Reading, history: History, names: dict[str, str]) -> dict[str, Any]:
    terms = history.terms
    law = terms.legal if reading.clock is Clock.LEGAL else None
    key = law.calendar if law else terms.calendar
    return {
        "clock": reading.clock,
        "state": reading.state,
        "unit": "DAYS" if law else "SECONDS",
        "target": reading.target,
        "consumed": reading.consumed,
        "remaining": reading.remaining,
        "waited": reading.waited,
        "due_at": reading.due_at,
        "resumed_due_at": reading.resumed_due_at,
        "stopped_at": reading.stopped_at,
        "first_stopped_at": reading.first_stopped_at,
        "breached_at": reading.breached_at,
        "calendar": {"key": key, "name": names[key]},
        "policy": names[law.rule_set if law else terms.policy],
    }


def _line(clock: Clock, line: Line, zone: ZoneInfo, names: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": line.kind, "at": line.at, "until": line.until, "counted": line.counted, "total": line.total, "target": line.target,
        "text": _told(clock, line, zone, names),
    }  # fmt: skip


def _told(clock: Clock, line: Line, zone: ZoneInfo, names: dict[str, str]) -> str:
    if clock is Clock.LEGAL and line.kind in (LineKind.COUNTED, LineKind.WAITED):
        told = _DAY_COUNTED if line.kind is LineKind.COUNTED else _DAY_WAITED
        return str(told.format(day=_day(line.at, zone), total=line.total, target=line.target))
    legal = clock is Clock.LEGAL
    reason = (PAUSE_REASONS | EXTENSION_REASONS).get(line.reason)
    values = {
        "at": _moment(line.at, zone),
        "until": _moment(line.until, zone) if line.until else "",
        "counted": amount(line.counted, days=legal),
        "total": amount(line.total, days=legal),
        "target": amount(line.target, days=legal),
        "policy": names.get(line.policy, line.policy),
        "calendar": names.get(line.calendar, line.calendar),
        "reason": f" ({reason})" if reason else "",
        "priority": f" ({PRIORITIES[Priority(line.priority)]})" if line.priority else "",
    }
    return str(_WORDS[line.kind].format(**values))


def amount(number: int, *, days: bool) -> str:
    """Working days, or working seconds as hours, minutes and seconds, in the reader's language."""
    unit = _UNITS[language()]
    if days:
        return f"{number} {unit[0]}" if language() == "id" or number != 1 else "1 working day"
    sign, seconds = ("-" if number < 0 else ""), abs(number)
    parts: Iterable[tuple[int, str]] = zip((seconds // 3600, seconds // 60 % 60, seconds % 60), unit[1:], strict=True)
    return sign + (" ".join(f"{each} {name}" for each, name in parts if each) or f"0 {unit[1]}")


def _moment(at: datetime, zone: ZoneInfo) -> str:
    return f"{weekday_words(at, zone)} {clock_words(at, zone)}"


def _day(at: datetime, zone: ZoneInfo) -> str:
    """The day that closes at an instant: at midnight the one that ends there."""
    return weekday_words(at.replace(microsecond=0) - timedelta(seconds=1), zone)
