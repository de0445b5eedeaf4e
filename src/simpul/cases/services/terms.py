"""Giving a case another category, priority or kind: new terms from now on, and what has run and waited stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.errors import CategoryNotFound, LegalRulesNotFound, NoServiceLevel
from simpul.cases.facts import CaseFacts
from simpul.cases.levels.inforce import promise_for
from simpul.cases.models import Case
from simpul.cases.policies import can_change_terms, can_rename_category
from simpul.cases.selectors.catalogue import category_get
from simpul.cases.services.acting import acting, done, instant, refused
from simpul.cases.services.clocks import clock_change
from simpul.cases.services.customer import facts_follow
from simpul.cases.services.placing import papers_follow
from simpul.cases.services.steps import changed, log
from simpul.cases.sla import Change, ClockEvent
from simpul.cases.vocabulary import ActivityType, Kind, Priority
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.text import Text

_STEP = "reclassify"
# For so long whoever handles a case puts a slip at intake right; later a supervisor does.
SLIP = timedelta(days=1)
URGENCY = [each.value for each in Priority]
_NO_CATEGORY = Text(id="Pilih kategori yang dipakai.", en="Choose a category that is in use.")
_DUE = ("sla_due_at", "first_response_due_at", "legal_due_at")
_WRITTEN = ("category", "priority", "kind", "policy_version", "legal_rules", *_DUE, "sla_breached_at", "first_responded_at")


def _weakens(case: Case, new: Mapping[str, str], at: datetime) -> bool:
    """Whether, later than a slip at intake is put right, the law's time changes or less is promised."""
    return at - case.created_at > SLIP and (new["kind"] != case.kind or URGENCY.index(new["priority"]) < URGENCY.index(case.priority))


@transaction.atomic
def case_reclassify(
    *, actor: Actor, case_id: UUID, version: int, reason: str, category_code: str | None = None, priority: Priority | None = None, kind: Kind | None = None
) -> Case:
    """Change what a case is about, how urgent it is, or how it was made; its due times follow the terms in force today.

    Naming what already stands changes nothing.

    Raises: CaseNotFound, Forbidden, CaseForbidsThis, StaleVersion, Invalid, NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime.
    """
    case = acting(actor=actor, case_id=case_id, act="reclassify", action=CaseAct.UPDATE_CASE, version=version)
    new: dict[str, str] = {"category": category_code or case.category_id, "priority": priority or case.priority, "kind": kind or case.kind}
    before: dict[str, str] = {"category": case.category_id, "priority": case.priority, "kind": case.kind}
    differs = {name: {"from": before[name], "to": str(value)} for name, value in new.items() if before[name] != value}
    if not differs:
        return case
    try:
        category = category_get(new["category"])
    except CategoryNotFound:
        raise refused(Invalid({"category_code": _NO_CATEGORY}), case, CaseAct.UPDATE_CASE, step=_STEP) from None
    if "category" in differs:
        if not category.is_active:
            raise refused(Invalid({"category_code": _NO_CATEGORY}), case, CaseAct.UPDATE_CASE, step=_STEP)
        if not (verdict := can_rename_category(actor, CaseFacts.of(case), category.is_sensitive)):
            raise refused(Forbidden(verdict.reason), case, CaseAct.UPDATE_CASE, step=_STEP)
    at = instant()
    if not (verdict := can_change_terms(actor, CaseFacts.of(case), weakens=_weakens(case, new, at))):
        raise refused(Forbidden(verdict.reason), case, CaseAct.UPDATE_CASE, step=_STEP)
    try:
        promise = promise_for(category.code, category.parent_id, at.astimezone(JAKARTA).date())
    except (NoServiceLevel, LegalRulesNotFound) as missing:
        raise refused(missing, case, CaseAct.UPDATE_CASE, step=_STEP) from None
    due = {name: getattr(case, name) for name in _DUE}
    sensitive = case.category.is_sensitive
    case.category, case.priority, case.kind = category, new["priority"], new["kind"]
    clock_change(actor=actor, case=case, event=ClockEvent(0, Change.POLICY, at), promise=promise)
    changed(case, at, *_WRITTEN)
    moved: dict[str, Any] = {name: {"from": str(was), "to": str(getattr(case, name))} for name, was in due.items() if was != getattr(case, name)}
    log(actor, case, ActivityType.SLA, at, reason.strip(), terms=differs, due=moved)
    done(actor, case, CaseAct.UPDATE_CASE, step=_STEP, changes=differs)
    if sensitive != category.is_sensitive:
        facts_follow([case.customer_id])
        papers_follow(case)
    return case
