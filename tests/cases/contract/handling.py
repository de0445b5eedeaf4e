"""How the operations on cases are called in the authorization matrix."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simpul.cases.models import CaseCategory
from simpul.customers.models import Customer
from simpul.platform.ids import uuid7
from tests.contract.matrix import Recipe, World, beyond_units
from tests.support import cases, people
from tests.support.database import rows

HANDLERS = ("SUPERVISOR", "AGENT")


def case_of(world: World, **changed: Any) -> Any:
    """A new case of the world's customer, in its branch, that the system recorded."""
    with rows():
        branch = Customer.objects.get(pk=world.customer_id).home_branch_code
    return cases.opened("system", customer_id=world.customer_id, branch=branch, **changed)


def _case(world: World) -> dict[str, Any]:
    return {"case_id": case_of(world).id}


def _receives(role: str | None, subject: str) -> bool:
    """Who handles cases decides about what came in, a unit's people also for the branches that it serves."""
    return role in HANDLERS and subject != "other"


@beyond_units
def reads(role: str | None, subject: str) -> bool:
    """Who handles cases reads those of the own branches whole."""
    return role in HANDLERS and subject != "other"


@beyond_units
def _knows(role: str | None, subject: str) -> bool:
    """A manager knows number, status and due time of the own portfolio's cases."""
    return reads(role, subject) or (role == "RM" and subject == "portfolio")


def _supervises(role: str | None, subject: str) -> int:
    """The system has the case: supervisors work on it, agents on own ones only."""
    return 200 if role == "SUPERVISOR" else 403


def _at(world: World, status: str, **changed: Any) -> dict[str, Any]:
    return {"case_id": cases.brought(case_of(world, **changed), status).id}


def _reviewed(world: World) -> dict[str, Any]:
    with rows():
        CaseCategory.objects.filter(pk="CARD_ATM").update(needs_review=True)
    return _at(world, "PROPOSED", category="CARD_ATM")


def _standing(status: str) -> int:
    """The version of a case that was brought there."""
    return {"NEW": 1, "IN_PROGRESS": 3, "WAITING_INFO": 4, "RESOLVED": 4, "PROPOSED": 4}[status]


def _seen_at(status: str, **more: Any) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"version": _standing(status), **more}


def _handled(status: str, rule: Callable[[str | None, str], int] = _supervises, **more: Any) -> Recipe:
    return Recipe(path=lambda world: _at(world, status), body=_seen_at(status, **more), subject=True, seen=reads, rule=rule)


def _claimable(world: World) -> dict[str, Any]:
    case_of(world)
    cases.given_to(case_of(world), None, unit="CALL")  # and one that lies with a unit
    return {}


def _bulk(world: World) -> dict[str, Any]:
    return {"act": "escalate", "rows": [{"id": str(case_of(world).id), "version": 1}], "level": 2}


def _supervised(status: int) -> Any:
    """Who has the case or supervises it comes so far; the other officers of the branch may not."""
    return lambda role, subject: status if role == "SUPERVISOR" else 403


def _terms(world: World) -> dict[str, Any]:
    return {"priority": "HIGH", "reason": "Nilai aduan besar.", "version": 1}


def _extension(world: World) -> dict[str, Any]:
    """Without the proof that the customer was told."""
    return {"reason_code": "RESEARCH", "note": "Perlu penelitian dokumen.", "proof_document_id": str(uuid7()), "version": 1}


# Who handles or records cases, and who reads or manages the configuration.
COUNTS_WITH_CLOCKS = ("SUPERVISOR", "AGENT", "RM", "COMPLIANCE", "ADMIN")


def _as_it_might_be(world: World) -> dict[str, Any]:
    return {"category": "TRX_FAIL", "priority": "HIGH", "kind": "WRITTEN", "received_at": "2026-12-01T03:00:00Z"}


_ANSWER = "Dana sudah kami kembalikan ke rekening hari ini."
_ALL = lambda role, subject: 200  # noqa: E731


def _complaint(world: World) -> dict[str, Any]:
    return {
        "customer_id": str(world.customer_id), "channel": "CALL_CENTER", "category_code": "TRX_FAIL", "priority": "MEDIUM", "description": cases.DESCRIPTION,
    }  # fmt: skip


def _incoming(world: World) -> dict[str, Any]:
    """A message of the world's customer that waits for a person."""
    return {"incoming_id": cases.incoming(world.customer_id)}


def _reply(world: World) -> dict[str, Any]:
    return {"reply_id": cases.shared_reply()}


def _keeps_shared(role: str | None, subject: str) -> int:
    return 200 if role == "SUPERVISOR" else 403


_REPLY = {"title": "Salam", "body": "Yth. {{customer.name}}"}


def _reports(role: str | None, subject: str) -> int:
    """Directors, compliance and supervisors; other readers of dashboards are told so."""
    return 200 if role in ("DIRECTOR", "COMPLIANCE", "SUPERVISOR") else 403


def _nobodys_view(world: World) -> dict[str, Any]:
    """No view has this id."""
    return {"view_id": world.customer_id}


def _view(**more: Any) -> dict[str, Any]:
    return {"name": "Terlambat", "filters": {"overdue": True, "sort": "due"}, **more}


HANDLING: dict[str, Recipe] = {
    "cases_options": Recipe(),
    "cases_preview": Recipe(body=_complaint, subject=True),
    "cases_create": Recipe(body=_complaint, subject=True),
    "case_intake_list": Recipe(),
    "case_intake_receive": Recipe(body=lambda world: {"channel": "EMAIL", "text": "Kartu saya tertelan mesin."}),
    "case_intake_accept": Recipe(path=_incoming, body=_complaint, subject=True, seen=_receives),
    "case_intake_discard": Recipe(path=_incoming, body=lambda world: {"reason": "Bukan pengaduan"}, subject=True, seen=_receives),
    "case_replies_list": Recipe(),
    "case_replies_create": Recipe(body=lambda world: _REPLY),
    "case_replies_update": Recipe(path=_reply, body=lambda world: {**_REPLY, "shared": True, "version": 1}, rule=_keeps_shared),
    "case_replies_delete": Recipe(path=_reply, rule=_keeps_shared),
    "case_replies_fill": Recipe(path=lambda world: {**_case(world), **_reply(world)}, subject=True, seen=reads),
    "cases_list": Recipe(),
    "cases_search": Recipe(body=lambda world: {"q": "Rahmat Siregar"}),
    "cases_counts": Recipe(),
    "cases_board": Recipe(),
    "cases_live": Recipe(),
    "complaint_report_get": Recipe(query="?year=2026&quarter=3", rule=_reports),
    "case_numbers_audit": Recipe(query="?year=2026", rule=_reports),
    "complaint_report_file": Recipe(query="?year=2026&quarter=3&format=xlsx", rule=lambda role, subject: 200 if role == "DIRECTOR" else 403),
    "case_views_list": Recipe(),
    "case_views_create": Recipe(body=lambda world: _view()),
    # A view is its owner's and of those it is shared with: nobody is told of another.
    "case_views_update": Recipe(path=_nobodys_view, body=lambda world: _view(version=1), rule=lambda role, subject: 404),
    "case_views_mark": Recipe(path=_nobodys_view, body=lambda world: {"pinned": True, "is_default": False}, rule=lambda role, subject: 404),
    "case_views_delete": Recipe(path=_nobodys_view, rule=lambda role, subject: 404),
    "cases_get": Recipe(path=_case, subject=True, seen=_knows),
    "cases_activities": Recipe(path=_case, subject=True, seen=reads),
    "cases_assignees": Recipe(path=_case, subject=True, seen=reads),
    "cases_colleagues": Recipe(path=_case, subject=True, seen=reads),
    "cases_assign": Recipe(
        path=_case, body=lambda world: {"version": 1, "user_id": str(people.user_id("supervisor_mdn"))}, subject=True, seen=reads, rule=_supervises
    ),
    "cases_claim": _handled("NEW", _ALL),
    "cases_claim_next": Recipe(path=_claimable),
    # The system has it, so nobody else takes it up.
    "cases_take": Recipe(path=_case, body=_seen_at("NEW"), subject=True, seen=reads, rule=lambda role, subject: 403),
    "cases_escalate": _handled("IN_PROGRESS", level=2, note="Nilai besar."),
    "cases_wait": _handled("IN_PROGRESS", reason_code="CUSTOMER_DATA"),
    "cases_resume": _handled("WAITING_INFO"),
    "cases_note": Recipe(path=_case, body=lambda world: {"text": "Sudah dicek."}, subject=True, seen=reads, rule=_supervises),
    "cases_message": Recipe(path=_case, body=lambda world: {"text": "Sedang kami proses.", "direction": "OUT"}, subject=True, seen=reads, rule=_supervises),
    "cases_respond": _handled("IN_PROGRESS", final_response=_ANSWER),
    "cases_review": Recipe(path=_reviewed, body=_seen_at("PROPOSED", decision="APPROVE"), subject=True, seen=reads),
    "cases_move": _handled("IN_PROGRESS", transition="wait", fields={"reason_code": "CUSTOMER_DATA"}),
    "cases_close": _handled("RESOLVED", resolution_code="SOLVED"),
    "cases_reopen": _handled("RESOLVED", reason="Jawaban keliru."),
    "cases_watch": Recipe(path=_case, subject=True, seen=reads),
    "cases_unwatch": Recipe(path=_case, subject=True, seen=reads),
    "cases_remind": Recipe(path=_case, body=lambda world: {"at": "2190-01-01T03:00:00Z", "note": ""}, subject=True, seen=reads),
    # A reminder of somebody else's is none.
    "cases_unremind": Recipe(path=lambda world: {**_case(world), "reminder_id": uuid7()}, subject=True, seen=reads, rule=lambda role, subject: 404),
    "cases_bulk": Recipe(body=_bulk),
    "sla_explain": Recipe(body=_as_it_might_be, rule=lambda role, subject: 200 if role in COUNTS_WITH_CLOCKS else 403),
    "cases_clocks": Recipe(path=_case, subject=True, seen=reads),
    "cases_reclassify": Recipe(path=_case, body=_terms, subject=True, seen=reads, rule=_supervised(200)),
    "cases_extend": Recipe(path=_case, body=_extension, subject=True, seen=reads, rule=_supervised(422)),
    "cases_extension_decide": Recipe(path=_case, body=lambda world: {"decision": "APPROVE", "version": 1}, subject=True, seen=reads, rule=_supervised(409)),
}
