"""Reading rules of suspicion, alerts, and the records behind an alert."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.iam.public import people
from simpul.oversight.errors import SuspicionAlertNotFound
from simpul.oversight.models import SuspicionAlert, SuspicionRule
from simpul.oversight.policies import can_read_suspicion, can_review, can_set_rules
from simpul.oversight.selectors.audit import records
from simpul.oversight.suspicion.rules import RULES
from simpul.platform.actor import Actor, require
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page

_COUNTED = 1000
_LATEST = Keyset(("-found_at", datetime), ("-id", UUID))
_RECORDS = Keyset(("created_at", datetime), ("audit_id", UUID))


@dataclass(frozen=True)
class AlertFilter:
    """Which alerts; every part that is given must hold. `open` are those that nobody has judged."""

    state: str | None = None
    rule: str | None = None
    user_id: UUID | None = None
    open: bool = False


def may_read(actor: Actor) -> bool:
    """Whether the actor may see alerts at all."""
    return bool(can_read_suspicion(actor))


def rule_list(*, actor: Actor) -> dict[str, Any]:
    """Every rule with its thresholds."""
    require(can_read_suspicion(actor))
    rules = {rule.key: rule for rule in SuspicionRule.objects.all()}
    return {"items": [rule_row(actor, rules[key]) for key in RULES if key in rules]}


def rule_row(actor: Actor, rule: SuspicionRule) -> dict[str, Any]:
    """One rule as its page shows it."""
    kind = RULES[rule.key]
    return {
        "key": rule.key,
        "title": str(kind.title),
        "text": str(kind.text),
        "enabled": rule.enabled,
        "thresholds": [
            {
                "key": threshold.key,
                "label": str(threshold.label),
                "value": rule.thresholds.get(threshold.key, threshold.default),
                "default": threshold.default,
                "minimum": threshold.minimum,
                "maximum": threshold.maximum,
                "whole": threshold.whole,
            }
            for threshold in kind.thresholds
        ],
        "version": rule.version,
        "changed_at": rule.changed_at,
        "changed_by": people([rule.changed_by]).get(rule.changed_by) if rule.changed_by else None,
        "can": {"update": bool(can_set_rules(actor))},
    }


def alert_page(*, actor: Actor, wanted: AlertFilter, cursor: str | None, limit: int) -> Page:
    """One page of alerts, the latest first."""
    require(can_read_suspicion(actor))
    rows = SuspicionAlert.objects.all()
    if wanted.open:
        rows = rows.filter(state__in=["NEW", "IN_REVIEW"])
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.rule:
        rows = rows.filter(rule_id=wanted.rule)
    if wanted.user_id:
        rows = rows.filter(user_id=wanted.user_id)
    return _LATEST.page(rows, cursor, limit, lambda page: alert_rows(actor, page))


def alert_counts(*, actor: Actor) -> dict[str, Any]:
    """How many alerts are in each state, each count stopping at a thousand, and when the trail was last looked through."""
    require(can_read_suspicion(actor))
    parts = ", ".join(
        f"(SELECT count(*) FROM (SELECT FROM crm.suspicion_alerts WHERE state = '{state}' LIMIT {_COUNTED}) c) AS \"{state}\"" for state in SuspicionAlert.State
    )
    row = query(f"SELECT {parts}, (SELECT watched_until FROM crm.suspicion_watch) AS watched_until")[0]
    return {
        "states": [{"state": str(state), "count": row[state], "capped": row[state] == _COUNTED} for state in SuspicionAlert.State],
        "rules": [{"key": kind.key, "title": str(kind.title)} for kind in RULES.values()],
        "watched_until": row["watched_until"],
    }


def alert_rows(actor: Actor, alerts: Iterable[SuspicionAlert]) -> list[dict[str, Any]]:
    """Alerts as their list shows them."""
    rows = list(alerts)
    who = people(key for row in rows for key in (row.user_id, row.reviewed_by) if key)
    return [
        {
            "id": row.id,
            "rule": row.rule_id,
            "rule_title": str(RULES[row.rule_id].title),
            "user": who.get(row.user_id),
            "window_start": row.window_start,
            "window_end": row.window_end,
            "found_at": row.found_at,
            "first_at": row.figures["first"],
            "last_at": row.figures["last"],
            "peak": row.figures["peak"],
            "bar": row.figures["bar"],
            "rows": row.figures["rows"],
            "state": row.state,
            "reason": row.reason,
            "reviewed_by": who.get(row.reviewed_by) if row.reviewed_by else None,
            "reviewed_at": row.reviewed_at,
            "version": row.version,
            "can": {"review": bool(can_review(actor, row.user_id))},
        }
        for row in rows
    ]


def alert_get(*, actor: Actor, alert_id: UUID, cursor: str | None, limit: int) -> dict[str, Any]:
    """One alert with the first records behind it, in order of time.

    Raises: SuspicionAlertNotFound, Forbidden.
    """
    require(can_read_suspicion(actor))
    alert = SuspicionAlert.objects.filter(pk=alert_id).first()
    if alert is None:
        raise SuspicionAlertNotFound()
    position = _RECORDS.position(cursor)
    after = "AND (created_at, audit_id) > (%(at)s::timestamptz, %(id)s::uuid)" if position else ""
    at, key = position or (None, None)
    found = query(
        f"SELECT audit_id, created_at FROM crm.suspicion_alert_rows WHERE alert_id = %(alert)s {after} ORDER BY created_at, audit_id LIMIT %(limit)s",
        {"alert": alert_id, "at": at, "id": key, "limit": limit + 1},
    )
    page = _RECORDS.cut(found, limit, lambda rows: records(actor, [(row["created_at"], row["audit_id"]) for row in rows]))
    return {"alert": alert_rows(actor, [alert])[0], "records": page["items"], "next_cursor": page["next_cursor"]}


def alert_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What an alert is called where something points at it, for readers of alerts: its rule and whom it is about."""
    if not may_read(actor):
        return {}
    rows = query(
        "SELECT a.alert_id::text AS id, a.rule_key, u.full_name FROM crm.suspicion_alerts a JOIN iam.users u USING (user_id) WHERE a.alert_id::text = ANY(%s)",
        (ids,),
    )
    return {row["id"]: f"{RULES[row['rule_key']].title}: {row['full_name']}" for row in rows if row["rule_key"] in RULES}


def rule_labels(actor: Actor, keys: list[str]) -> dict[str, str]:
    """The titles of rules."""
    return {key: str(RULES[key].title) for key in keys if key in RULES}
