"""A month of ordinary work with planted incidents, the same for the same seed.

A hundred people of three time zones search, open profiles, reveal a field now and then and are refused sometimes. Each has
a pace of the own; some stay late, some look in on a Saturday, a few have a hectic hour. Into this are planted incidents of five
kinds, from plain to faint.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from simpul.iam.models import Branch, Role, Scope, User, UserRole
from simpul.platform.ids import ANONYMOUS_ID
from tests.support.database import rows

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
RULES = ["SEARCH_PACE", "DENIED_ACCESS", "OFF_HOURS_VIEWS", "BULK_REVEAL", "BREAK_GLASS_NO_CASE", "OTHER_BRANCHES", "ATTACKED_ACCOUNT", "BULK_READING"]
_JAKARTA = ZoneInfo("Asia/Jakarta")
_ROW = ("created_at", "action", "object_type", "object_id", "customer_id", "actor_user_id", "elevation_id", "outcome", "meta", "branch_code")


@dataclass
class Person:
    """Somebody with a pace of the own: searches an hour, and how likely late work is."""

    id: UUID
    zone: ZoneInfo
    pace: float
    late: float


@dataclass
class History:
    """The people, and which incident was planted with whom on which day (of Jakarta's calendar)."""

    people: list[Person]
    planted: set[tuple[str, UUID, date]] = field(default_factory=set)
    rows: list[tuple[Any, ...]] = field(default_factory=list)


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.rows: list[tuple[Any, ...]] = []

    def add(
        self,
        person: Person,
        at: datetime,
        action: str,
        outcome: str = "ALLOWED",
        customer: UUID | None = None,
        elevation: UUID | None = None,
        branch: str | None = None,
        rows_read: int = 0,
    ) -> None:
        kind = {"SEARCH_CUSTOMER": "CUSTOMER_SEARCH", "VIEW_DENIED": "OPERATION", "CREATE_CASE": "CASE"}.get(action, "CUSTOMER")
        meta = json.dumps({"rows": rows_read} if rows_read else {})
        self.rows.append((at.astimezone(UTC), action, kind, "x", customer or self.uuid(), person.id, elevation, outcome, meta, branch))

    def failed_sign_in(self, person: Person, at: datetime) -> None:
        """Somebody unknown tried this person's account."""
        self.rows.append((at.astimezone(UTC), "SIGN_IN_FAILED", "USER", str(person.id), None, ANONYMOUS_ID, None, "DENIED", "{}", None))

    def uuid(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)

    def moments(self, start: datetime, rate: float, hours: float) -> Iterator[datetime]:
        """Instants of a Poisson process, `rate` an hour."""
        at = 0.0
        while rate > 0 and (at := at + self.chance.expovariate(rate)) < hours:
            yield start + timedelta(hours=at)


def organisation(number: int = 100, seed: int = 1) -> list[Person]:
    """Write branches of three time zones and the people who work there."""
    chance = random.Random(seed)
    with rows():
        roles = {role.key: role for role in Role.objects.all()}
        for index, (code, zone) in enumerate(ZONES.items(), start=90):
            Branch.objects.create(code=code, number=index, name=code, city=code, time_zone=zone)
        people = []
        for index in range(number):
            user = User.objects.create(username=f"orang{index:03}", full_name=f"Orang {index:03}", password="!")
            UserRole.objects.create(user=user, role=roles[chance.choices(["AGENT", "RM", "SUPERVISOR", "COMPLIANCE"], [70, 15, 12, 3])[0]])
            code = chance.choice(list(ZONES))
            Scope.objects.create(user=user, scope_type="BRANCH", branch_id=code)
            people.append(Person(user.id, ZoneInfo(ZONES[code]), chance.uniform(1, 11), chance.choice([0, 0, 0.1, 0.3])))
    return people


def month(people: list[Person], first: date, *, days: int = 30, incidents: int = 40, seed: int = 1, holidays: frozenset[date] = frozenset()) -> History:
    """The records of so many days from the first one, with the incidents spread over them after a week."""
    chance = random.Random(seed)
    writer, history = _Writer(chance), History(people)
    for number in range(days):
        day = first + timedelta(days=number)
        for person in people:
            _ordinary(writer, person, day, works=day.weekday() < 5 and day not in holidays)
    workdays = [day for day in (first + timedelta(days=number) for number in range(7, days)) if day.weekday() < 5 and day not in holidays]
    while len(history.planted) < incidents:
        rule, person, day = RULES[len(history.planted) % len(RULES)], chance.choice(people), chance.choice(workdays)
        if not any(who == person.id and when == day for _, who, when in history.planted):
            when = _incident(writer, rule, person, day)
            history.planted.add((rule, person.id, when.astimezone(_JAKARTA).date()))
    history.rows = sorted(writer.rows, key=lambda row: row[0])
    return history


def write(history: History) -> None:
    """Copy the records into the trail, and have them counted as the server does by itself once they are committed."""
    from django.db import connection

    with rows(), connection.cursor() as cursor:
        with cursor.copy(f"COPY audit.audit_logs ({', '.join(_ROW)}) FROM STDIN") as copy:
            for row in history.rows:
                copy.write_row(row)
        cursor.execute("SET LOCAL ROLE simpul_owner")
        cursor.execute("ANALYZE audit.audit_logs")


def _at(person: Person, day: date, hour: float) -> datetime:
    return datetime.combine(day, time(), person.zone) + timedelta(hours=hour)


def _ordinary(writer: _Writer, person: Person, day: date, *, works: bool) -> None:
    chance = writer.chance
    if not works:
        if chance.random() < 0.03:  # looks in for a moment
            for at in writer.moments(_at(person, day, 10), 2, 1):
                writer.add(person, at, "VIEW_PROFILE")
        return
    if chance.random() < 0.08:
        return  # on leave
    start, end = 8 + chance.uniform(0, 0.7), 16.3 + chance.uniform(0, 0.5)
    if chance.random() < person.late:
        end += chance.uniform(0.2, 1.1)
    pace = person.pace * chance.uniform(0.7, 1.3)
    for hour in range(int(start), int(end) + 1):
        low, high = max(start, hour), min(end, hour + 1)
        hectic = chance.uniform(1.6, 2.2) if chance.random() < 0.02 else 1.0
        for at in writer.moments(_at(person, day, low), pace * hectic, high - low):
            writer.add(person, at, "SEARCH_CUSTOMER")
            if chance.random() < 0.6:
                writer.add(person, at + timedelta(seconds=20), "VIEW_PROFILE")
            if chance.random() < 0.08:
                writer.add(person, at + timedelta(seconds=50), "REVEAL_FIELD")
    for at in writer.moments(_at(person, day, start), 0.12, end - start):
        place = "MDN" if chance.random() < 0.3 else None  # a colleague's link to a customer of another branch
        for _ in range(chance.choice([1, 1, 2, 3])):  # somebody tries again before giving up
            writer.add(person, at + timedelta(seconds=5 * chance.random()), "VIEW_DENIED", "DENIED", branch=place)
    for at in writer.moments(_at(person, day, start), pace, end - start):
        writer.add(person, at, "VIEW_LIST", rows_read=chance.choice([12, 25, 50, 50]))
    for at in writer.moments(_at(person, day, start), 0.4, end - start):
        writer.add(person, at, "DOWNLOAD_DOCUMENT")
    if chance.random() < 0.1:  # Monday's fingers
        for _ in range(chance.randint(1, 3)):
            writer.failed_sign_in(person, _at(person, day, start - 0.1 * chance.random()))
    if chance.random() < 0.01:
        customer, elevation = writer.uuid(), writer.uuid()
        writer.add(person, _at(person, day, 9), "CREATE_CASE", customer=customer)
        for at in writer.moments(_at(person, day, 11), 6, 1):
            writer.add(person, at, "VIEW_PROFILE", customer=customer, elevation=elevation)


def _incident(writer: _Writer, rule: str, person: Person, day: date) -> datetime:
    chance = writer.chance
    at = _at(person, day, chance.uniform(9, 14.5))
    spread = lambda number, minutes: sorted(at + timedelta(minutes=chance.uniform(0, minutes)) for _ in range(number))  # noqa: E731
    if rule == "SEARCH_PACE":
        for moment in spread(int(max(45, person.pace * chance.uniform(5, 9))), 50):
            writer.add(person, moment, "SEARCH_CUSTOMER")
    elif rule == "DENIED_ACCESS":
        for moment in spread(chance.randint(14, 45), 45):
            writer.add(person, moment, "VIEW_DENIED", "DENIED")
    elif rule == "BULK_REVEAL":
        for moment in spread(chance.randint(14, 35), 45):
            writer.add(person, moment, "REVEAL_FIELD")
    elif rule == "OFF_HOURS_VIEWS":
        at = _at(person, day, chance.uniform(20.5, 21.2))
        for moment in spread(chance.randint(6, 25), 30):
            writer.add(person, moment, "VIEW_PROFILE")
    elif rule == "OTHER_BRANCHES":
        for moment in spread(chance.randint(7, 9), 50):
            writer.add(person, moment, "VIEW_DENIED", "DENIED", branch="MDN")
    elif rule == "ATTACKED_ACCOUNT":
        for moment in spread(chance.randint(9, 60), 50):
            writer.failed_sign_in(person, moment)
    elif rule == "BULK_READING":
        if chance.random() < 0.5:
            for moment in spread(chance.randint(32, 90), 50):
                writer.add(person, moment, "DOWNLOAD_DOCUMENT")
        else:
            for moment in spread(chance.randint(55, 120), 50):
                writer.add(person, moment, "VIEW_LIST", rows_read=100)
    else:
        customer, elevation = writer.uuid(), writer.uuid()
        for moment in spread(chance.randint(1, 8), 30):
            writer.add(person, moment, "VIEW_PROFILE", customer=customer, elevation=elevation)
    return at
