"""Watching the trail, tuning the rules, and judging what they found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.db import transaction

from simpul.audit.public import Action, audited_change, record
from simpul.iam.public import holders, system_actor
from simpul.oversight.acts import OversightAct
from simpul.oversight.errors import SuspicionAlertNotFound, SuspicionRuleNotFound
from simpul.oversight.models import SuspicionAlert, SuspicionRule
from simpul.oversight.policies import can_bring_rules, can_review, can_set_rules
from simpul.oversight.selectors import suspicion as selectors
from simpul.oversight.suspicion.detection import STATEMENTS, Day, parameters
from simpul.oversight.suspicion.rules import RULES
from simpul.platform.actor import Actor, require
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Invalid, StaleVersion
from simpul.platform.notifier import notify
from simpul.platform.text import Text

Verdict = Literal["NEW", "IN_REVIEW", "DISMISSED", "CONFIRMED"]

# A transaction may commit its records a while after the instant that they carry.
_LATE = timedelta(hours=1)
_REASON_LENGTH = 10
RULE_BROUGHT = "suspicion.rule_brought"
_NO_REASON = Text(id=f"Tulis alasan, paling sedikit {_REASON_LENGTH} huruf.", en=f"Give a reason of at least {_REASON_LENGTH} letters.")

# One statement finds, keeps the alert and the records behind it. What is found again only adds to an alert that nobody
# has judged yet.
_FIND = """
WITH found AS MATERIALIZED ({statement}),
sums AS (
    SELECT user_id, max(peak) AS peak, max(bar) AS bar, count(*) AS rows, min(created_at) AS first, max(created_at) AS last FROM found GROUP BY user_id
), kept AS (
    INSERT INTO crm.suspicion_alerts AS a (alert_id, rule_key, user_id, window_start, window_end, figures)
    SELECT uuidv7(), %(rule)s, user_id, %(start)s, %(end)s,
           jsonb_build_object('peak', peak, 'bar', bar, 'rows', rows, 'first', first, 'last', last) FROM sums
    ON CONFLICT ON CONSTRAINT suspicion_alerts_once DO UPDATE SET figures = excluded.figures
        WHERE a.state IN ('NEW', 'IN_REVIEW') AND a.figures IS DISTINCT FROM excluded.figures
    RETURNING a.alert_id, a.user_id, (a.xmax = 0) AS fresh
), behind AS (
    INSERT INTO crm.suspicion_alert_rows (alert_id, audit_id, created_at)
    SELECT k.alert_id, f.audit_id, f.created_at FROM found f JOIN kept k USING (user_id) ON CONFLICT DO NOTHING
)
SELECT alert_id FROM kept WHERE fresh ORDER BY alert_id
"""


def notice_kind(rule: str) -> str:
    """The kind of notice that tells of the rule's alerts."""
    return f"suspicion.{rule.lower()}"


def watch(*, until: datetime | None = None) -> int:
    """Look through the trail day by day, from where the last look ended; returns how many alerts are new.

    Each day is one transaction: a watch that is interrupted goes on where it stopped, and looking again finds nothing twice.
    """
    until = until or now()
    actor, found = system_actor(), 0
    with scope(actor):
        day = _first_day(until)
    while day.start < until:
        with scope(actor):
            # Two workers may have been given the same minute.
            query("SELECT pg_advisory_xact_lock(hashtext('oversight.watch'))")
            found += _look(actor, day)
            execute(
                """INSERT INTO crm.suspicion_watch (watch_id, watched_until) VALUES (1, %(until)s)
                   ON CONFLICT (watch_id) DO UPDATE SET watched_until = greatest(suspicion_watch.watched_until, excluded.watched_until)""",
                {"until": min(day.end, until)},
            )
        day = _day(day.end)
    return found


@transaction.atomic
def rule_update(*, actor: Actor, key: str, enabled: bool, thresholds: Mapping[str, Any], version: int) -> dict[str, Any]:
    """Switch a rule on or off, or move its thresholds, for what is looked at from now on.

    Raises: SuspicionRuleNotFound, Forbidden, StaleVersion, Invalid.
    """
    require(can_set_rules(actor))
    rule = SuspicionRule.objects.select_for_update().filter(pk=key).first()
    if rule is None or key not in RULES:
        raise SuspicionRuleNotFound()
    if rule.version != version:
        raise StaleVersion(current={"version": rule.version, "enabled": rule.enabled, "thresholds": rule.thresholds})
    _set(actor, rule, enabled, thresholds)
    return selectors.rule_row(actor, rule)


@transaction.atomic
def rule_bring(*, actor: Actor, key: str, enabled: bool, thresholds: Mapping[str, Any]) -> None:
    """Set a rule as a configuration file has it, and tell those who set rules: nobody loosens what watches them unseen.

    Raises: SuspicionRuleNotFound, Forbidden, Invalid.
    """
    require(can_bring_rules(actor))
    rule = SuspicionRule.objects.select_for_update().filter(pk=key).first()
    if rule is None or key not in RULES:
        raise SuspicionRuleNotFound()
    if _set(actor, rule, enabled, thresholds):
        told = [user_id for user_id in holders("suspicion", "U") if user_id != actor.id]
        notify(RULE_BROUGHT, told, subject_type="SUSPICION_RULE", subject_id=key)


def _set(actor: Actor, rule: SuspicionRule, enabled: bool, thresholds: Mapping[str, Any]) -> bool:
    before = {"enabled": rule.enabled, **rule.thresholds}
    after = RULES[rule.key].checked(thresholds)
    told = {"enabled": enabled, **after}
    if before == told:
        return False
    rule.enabled, rule.thresholds, rule.version = enabled, after, rule.version + 1
    rule.changed_at, rule.changed_by = now(), actor.id
    rule.save(update_fields=["enabled", "thresholds", "version", "changed_at", "changed_by"])
    changed = [name for name in told if before.get(name) != told[name]]
    record(
        actor,
        Action.CHANGE_CONFIG,
        object_type="SUSPICION_RULE",
        object_id=rule.key,
        meta={"before": {name: before.get(name) for name in changed}, "after": {name: told[name] for name in changed}},
    )
    return True


@transaction.atomic
def alert_review(*, actor: Actor, alert_id: UUID, state: Verdict, reason: str, version: int) -> dict[str, Any]:
    """Take an alert into review, dismiss or confirm it with the reason, or open it again.

    Raises: SuspicionAlertNotFound, Forbidden, StaleVersion, Invalid.
    """
    alert = SuspicionAlert.objects.filter(pk=alert_id).first() if selectors.may_read(actor) else None
    if alert is None:
        raise SuspicionAlertNotFound()
    with audited_change(actor, OversightAct.REVIEW_SUSPICION, "SUSPICION_ALERT", alert_id) as change:
        change.require(can_review(actor, alert.user_id))
        alert = SuspicionAlert.objects.select_for_update().get(pk=alert_id)
        before, given = {"state": alert.state, "reason": alert.reason}, reason.strip()
        change.require_version(version, alert.version, lambda: before)
        if state in ("DISMISSED", "CONFIRMED") and len(given) < _REASON_LENGTH:
            raise Invalid({"reason": _NO_REASON})
        alert.state, alert.reason = state, given
        alert.reviewed_by, alert.reviewed_at, alert.version = actor.id, now(), alert.version + 1
        alert.save(update_fields=["state", "reason", "reviewed_by", "reviewed_at", "version"])
        change.describe(rule=alert.rule_id, before={"state": before["state"]}, after={"state": state}, reason=given)
    return selectors.alert_rows(actor, [alert])[0]


def _first_day(until: datetime) -> Day:
    rows = query("SELECT watched_until FROM crm.suspicion_watch")
    return _day(min(rows[0]["watched_until"], until) - _LATE) if rows else _day(until - timedelta(days=1))


def _day(instant: datetime) -> Day:
    start = instant.astimezone(JAKARTA).replace(hour=0, minute=0, second=0, microsecond=0)
    return Day(start, start + timedelta(days=1))


def _look(actor: Actor, day: Day) -> int:
    found = 0
    for rule in SuspicionRule.objects.filter(enabled=True, pk__in=list(RULES)).order_by("pk"):
        asked = parameters(rule.key, day, {**RULES[rule.key].defaults(), **rule.thresholds})
        fresh = query(_FIND.format(statement=STATEMENTS[rule.key]), {**asked, "rule": rule.key})
        for row in fresh:
            notify(notice_kind(rule.key), holders("suspicion", "R"), subject_type="SUSPICION_ALERT", subject_id=row["alert_id"])
        found += len(fresh)
    return found
