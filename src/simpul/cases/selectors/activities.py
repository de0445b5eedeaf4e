"""What happened in a case, newest first, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clock_words import clock_text, people_told
from simpul.cases.vocabulary import PAUSE_REASONS, STATUSES, ActivityType
from simpul.iam.public import PersonFacts, UnitFacts, people, units
from simpul.messaging.public import MessageState, message_states
from simpul.platform.paging import Keyset
from simpul.platform.text import Text

LATEST = Keyset(("-created_at", datetime), ("-id", UUID))


def activities_of(case: Case, after: tuple[datetime, UUID] | None, limit: int) -> list[CaseActivity]:
    """What happened, newest first, behind a position."""
    return list(LATEST.behind(CaseActivity.objects.filter(case=case), after)[:limit])


def activity_rows(activities: Sequence[CaseActivity]) -> list[dict[str, Any]]:
    """Activities as the page shows them; a fixed number of queries."""
    named = {UUID(activity.data[end]) for activity in activities if activity.activity_type == ActivityType.ASSIGN for end in _PEOPLE if activity.data.get(end)}
    mentioned = {UUID(each) for activity in activities for each in activity.data.get("mentions", ())}
    told = {each for activity in activities if activity.activity_type == ActivityType.SLA for each in people_told(activity)}
    who = people([*(activity.actor_user_id for activity in activities), *named, *mentioned, *told])
    places = units()
    states = message_states(UUID(activity.data["message_id"]) for activity in activities if activity.data.get("message_id"))
    return [_row(activity, who, places, states) for activity in activities]


_PEOPLE = ("from", "to")
_NOBODY = Text(id="menunggu diambil", en="waits to be taken")


def _row(activity: CaseActivity, who: Mapping[UUID, PersonFacts], places: Mapping[str, UnitFacts], states: Mapping[UUID, MessageState]) -> dict[str, Any]:
    author = who.get(activity.actor_user_id)
    begun, ended = _words(activity, who, places)
    return {
        "id": activity.id,
        "type": activity.activity_type,
        "at": activity.created_at,
        "actor": {"id": activity.actor_user_id, "full_name": author.full_name if author else ""},
        "text": clock_text(activity, who) if activity.activity_type == ActivityType.SLA else _said(activity),
        "public": activity.is_public,
        "direction": activity.data.get("direction"),
        "message": message_row(states.get(UUID(activity.data["message_id"]))) if activity.data.get("message_id") else None,
        "from": begun,
        "to": ended,
        "data": activity.data,
    }


def _said(activity: CaseActivity) -> str:
    """What somebody wrote; of a case that waits, after what it waits for."""
    reason = PAUSE_REASONS.get(str(activity.data.get("reason_code")))
    step = _named(activity.data.get("named", {}).get("step"))
    return ". ".join(part for part in (step, str(reason) if reason else "", activity.message) if part)


def _words(activity: CaseActivity, who: Mapping[UUID, PersonFacts], places: Mapping[str, UnitFacts]) -> tuple[str | None, str | None]:
    data = activity.data
    if activity.activity_type == ActivityType.ASSIGN:
        begun, ended = _holder(data.get("from"), data.get("from_unit"), who, places), _holder(data.get("to"), data.get("to_unit"), who, places)
        return begun, ended or (str(_NOBODY) if "to" not in data else None)
    if activity.activity_type == ActivityType.SLA:
        return None, None
    named = data.get("named", {})
    return _named(named.get("from")) or _status(data.get("from")), _named(named.get("to")) or _status(data.get("to"))


def _holder(user: str | None, unit: str | None, who: Mapping[UUID, PersonFacts], places: Mapping[str, UnitFacts]) -> str | None:
    if user is not None:
        found = who.get(UUID(user))
        return found.full_name if found else None
    return places[unit].name if unit is not None and unit in places else unit


def _named(text: Mapping[str, str] | None) -> str | None:
    """The name of a state of the organisation's own, as the drawing had it at the time."""
    return str(Text(id=text["id"], en=text["en"])) if text else None


def _status(key: str | None) -> str | None:
    return next((str(text) for status, text in STATUSES.items() if status == key), None)


def message_row(state: MessageState | None) -> dict[str, Any] | None:
    """How far a message is on its way; one that was opened or clicked was delivered, one that bounced failed."""
    if state is None:
        return None
    known = {"OPENED": "DELIVERED", "CLICKED": "DELIVERED", "CONVERTED": "DELIVERED", "BOUNCED": "FAILED"}
    status = str(state.status)
    return {"id": state.id, "channel": str(state.channel), "status": known.get(status, status), "queued_at": state.queued_at, "sent_at": state.sent_at}
