"""The queue: which cases a reader may list, in which order, how many. Whole rows are read back under row-level security."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from simpul.cases.selectors.catalogue import with_children
from simpul.cases.selectors.rows import case_rows
from simpul.cases.settings import DUE_SOON_HOURS
from simpul.platform import configuration
from simpul.platform.actor import Actor, current_actor
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.platform.errors import Invalid
from simpul.platform.paging import Keyset, Page, cursor_invalid
from simpul.platform.text import Text

COUNTED = 10_000
# A number bears the year of its branch; in the east of the country that begins first.
_FIRST_TO_TURN = ZoneInfo("Asia/Jayapura")

_NUMBER = re.compile(r"^(?:CASE-)?(?:(2[01][0-9]{2})-)?(?:([A-Z0-9_]+(?:-[A-Z0-9_]+)*)-)?([0-9]{1,9})$")
_ENDING = re.compile(r"[0-9]{4,9}")
_NOT_THIS_SORT = Text(id="Urutan ini tidak tersedia untuk daftar ini.", en="This list has no such order.")


class Scope(StrEnum):
    """Which part of a case's life."""

    OPEN = "open"
    RESOLVED = "resolved"
    CLOSED = "closed"
    ALL = "all"


class Sort(StrEnum):
    """In which order: the nearest due time first (of open cases that of whichever clock is not met yet), the newest first, the most urgent first, the last closed first."""

    DUE = "due"
    CREATED = "-created"
    PRIORITY = "priority"
    CLOSED = "-closed"


SORTS = {
    Scope.OPEN: (Sort.DUE, Sort.CREATED, Sort.PRIORITY),
    Scope.RESOLVED: (Sort.DUE,),
    Scope.CLOSED: (Sort.CLOSED,),
    Scope.ALL: (Sort.CREATED, Sort.DUE),
}
_KEYSETS = {sort: Keyset(("place", int), ("at", datetime), ("case_id", UUID), name=sort) for sort in Sort}
_ORDER = {Sort.DUE: "DUE", Sort.CREATED: "CREATED", Sort.PRIORITY: "PRIORITY", Sort.CLOSED: "ENDED"}


@dataclass(frozen=True)
class Sought:
    """What somebody looks for among cases; one of these is enough.

    `numbers` are whole, `ending` is the end of one. Of open cases alone: `names` are words of their customer's name, `words` what the case says.
    """

    numbers: tuple[str, ...] = ()
    ending: str | None = None
    customers: tuple[UUID, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def query_parts(self) -> dict[str, object]:
        """As the database takes it: only what is looked for."""
        found = {
            "numbers": list(self.numbers),
            "ending": self.ending and self.ending[::-1],
            "customers": [str(each) for each in self.customers],
            "names": [f"% {_escaped(each)}%" for each in self.names],
            "words": [f"%{_escaped(each)}%" for each in self.words],
        }
        return {name: value for name, value in found.items() if value}


def _escaped(word: str) -> str:
    """A word as a pattern that means nothing but itself."""
    return re.sub(r"([\\%_])", r"\\\1", word)


@dataclass(frozen=True)
class Wanted:
    """What narrows a list of cases. `moment` decides what is overdue."""

    scope: Scope
    sort: Sort
    moment: datetime
    branches: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    assignee: UUID | None = None
    unassigned: bool = False
    unit: str | None = None
    overdue: bool = False
    first_late: bool = False
    customer_id: UUID | None = None
    number: str | None = None
    sought: Sought | None = None
    watched: bool = False
    review: str | None = None
    closed_since: datetime | None = None
    closed_until: datetime | None = None


def queue_page(*, actor: Actor, wanted: Wanted, cursor: str | None, limit: int) -> Page:
    """One page of the cases within the reader's reach, those below the reader's tier and of a portfolio by their head only.

    Raises: Invalid for an order that the list lacks, or a cursor that is none of ours.
    """
    keys = queue_keys(wanted, after=queue_position(cursor, wanted.sort), keep=limit + 1)
    return _KEYSETS[wanted.sort].cut(keys, limit, lambda page: _shown(actor, [key["case_id"] for key in page]))


def _shown(actor: Actor, case_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    found = case_rows(actor, case_ids)
    return [found[case_id] for case_id in case_ids if case_id in found]


def queue_keys(wanted: Wanted, *, after: tuple[int, datetime, UUID] | None = None, keep: int = 50) -> list[dict[str, Any]]:
    """The keys of a page: `case_id`, and `place` and `at`, which order it."""
    if wanted.sort not in SORTS[wanted.scope]:
        raise Invalid({"sort": _NOT_THIS_SORT})
    asked = _asked(wanted) | {"sort": _ORDER[wanted.sort], "keep": keep}
    if after:
        asked |= {"after_place": after[0], "after_at": after[1].isoformat(), "after_id": str(after[2])}
    return query("SELECT case_id, place, at FROM crm.case_queue(%s::jsonb) WITH ORDINALITY ORDER BY ordinality", (json.dumps(asked),))


def queue_counts(wanted: Wanted) -> dict[str, Any]:
    """How many cases the list holds, and how many of them are overdue, due soon, without their first response in time and nobody's; each counted to 10,000 at most."""
    asked = _asked(wanted) | {"sort": "NONE", "keep": COUNTED + 1}
    late, soon = wanted.moment.isoformat(), (wanted.moment + due_soon(current_actor())).isoformat()
    is_open = wanted.scope is Scope.OPEN
    each = {
        "total": asked,
        "overdue": asked | {"due_before": late} if is_open else None,
        "due_soon": asked | {"due_from": late, "due_before": soon} if is_open and not wanted.overdue else None,
        "first_late": asked | {"first_late": late} if is_open else None,
        "unassigned": asked | {"unassigned": True} if is_open and wanted.assignee is None else None,
    }
    counted = {name: one for name, one in each.items() if one is not None}
    columns = ", ".join(f"(SELECT count(*) FROM crm.case_queue(%({name})s::jsonb)) AS {name}" for name in counted)
    row = query(f"SELECT {columns}", {name: json.dumps(one) for name, one in counted.items()})[0]
    return {name: {"count": min(row.get(name, 0), COUNTED), "capped": row.get(name, 0) > COUNTED} for name in each}


def due_soon(actor: Actor | None) -> timedelta:
    """What is due within this time is soon, as the organisation sees it."""
    return timedelta(hours=configuration.value(DUE_SOON_HOURS, actor))


def queue_total(wanted: Wanted, most: int) -> int:
    """How many cases the list holds; counting stops at `most`."""
    asked = _asked(wanted) | {"sort": "NONE", "keep": most}
    return int(query("SELECT count(*) AS n FROM crm.case_queue(%s::jsonb)", (json.dumps(asked),))[0]["n"])


def known_among(case_ids: Sequence[UUID]) -> list[UUID]:
    """Those of the cases that the caller may list at all."""
    return [row["case_id"] for row in query("SELECT case_id FROM crm.case_heads(%s) ORDER BY case_id", (list(case_ids),))] if case_ids else []


def _asked(wanted: Wanted) -> dict[str, Any]:
    """The question as the database takes it: only what narrows."""
    lists = {
        "branches": wanted.branches,
        "statuses": wanted.statuses,
        "priorities": wanted.priorities,
        "categories": with_children(wanted.categories) if wanted.categories else (),
        "channels": wanted.channels,
        "products": wanted.products,
    }
    asked: dict[str, Any] = {"scope": wanted.scope.name} | {name: list(value) for name, value in lists.items() if value}
    if wanted.number is not None:
        ending = ending_of(wanted.number)
        asked |= {"search": Sought(tuple(case_numbers(wanted.number)), ending).query_parts()} if ending else {"numbers": case_numbers(wanted.number)}
    if wanted.sought is not None:
        asked["search"] = wanted.sought.query_parts()
    single = {
        "assignee": wanted.assignee and str(wanted.assignee),
        "unassigned": wanted.unassigned or None,
        "unit": wanted.unit,
        "due_before": wanted.moment.isoformat() if wanted.overdue else None,
        "customer": wanted.customer_id and str(wanted.customer_id),
        "watched": wanted.watched or None,
        "first_late": wanted.moment.isoformat() if wanted.first_late else None,
        "review": wanted.review,
        "ended_from": wanted.closed_since and wanted.closed_since.isoformat(),
        "ended_before": wanted.closed_until and wanted.closed_until.isoformat(),
    }
    return asked | {name: value for name, value in single.items() if value is not None}


def ending_of(written: str) -> str | None:
    """What was written as the end of a number: four figures or more."""
    return written.strip() if _ENDING.fullmatch(written.strip()) else None


def case_numbers(written: str) -> list[str]:
    """The whole case numbers that a person may mean: `CASE-2026-MDN-000123`, `MDN-123` or `123`, these of the last ten years."""
    match = _NUMBER.match(written.strip().upper().replace(" ", "-"))
    if match is None:
        return []
    year, branch, sequence = match.groups()
    latest = int(year or today(_FIRST_TO_TURN).year)
    rows = query(
        """SELECT b.branch_code, y.year FROM iam.branches b CROSS JOIN generate_series(%(first)s::int, %(last)s::int) AS y (year)
           WHERE %(branch)s::text IS NULL OR b.branch_code = %(branch)s""",
        {"branch": branch, "first": int(year or latest - 9), "last": latest},
    )
    return [f"CASE-{row['year']}-{row['branch_code']}-{sequence.lstrip('0').zfill(6)}" for row in rows]


def queue_position(cursor: str | None, sort: Sort) -> tuple[int, datetime, UUID] | None:
    """Where a page of the queue ended, in this order.

    Raises: Invalid for a cursor that is none of ours.
    """
    position = _KEYSETS[sort].position(cursor)
    if position is None:
        return None
    place, at, case_id = position
    if not 0 <= place <= 4:
        raise cursor_invalid()
    return place, at, case_id


def question(wanted: Wanted) -> dict[str, Any]:
    """What was asked, for a trail: codes, ids and instants, nothing personal."""
    told = {name: value for name, value in asdict(wanted).items() if value and name != "moment"}
    return {name: [*value] if isinstance(value, tuple) else str(value) for name, value in told.items()}
