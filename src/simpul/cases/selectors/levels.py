"""Reading service levels and legal limits."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from simpul.cases.errors import LegalRulesNotFound, ServiceLevelNotFound
from simpul.cases.levels.content import Content, content_of
from simpul.cases.levels.inforce import promise_for
from simpul.cases.models import LegalRules, ServiceLevel, ServiceLevelVersion
from simpul.cases.policies import can_manage
from simpul.cases.selectors.catalogue import category_get
from simpul.cases.sla import Change, Clock, ClockEvent, History, Reading, read, why
from simpul.cases.sla.why import zone_of
from simpul.cases.vocabulary import Kind, Priority, wording
from simpul.iam.public import people
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, today
from simpul.workflow.public import worktime_version


def level_get(key: str, *, lock: bool = False) -> ServiceLevel:
    """One service level.

    Raises: ServiceLevelNotFound.
    """
    found = (ServiceLevel.objects.select_for_update() if lock else ServiceLevel.objects).filter(key=key).first()
    if found is None:
        raise ServiceLevelNotFound()
    return found


def version_get(key: str, number: int) -> ServiceLevelVersion:
    """One published version.

    Raises: ServiceLevelNotFound.
    """
    found = ServiceLevelVersion.objects.filter(policy__key=key, number=number).first()
    if found is None:
        raise ServiceLevelNotFound()
    return found


def versions_of(level: ServiceLevel) -> list[ServiceLevelVersion]:
    """The published versions, newest first."""
    return list(ServiceLevelVersion.objects.filter(policy=level).order_by("-number"))


def in_force(versions: list[ServiceLevelVersion], on: date) -> ServiceLevelVersion | None:
    """Of a service level's versions, newest first, the one that holds on the day."""
    return next((version for version in versions if version.effective_from <= on), None)


def level_rows(actor: Actor) -> list[dict[str, Any]]:
    """Every service level with the version in force and the one that comes."""
    levels, day = list(ServiceLevel.objects.order_by("key")), today()
    versions: dict[UUID, list[ServiceLevelVersion]] = {level.id: [] for level in levels}
    for version in ServiceLevelVersion.objects.order_by("-number"):
        versions[version.policy_id].append(version)
    return [_row(actor, level, versions[level.id], day) for level in levels]


def level_detail(actor: Actor, level: ServiceLevel) -> dict[str, Any]:
    """One service level, with its draft and its versions."""
    versions = versions_of(level)
    names = people({version.published_by for version in versions})
    standing = in_force(versions, today())
    return _row(actor, level, versions, today()) | {
        "draft": level.draft,
        "content": standing.content if standing else None,
        "versions": [
            {
                "number": version.number,
                "effective_from": version.effective_from,
                "note": version.note,
                "published_at": version.published_at,
                "published_by": {"id": version.published_by, "full_name": names[version.published_by].full_name} if version.published_by in names else None,
            }
            for version in versions
        ],
    }


def legal_rules(key: str) -> list[LegalRules]:
    """The versions of one rule set, newest first.

    Raises: LegalRulesNotFound.
    """
    found = list(LegalRules.objects.filter(key=key).order_by("-number"))
    if not found:
        raise LegalRulesNotFound()
    return found


def legal_rows(actor: Actor) -> list[dict[str, Any]]:
    """Every version of every rule set, newest first; `in_force` is the one that holds today."""
    day, can, held, rows = today(), {"update": bool(can_manage(actor))}, set[str](), []
    for one in LegalRules.objects.order_by("key", "-number"):
        holds = one.key not in held and one.effective_from <= day
        held |= {one.key} if holds else set()
        rows.append({"title": str(wording(one.title)), "titles": one.title, "in_force": holds, "can": can} | _limits(one))
    return rows


def explained(*, category: str, priority: Priority, kind: Kind, received_at: datetime) -> dict[str, Any]:
    """What a case of this kind would be promised if it were received then, and why.

    Raises: CategoryNotFound, NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime.
    """
    found = category_get(category)
    promise = promise_for(found.code, found.parent_id, received_at.astimezone(JAKARTA).date())
    terms = promise.terms(priority, kind)
    counted = {key: worktime_version(key) for key in {terms.calendar, *([terms.legal.calendar] if terms.legal else [])}}
    calendars = {(key, number): calendar for key, (number, calendar) in counted.items()}
    history = History.of([ClockEvent(1, Change.START, received_at, terms=terms, calendars={key: number for key, (number, _) in counted.items()})])
    readings = read(history, calendars, received_at)
    return {
        "policy": {"key": promise.policy, "number": promise.number},
        "clocks": [
            _clock(reading) | {"zone": zone_of(history, clock, calendars), "lines": why(history, clock, calendars)} for clock, reading in readings.items()
        ],
    }


def _clock(reading: Reading) -> dict[str, Any]:
    return {"clock": reading.clock, "due_at": reading.due_at, "target": reading.target, "unit": "DAYS" if reading.clock is Clock.LEGAL else "SECONDS"}


def _row(actor: Actor, level: ServiceLevel, versions: list[ServiceLevelVersion], day: date) -> dict[str, Any]:
    standing = in_force(versions, day)
    coming = versions[0] if versions and versions[0].effective_from > day else None
    content: Content | None = content_of(standing.content) if standing else None
    return {
        "key": level.key,
        "title": str(wording(level.title)),
        "titles": level.title,
        "is_shipped": level.is_shipped,
        "number": standing.number if standing else None,
        "in_force_since": standing.effective_from if standing else None,
        "next": {"number": coming.number, "effective_from": coming.effective_from} if coming else None,
        "categories": sorted(content.rules) if content else [],
        "calendar": content.calendar if content else None,
        "legal_rules": content.legal_rules if content else None,
        "has_draft": level.draft is not None,
        "version": level.revision,
        "can": {"update": bool(can_manage(actor)), "publish": bool(can_manage(actor)) and level.draft is not None},
    }


def _limits(one: LegalRules) -> dict[str, Any]:
    names = ("key", "number", "source", "calendar", "verbal_days", "written_days", "extension_days", "pause_cap_days", "effective_from", "note", "published_at")
    return {name: getattr(one, name) for name in names}
