"""Who could open one customer on one day, by which ways, and who did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from simpul.customers.public import CustomerNotFound
from simpul.iam.public import SYSTEM_ID, PersonFacts, branches, people, role_names, units
from simpul.oversight.selectors.audit import AuditFilter, customer_labels, within
from simpul.oversight.vocabulary import WAYS, Way
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.platform.errors import Invalid
from simpul.platform.paging import Keyset
from simpul.platform.text import Text

_NOT_YET = Text(id="Hari ini belum tiba.", en="This day has not come yet.")
_NOT_THEN = Text(id="Saat ini belum tiba.", en="This time has not come yet.")
# What counts as having opened, revealed or taken out something of a customer.
_OPENED = ("VIEW_PROFILE", "VIEW_TIMELINE")
_REVEALED = ("REVEAL_FIELD", "VIEW_SENSITIVE")
_TAKEN_OUT = ("EXPORT_DATA", "EXPORT_RIGHTS_PACK", "DOWNLOAD_DOCUMENT")
_LATEST = 10
_ORDER = {sort: Keyset(("key", str), ("person_id", UUID), name=f"viewers by {sort}") for sort in ("name", "did")}


@dataclass(frozen=True)
class ViewersFilter:
    """Whom a report shows: those who could by some way, role and place, at one time of the day, and those who did."""

    customer_id: UUID
    day: date
    at: time | None = None
    ways: tuple[str, ...] = ()
    role: str | None = None
    place: str | None = None
    did: bool = False
    sort: Literal["name", "did"] = "name"

    def filter_facts(self) -> dict[str, Any]:
        """The filter for the trail: days, codes and keys."""
        told = {"day": self.day.isoformat(), "at": self.at.isoformat("minutes") if self.at else None, "way": list(self.ways), "role": self.role}
        return {name: value for name, value in {**told, "place": self.place, "did": self.did}.items() if value}


@dataclass(frozen=True)
class Place:
    """Where a customer belongs now, the day there as far as it has passed, and from when on the history of rights is whole."""

    branch_code: str
    branch_name: str
    time_zone: str
    since: datetime
    until: datetime
    is_over: bool
    whole_since: datetime
    is_whole: bool


@dataclass(frozen=True)
class Stretch:
    """A way by which somebody could open the customer at a stretch."""

    way: str
    role_key: str | None
    named: bool
    place: str | None
    elevation_id: UUID | None
    opened_at: datetime
    closed_at: datetime


@dataclass(frozen=True)
class Deeds:
    """What somebody did with the customer that day; `latest` are the last moments, the newest first."""

    opened: int
    revealed: int
    taken_out: int
    elevated: int
    first_at: datetime
    last_at: datetime
    latest: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Viewer:
    """A person who could open the customer, or did."""

    person: PersonFacts
    stretches: tuple[Stretch, ...]
    deeds: Deeds | None
    key: str = ""

    @property
    def person_id(self) -> UUID:
        """The person's id."""
        return self.person.id


def viewed_place(wanted: ViewersFilter) -> Place:
    """Where the customer belongs, and the bounds of the day in the time zone of that branch.

    Raises: CustomerNotFound, Invalid for a day or a time that has not come.
    """
    rows = query("SELECT * FROM crm.customer_place(%s)", (wanted.customer_id,))
    if not rows:
        raise CustomerNotFound()
    place, present = rows[0], now()
    zone = ZoneInfo(place["time_zone"])
    since, ends = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (wanted.day, wanted.day + timedelta(days=1)))
    if since >= present:
        raise Invalid({"day": _NOT_YET})
    if wanted.at and datetime.combine(wanted.day, wanted.at, zone) >= present:
        raise Invalid({"at": _NOT_THEN})
    # A customer is seen from its making on, so what was taken away before is not missing.
    is_whole = place["whole_since"] <= max(since, place["created_at"])
    return Place(place["branch_code"], place["branch_name"], place["time_zone"], since, min(ends, present), ends <= present, place["whole_since"], is_whole)


def viewers_found(actor: Actor, wanted: ViewersFilter, place: Place) -> list[Viewer]:
    """Everybody who could open the customer that day by the history of rights, or did by the trail, in the order asked for."""
    stretches: dict[UUID, list[Stretch]] = {}
    for row in query("SELECT * FROM crm.customer_viewers(%s, %s, %s)", (wanted.customer_id, place.since, place.until)):
        stretches.setdefault(row.pop("user_id"), []).append(Stretch(**row))
    deeds = _deeds(actor, wanted, place)
    found = [Viewer(person, tuple(stretches.get(key, ())), deeds.get(key)) for key, person in people({*stretches, *deeds}).items()]
    return sorted((replace(viewer, key=_key(viewer, wanted.sort)) for viewer in found), key=lambda viewer: (viewer.key, viewer.person_id))


def viewers_chosen(viewers: Sequence[Viewer], wanted: ViewersFilter, place: Place) -> list[Viewer]:
    """Those of them whom the filter names, each with the ways that it names; who did something but could not has no way."""
    moment = datetime.combine(wanted.day, wanted.at, ZoneInfo(place.time_zone)) if wanted.at else None
    narrowed = bool(wanted.ways or wanted.role or wanted.place or moment)
    chosen = []
    for viewer in viewers:
        left = tuple(stretch for stretch in viewer.stretches if _matches(stretch, wanted, moment))
        if (left or not narrowed) and (viewer.deeds or not wanted.did):
            chosen.append(replace(viewer, stretches=left))
    return chosen


def viewer_page(*, actor: Actor, wanted: ViewersFilter, cursor: str | None, limit: int) -> dict[str, Any]:
    """One page of the people of a report, with how many there are and what they can be filtered by.

    Raises: CustomerNotFound, Invalid.
    """
    place = viewed_place(wanted)
    viewers = viewers_found(actor, wanted, place)
    chosen = viewers_chosen(viewers, wanted, place)
    order = _ORDER[wanted.sort]
    position = order.position(cursor)
    behind = [viewer for viewer in chosen if position is None or (viewer.key, viewer.person_id) > position]
    words = Words()
    return {
        "customer_id": wanted.customer_id,
        "customer_label": customer_labels({wanted.customer_id}).get(wanted.customer_id),
        "branch_code": place.branch_code,
        "branch_name": place.branch_name,
        "time_zone": place.time_zone,
        "since": place.since,
        "until": place.until,
        "is_over": place.is_over,
        "whole_since": place.whole_since,
        "is_whole": place.is_whole,
        "could": sum(1 for viewer in viewers if viewer.stretches),
        "did": sum(1 for viewer in viewers if viewer.deeds),
        "found": len(chosen),
        "facets": _facets(viewers, words),
        **order.cut(behind[: limit + 1], limit, lambda page: [_shown(viewer, place, words) for viewer in page]),
    }


def viewers_after(*, actor: Actor, wanted: ViewersFilter, position: tuple[str, UUID] | None) -> tuple[Place, list[Viewer]]:
    """Everybody whom a report shows behind a position in its order, with the day that it is about.

    Raises: CustomerNotFound, Invalid.
    """
    place = viewed_place(wanted)
    chosen = viewers_chosen(viewers_found(actor, wanted, place), wanted, place)
    return place, [viewer for viewer in chosen if position is None or (viewer.key, viewer.person_id) > position]


class Words:
    """The names of roles, branches, units and ways as the reader is shown them."""

    def __init__(self) -> None:
        self._roles = role_names()
        self._places = {**{code: unit.name for code, unit in units().items()}, **{code: branch.name for code, branch in branches().items()}}

    def role_label(self, key: str | None) -> str | None:
        """A role by its key; one that is no more keeps its key."""
        return str(self._roles.get(key, key)) if key else None

    def place_label(self, code: str | None) -> str | None:
        """A branch or unit by its code."""
        return self._places.get(code, code) if code else None

    def way_label(self, way: str) -> str:
        """A way in which somebody could open a customer."""
        return str(WAYS[Way(way)])


def _deeds(actor: Actor, wanted: ViewersFilter, place: Place) -> dict[UUID, Deeds]:
    acts = [*_OPENED, *_REVEALED, *_TAKEN_OUT]
    conditions, values = within(actor, AuditFilter(action=tuple(acts), customer_id=wanted.customer_id, outcome="ALLOWED", since=place.since, until=place.until))
    rows = query(
        f"""WITH deeds AS MATERIALIZED (
                SELECT actor_user_id, action, elevation_id, created_at FROM audit.audit_logs
                 WHERE {" AND ".join(conditions)} AND actor_user_id <> %s AND meta ->> 'stage' IS DISTINCT FROM 'FINISHED'
            )
            SELECT d.actor_user_id, count(*) FILTER (WHERE d.action = ANY(%s)) AS opened, count(*) FILTER (WHERE d.action = ANY(%s)) AS revealed,
                   count(*) FILTER (WHERE d.action = ANY(%s)) AS taken_out, count(d.elevation_id) AS elevated,
                   min(d.created_at) AS first_at, max(d.created_at) AS last_at,
                   (array_agg(d.action ORDER BY d.created_at DESC))[:%s] AS actions, (array_agg(d.created_at ORDER BY d.created_at DESC))[:%s] AS moments
              FROM deeds d GROUP BY d.actor_user_id""",
        [*values, SYSTEM_ID, list(_OPENED), list(_REVEALED), list(_TAKEN_OUT), _LATEST, _LATEST],
    )
    return {
        row["actor_user_id"]: Deeds(
            **{name: row[name] for name in ("opened", "revealed", "taken_out", "elevated", "first_at", "last_at")},
            latest=[{"action": action, "at": at} for action, at in zip(row["actions"], row["moments"], strict=True)],
        )
        for row in rows
    }


def _key(viewer: Viewer, sort: str) -> str:
    name = viewer.person.full_name.casefold()
    if sort == "name":
        return name
    # The latest first; whoever did nothing follows by name.
    return f"{10**12 - int(viewer.deeds.last_at.timestamp()):013d}" if viewer.deeds else f"~{name}"


def _matches(stretch: Stretch, wanted: ViewersFilter, moment: datetime | None) -> bool:
    return (
        (not wanted.ways or stretch.way in wanted.ways)
        and wanted.role in (None, stretch.role_key)
        and wanted.place in (None, stretch.place)
        and (moment is None or stretch.opened_at <= moment < stretch.closed_at)
    )


def _facets(viewers: Sequence[Viewer], words: Words) -> dict[str, Any]:
    ways = Counter(way for viewer in viewers for way in {stretch.way for stretch in viewer.stretches})
    roles = Counter(role for viewer in viewers for role in {stretch.role_key for stretch in viewer.stretches} if role)
    places = Counter(place for viewer in viewers for place in {stretch.place for stretch in viewer.stretches} if place)
    return {
        "ways": [{"key": way.value, "label": words.way_label(way), "count": ways[way]} for way in Way if ways[way]],
        "roles": _by_label([{"key": key, "label": words.role_label(key), "count": count} for key, count in roles.items()]),
        "places": _by_label([{"key": key, "label": words.place_label(key), "count": count} for key, count in places.items()]),
    }


def _by_label(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(options, key=lambda option: (option["label"], option["key"]))


def _shown(viewer: Viewer, place: Place, words: Words) -> dict[str, Any]:
    return {
        "person": viewer.person,
        "ways": [
            {
                "way": stretch.way,
                "way_label": words.way_label(stretch.way),
                "role": stretch.role_key,
                "role_label": words.role_label(stretch.role_key),
                "named": stretch.named,
                "place": stretch.place,
                "place_label": words.place_label(stretch.place),
                "elevation_id": stretch.elevation_id,
                "opened_at": stretch.opened_at,
                "closed_at": stretch.closed_at,
                "all_day": stretch.opened_at == place.since and stretch.closed_at == place.until,
                "still": not place.is_over and stretch.closed_at == place.until,
            }
            for stretch in viewer.stretches
        ],
        "deeds": viewer.deeds,
    }
