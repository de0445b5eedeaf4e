"""`simpul sla_replay`: what a case's clocks said at any moment and why, or whether every case's due times follow from its events."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment

if TYPE_CHECKING:
    from simpul.cases.sla import Clock, Line, Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("number", nargs="?", help="the case's number, such as CASE-2026-MDN-000123")
    chosen.add_argument("--check", action="store_true", help="recompute every case and name those whose stored due times differ (exit code 1)")
    parser.add_argument("--at", type=_moment, metavar="MOMENT", help="as it was known then (ISO 8601 with an offset; default: now)")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.public import system_actor
        from simpul.platform.clock import now
        from simpul.platform.db import scope

        moment = arguments.at or now()
        with scope(system_actor()):
            if arguments.check:
                return check(moment)
            for line in replay(arguments.number, moment):
                print(line)
    return 0


def check(moment: datetime) -> int:
    """Print the numbers of cases whose rows differ from their events; the exit code."""
    from simpul.cases.selectors.clocks import drifted

    differ, after, more = list[str](), None, True
    while more:
        found, after = drifted(moment, after)
        differ, more = differ + found, after is not None
    for number in differ:
        print(f"{number}: its due times are not what its events say")
    print(f"{len(differ)} cases differ" if differ else "every case's due times follow from its events")
    return 1 if differ else 0


def replay(number: str, moment: datetime) -> Iterator[str]:
    """The clocks of a case and their explanation, line by line, in UTC.

    Raises: Refusal.
    """
    from simpul.cases.models import Case
    from simpul.cases.selectors.clocks import history_of
    from simpul.cases.sla import HistoryBroken, read, why

    case_id = Case.objects.filter(case_no=number).values_list("id", flat=True).first()
    if case_id is None:
        raise Refusal(f"There is no case {number}.")
    try:
        history, calendars = history_of(case_id, moment)
    except HistoryBroken:
        raise Refusal(f"{number} had not been received at {_told(moment)}.") from None
    yield f"{number} as known at {_told(moment)}"
    for clock, reading in read(history, calendars, moment).items():
        yield ""
        yield from _clock(clock, reading)
        yield from _lines(clock, why(history, clock, calendars))


def _clock(clock: Clock, reading: Reading) -> Iterator[str]:
    spans = {name: _span(clock, getattr(reading, name)) for name in ("consumed", "target", "remaining", "waited")}
    breach = f", over since {_told(reading.breached_at)}" if reading.breached_at else ""
    yield f"{clock} {reading.state}: due {_told(reading.due_at)}{breach}"
    yield "  used {consumed} of {target}, left {remaining}, waited {waited}".format(**spans)


def _lines(clock: Clock, lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        until = f" .. {_told(line.until)}" if line.until and line.until != line.at else ""
        total = f", {_span(clock, line.counted)}, in all {_span(clock, line.total)}" if line.counted else ""
        named = " ".join(name for name in (line.policy, line.priority, line.calendar, line.reason) if name)
        yield f"  {line.kind:<8} {_told(line.at)}{until}{total} ({named})"


def _span(clock: Clock, amount: int) -> str:
    """Working days of the legal clock; hours, minutes and seconds of the others."""
    if clock.value == "LEGAL":
        return f"{amount} days"
    sign, seconds = ("-" if amount < 0 else ""), abs(amount)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _told(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(written: str) -> datetime:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no moment, such as 2026-12-01T10:00:00+07:00") from None
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{written!r} lacks its offset, such as +07:00")
    return found.astimezone(UTC)
