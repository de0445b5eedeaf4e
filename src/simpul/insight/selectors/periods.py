"""Periods of dashboards: named or dated, the one before, and the spans that charts divide them into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from simpul.insight.vocabulary import Preset
from simpul.platform.clock import today
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

LONGEST_DAYS = 800
# Up to so many days a chart has a point for each day, then for each week, then for each month.
_DAILY, _WEEKLY = 31, 190
_DAY = timedelta(days=1)
_WRONG_ORDER = Text(id="Tanggal mulai harus sebelum tanggal akhir.", en="The first day must not be after the last.")
_TOO_LONG = Text(id="Pilih paling lama {days} hari.", en="Choose at most {days} days.")
_NOT_YET = Text(id="Periode ini belum mulai.", en="This period has not begun.")


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both counted."""

    first: date
    last: date

    @property
    def day_count(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Period:
    """A period with its spans, and the period of the same length before it."""

    span: Span
    before: Span
    spans: tuple[Span, ...]
    preset: str | None


def period_of(preset: str | None, since: date | None, until: date | None) -> Period:
    """The period that is named or dated; without either the last 30 days.

    Raises: Invalid.
    """
    day = today()
    if since is None and until is None:
        name = preset or Preset.LAST_30.value
        return _period(_named(Preset(name), day), name)
    last = min(until or day, day)
    first = since or last - timedelta(days=29)
    if first > day:
        raise Invalid({"since": _NOT_YET})
    if first > last:
        raise Invalid({"since": _WRONG_ORDER})
    if (last - first).days >= LONGEST_DAYS:
        raise Invalid({"since": _TOO_LONG.format(days=LONGEST_DAYS)})
    return _period(Span(first, last), None)


def _named(preset: Preset, day: date) -> Span:
    match preset:
        case Preset.LAST_7:
            return Span(day - timedelta(days=6), day)
        case Preset.LAST_90:
            return Span(day - timedelta(days=89), day)
        case Preset.MONTH:
            return Span(day.replace(day=1), day)
        case Preset.LAST_MONTH:
            last = day.replace(day=1) - _DAY
            return Span(last.replace(day=1), last)
        case Preset.YEAR:
            return Span(day.replace(month=1, day=1), day)
    return Span(day - timedelta(days=29), day)


def _period(span: Span, preset: str | None) -> Period:
    before = Span(span.first - timedelta(days=span.day_count), span.first - _DAY)
    return Period(span, before, tuple(_spans(span)), preset)


def _spans(span: Span) -> list[Span]:
    found, first = [], span.first
    while first <= span.last:
        if span.day_count <= _DAILY:
            last = first
        elif span.day_count <= _WEEKLY:
            last = first + timedelta(days=6)
        else:
            last = date(first.year + first.month // 12, first.month % 12 + 1, 1) - _DAY
        found.append(Span(first, min(last, span.last)))
        first = last + _DAY
    return found
