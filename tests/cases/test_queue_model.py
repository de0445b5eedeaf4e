"""The queue against a naive model in Python: any role, any filter, any order, page by page, in random worlds of cases."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.cases.models import Case, CaseWatcher
from simpul.cases.selectors.queue import SORTS, Scope, Sort, Wanted, queue_counts, queue_keys
from simpul.platform.db import query, scope
from tests.cases.test_tables import ANSWER, values
from tests.support import customers, people
from tests.support.database import rows

MOMENT = datetime(2026, 12, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
OPEN = ("NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED")
URGENCY = ("CRITICAL", "HIGH", "MEDIUM", "LOW")
PLACES = ("MDN", "BNJ", "PMS")
# Who reads what, from the shipped table: branches of whole cases, units, tier 3, the portfolio's heads.
READERS: dict[str, dict[str, Any]] = {
    "agent_mdn": {"branches": {"MDN"}},
    "supervisor_mdn": {"branches": {"MDN"}, "tier3": {"MDN"}},
    "supervisor_bnj": {"branches": {"BNJ"}, "tier3": {"BNJ"}},
    "call_agent": {"branches": set(), "units": {"CALL"}},  # not the other cases of MDN and BNJ, which CALL serves
    "rm_mdn": {"branches": set(), "portfolio": True},
    "compliance": {"branches": set()},
    "admin": {"branches": set(), "none": True},
    "nobody": {"branches": set(), "none": True},
}

one_case = st.fixed_dictionaries(
    {
        "customer": st.integers(0, 5),
        "branch": st.sampled_from(PLACES),
        "status": st.sampled_from([*OPEN, *OPEN, "RESOLVED", "CLOSED"]),
        "priority": st.sampled_from(URGENCY),
        "category": st.sampled_from(["TRX_FAIL", "CARD_ATM", "FRAUD_SCAM"]),
        "channel": st.sampled_from(["BRANCH", "WEB"]),
        "due": st.integers(-30, 60),
        "first": st.integers(-30, 60),
        "answered": st.booleans(),
        "made": st.integers(0, 5),
        "closed": st.integers(0, 5),
        "assignee": st.sampled_from([None, "agent_mdn", "call_agent", "supervisor_bnj"]),
        "creator": st.sampled_from(["agent_mdn", "agent_bnj", "supervisor_mdn", "call_agent"]),
        "unit": st.sampled_from([None, None, "CALL"]),
        "review": st.sampled_from([None, None, "WAITING", "RETURNED"]),
        "watchers": st.sets(st.sampled_from(["agent_mdn", "supervisor_mdn", "rm_mdn", "call_agent"]), max_size=2),
    }
)
narrowing = st.fixed_dictionaries(
    {},
    optional={
        "branches": st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True).map(tuple),
        "statuses": st.lists(st.sampled_from([*OPEN, "CLOSED"]), min_size=1, max_size=2, unique=True).map(tuple),
        "priorities": st.lists(st.sampled_from(URGENCY), min_size=1, max_size=2, unique=True).map(tuple),
        "categories": st.lists(st.sampled_from(["TRX_FAIL", "FRAUD_SCAM"]), min_size=1, max_size=2, unique=True).map(tuple),
        "channels": st.just(("WEB",)),
        "assignee": st.sampled_from(["agent_mdn", "call_agent"]),
        "unassigned": st.just(True),
        "unit": st.just("CALL"),
        "overdue": st.just(True),
        "customer_id": st.integers(0, 5),
        "closed_since": st.integers(0, 5).map(lambda day: MOMENT - timedelta(days=day)),
        "closed_until": st.integers(0, 5).map(lambda day: MOMENT - timedelta(days=day)),
        "watched": st.just(True),
        "review": st.sampled_from(["WAITING", "RETURNED"]),
        # As people write numbers: whole, without the year, or the last figures alone; and what is none.
        "number": st.sampled_from(["CASE-2026-MDN-000001", "case 2026 bnj 000002", "MDN-1", "pms-000001", "1", "0002", "CASE-2025-MDN-000001", "dua", "PMS"]),
    },
)
listing = st.sampled_from([(one, sort) for one in Scope for sort in SORTS[one]])


@pytest.fixture
def six(organisation: None) -> list[Any]:
    """Two customers in each branch, the first of each of rm_mdn's portfolio."""
    return [customers.customer(f"Nasabah {place} {nth}", place, rm="rm_mdn" if nth == 0 else None) for place in PLACES for nth in range(2)]


def store(six: list[Any], drawn: dict[str, Any]) -> Case:
    """A case as the draw has it, taken to its status the allowed way."""
    ids = {name: people.user_id(name) for name in (drawn["creator"], drawn["assignee"]) if name}
    made = Case.objects.create(
        **values(
            six[drawn["customer"]].id,
            ids[drawn["creator"]],
            drawn["branch"],
            priority=drawn["priority"],
            category_id=drawn["category"],
            channel=drawn["channel"],
            sla_due_at=MOMENT + drawn["due"] * HOUR,
            first_response_due_at=MOMENT + drawn["first"] * HOUR,
            first_responded_at=MOMENT if drawn["answered"] else None,
            created_at=MOMENT - timedelta(days=drawn["made"]),
            assigned_to_user_id=ids.get(drawn["assignee"]),
            assigned_unit_code=drawn["unit"],
        )
    )
    steps: dict[str, dict[str, Any]] = {
        "IN_PROGRESS": {},
        "ESCALATED": {},
        "RESOLVED": {"final_response": ANSWER, "resolved_at": MOMENT, "first_resolved_at": MOMENT},
    }
    way = {"NEW": [], "WAITING_INFO": ["IN_PROGRESS", "WAITING_INFO"], "CLOSED": ["RESOLVED", "CLOSED"]}.get(drawn["status"], [drawn["status"]])
    for status in way:
        if status == "CLOSED":
            more = {"closed_at": MOMENT - timedelta(days=drawn["closed"]), "closed_by": ids[drawn["creator"]], "resolution_code_id": "SOLVED"}
        else:
            more = steps.get(status, {})
        Case.objects.filter(pk=made.pk).update(status=status, **more)
    if drawn["review"] and drawn["status"] in OPEN:
        proposal = {"proposed_response": ANSWER, "proposed_by": ids[drawn["creator"]], "proposed_at": MOMENT}
        Case.objects.filter(pk=made.pk).update(review=drawn["review"], **proposal)
    CaseWatcher.objects.bulk_create(CaseWatcher(case=made, user_id=people.user_id(name)) for name in drawn["watchers"])
    made.refresh_from_db()
    made.watched_by = drawn["watchers"]
    return made


def expected(reader: str, cases: list[Case], six: list[Any], wanted: Wanted, opened: UUID | None) -> list[tuple[UUID, bool]]:
    """Which cases the list holds, in order, each with whether it is whole; by the rules of chapter 1 in plain Python."""
    held, me = READERS[reader], people.user_id(reader)
    portfolio = {one.id for one in six if one.rm_user_id == me}
    found = []
    for case in cases:
        sensitive = case.category_id == "FRAUD_SCAM"
        mine = me in (case.created_by, case.assigned_to_user_id)
        within = case.branch_code in held["branches"] or case.assigned_unit_code in held.get("units", set())
        grants, elevated = bool(held["branches"] or held.get("units")), case.customer_id == opened
        whole = (within and (not sensitive or case.branch_code in held.get("tier3", set()))) or (grants and mine) or (elevated and not sensitive)
        if not (whole or within or elevated or (held.get("portfolio") and case.customer_id in portfolio)):
            continue
        tells = wanted.priorities or wanted.categories or wanted.channels or wanted.assignee or wanted.unassigned or wanted.unit or wanted.watched
        if (tells or wanted.review) and not whole:
            continue
        if wanted.watched and reader not in case.watched_by:
            continue
        if _asked(case, wanted):
            found.append((case, whole))
    found.sort(key=lambda pair: _order(wanted, *pair))
    return [(case.id, whole) for case, whole in found]


def _asked(case: Case, wanted: Wanted) -> bool:
    of_scope = {Scope.OPEN: OPEN, Scope.RESOLVED: ("RESOLVED",), Scope.CLOSED: ("CLOSED",), Scope.ALL: (*OPEN, "RESOLVED", "CLOSED")}[wanted.scope]
    return (
        case.status in of_scope
        and case.branch_code in (wanted.branches or PLACES)
        and case.status in (wanted.statuses or of_scope)
        and case.priority in (wanted.priorities or URGENCY)
        and case.category_id in (wanted.categories or (case.category_id,))
        and case.channel in (wanted.channels or (case.channel,))
        and (wanted.assignee is None or case.assigned_to_user_id == wanted.assignee)
        and not (wanted.unassigned and case.assigned_to_user_id)
        and wanted.unit in (None, case.assigned_unit_code)
        and not (wanted.overdue and case.sla_due_at > MOMENT)
        and wanted.customer_id in (None, case.customer_id)
        and (wanted.closed_since is None or (case.closed_at is not None and case.closed_at >= wanted.closed_since))
        and (wanted.closed_until is None or (case.closed_at is not None and case.closed_at < wanted.closed_until))
        and wanted.review in (None, case.review)
        and (wanted.number is None or _is_meant(case.case_no, wanted.number))
    )


def _is_meant(number: str, written: str) -> bool:
    """Whether somebody who writes this may mean the number."""
    _, year, branch, sequence = number.split("-")
    parts = written.upper().replace(" ", "-").removeprefix("CASE-").split("-")
    if not parts[-1].isdigit() or int(parts[-1]) != int(sequence):
        return False
    return set(parts[:-1]) <= {year, branch}


def _order(wanted: Wanted, case: Case, whole: bool) -> tuple[Any, ...]:
    sort = wanted.sort
    if sort is Sort.CREATED:
        return (-case.created_at.timestamp(), -case.id.int)
    if sort is Sort.CLOSED:
        assert case.closed_at
        return (-case.closed_at.timestamp(), -case.id.int)
    urgency = (URGENCY.index(case.priority) if whole else 4) if sort is Sort.PRIORITY else 0
    due = min(each for each in (case.sla_due_at, case.legal_due_at, case.first_response_due_at if case.first_responded_at is None else None) if each)
    return (urgency, (due if whole and case.status in OPEN and wanted.scope is Scope.OPEN else case.sla_due_at).timestamp(), case.id.int)


def pages(wanted: Wanted, size: int) -> list[UUID]:
    """All pages of the list, one after the other."""
    found: list[UUID] = []
    after = None
    while True:
        page = queue_keys(wanted, after=after, keep=size)
        found += [row["case_id"] for row in page]
        if len(page) < size:
            return found
        after = (page[-1]["place"], page[-1]["at"], page[-1]["case_id"])


@pytest.mark.covers("US-09 AC-2")
@settings(
    max_examples=int(os.environ.get("SIMPUL_TEST_EXAMPLES", "30")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=st.lists(one_case, max_size=14), narrow=narrowing, listed=listing, size=st.integers(1, 5), opens=st.booleans())
def test_pages_hold_what_a_naive_model_lists(six, drawn, narrow, listed, size, opens):
    place = transaction.savepoint()
    try:
        opened = six[0].id if opens else None
        elevation = customers.elevation("compliance", six[0].id, tier=2) if opens else None
        with rows():
            cases = [store(six, each) for each in drawn]
        named = {**narrow, "assignee": people.user_id(narrow["assignee"])} if "assignee" in narrow else dict(narrow)
        if "customer_id" in named:
            named["customer_id"] = six[named["customer_id"]].id
        wanted = Wanted(listed[0], listed[1], MOMENT, **named)
        for reader in READERS:
            actor = people.actor(reader)
            theirs = opened if reader == "compliance" else None
            if theirs:
                actor = replace(actor, elevation_id=elevation)
            with scope(actor):
                due = expected(reader, cases, six, wanted, theirs)
                assert (reader, pages(wanted, size)) == (reader, [key for key, _ in due])
                seen = {row["case_id"] for row in query("SELECT case_id FROM crm.cases")}
                heads = {row["case_id"] for row in query("SELECT case_id FROM crm.case_heads(%s)", ([key for key, _ in due],))}
                assert ({key for key, whole in due if whole}, {key for key, _ in due}) == (seen & {key for key, _ in due}, heads)
                counts = queue_counts(wanted)
                assert counts["total"] == {"count": len(due), "capped": False}
                if wanted.scope is Scope.OPEN:
                    late = expected(reader, cases, six, replace(wanted, overdue=True), theirs)
                    free = expected(reader, cases, six, replace(wanted, unassigned=True), theirs) if wanted.assignee is None else []
                    assert (counts["overdue"]["count"], counts["unassigned"]["count"]) == (len(late), len(free))
    finally:
        transaction.savepoint_rollback(place)
