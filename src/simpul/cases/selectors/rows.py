"""Cases as lists and pages show them; a fixed number of queries whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import Any
from uuid import UUID

from simpul.cases.facts import CaseFacts, known_case
from simpul.cases.models import Case, CaseCategory
from simpul.cases.policies import ACTS, may
from simpul.cases.selectors.cases import Summary, case_get, cases_get, summaries
from simpul.cases.selectors.duplicates import duplicates_count
from simpul.cases.selectors.extensions import extension_detail, extension_of
from simpul.cases.selectors.moves import move_row, verdicts_of
from simpul.cases.selectors.products import product_label
from simpul.cases.selectors.receipts import receipt_of
from simpul.cases.vocabulary import OPEN, WORKFLOW, Status
from simpul.customers.public import phone_shown, shown_names
from simpul.iam.public import Names, names
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.platform.ids import SYSTEM_ID
from simpul.platform.text import Text
from simpul.workflow.public import allowed_moves_of, state_names

EXCERPT = 90  # characters of what a case says that its row shows
IN_ROWS = ("assign", "claim", "escalate", "respond", "close")
_HIDDEN = Text(
    id="Isi kasus ini terbatas. Anda melihat nomor, status, dan tenggatnya saja.",
    en="The content of this case is restricted. You see its number, status and due time only.",
)
_NOTHING_BESIDE: Mapping[str, Any] = {"watchers": 0, "watching": False, "reminders": [], "updated": None}
_BESIDE = """
SELECT (SELECT count(*) FROM crm.case_watchers w WHERE w.case_id = %(case)s) AS watchers,
       EXISTS (SELECT FROM crm.case_watchers w WHERE w.case_id = %(case)s AND w.user_id = %(me)s) AS watching,
       (SELECT min(a.created_at) FROM crm.case_activities a WHERE a.case_id = %(case)s AND a.created_at > %(opened)s AND a.actor_user_id <> %(system)s) AS updated,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.reminder_id, 'at', r.remind_at, 'note', r.note) ORDER BY r.remind_at) FROM crm.case_reminders r
                 WHERE r.case_id = %(case)s AND r.user_id = %(me)s AND r.told_at IS NULL), '[]') AS reminders
"""
_UNKNOWN_NAME = Text(id="Nasabah di luar jangkauan", en="Customer out of reach")


@dataclass(frozen=True)
class Around:
    """What rows of cases name: people, branches, units, categories, customers."""

    names: Names
    categories: Mapping[str, CaseCategory]
    customers: Mapping[UUID, str]
    states: Mapping[str, Text]

    def person(self, user_id: UUID | None) -> dict[str, Any] | None:
        """A colleague as rows name them."""
        return {"id": user_id, "full_name": self.names.people[user_id]} if user_id is not None and user_id in self.names.people else None

    def branch(self, code: str) -> dict[str, Any]:
        """A branch as rows name it."""
        return {"code": code, "name": self.names.branches.get(code, code)}

    def unit(self, code: str | None) -> dict[str, Any] | None:
        """A unit as rows name it."""
        return {"code": code, "name": self.names.units.get(code, code)} if code is not None else None

    def customer(self, customer_id: UUID) -> dict[str, Any]:
        """A customer by the name that this actor reads; one out of reach keeps it."""
        return {"id": customer_id, "name": self.customers.get(customer_id) or str(_UNKNOWN_NAME)}

    def category(self, code: str) -> dict[str, Any]:
        """A category as rows name it."""
        found = self.categories[code]
        return {
            "code": code, "name": str(Text(id=found.category_name, en=found.name_en)), "sensitive": found.is_sensitive, "parent": found.parent_id,
        }  # fmt: skip


def around(actor: Actor, cases: Sequence[Case], hidden: Sequence[Summary] = (), *, also: Iterable[UUID | None] = ()) -> Around:
    """What rows of these cases name. `also` are further people to be named."""
    known = [summary for summary in hidden if not summary.is_sensitive]
    customers = {case.customer_id for case in cases} | {summary.customer_id for summary in known}
    who = [user for case in cases for user in (case.assigned_to_user_id, case.created_by, case.closed_by, case.proposed_by) if user]
    return Around(
        names(
            people=[*who, *(user for user in also if user)],
            branches=[*(case.branch_code for case in cases), *(summary.branch_code for summary in known)],
            units=[case.assigned_unit_code for case in cases if case.assigned_unit_code],
        ),
        {case.category_id: case.category for case in cases},
        shown_names(actor, customers),
        state_names(WORKFLOW, {case.own_state for case in cases if case.own_state}),
    )


def case_rows(actor: Actor, case_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """Rows by id: of whole cases all of it, of the others what everybody who knows of them sees; absent are those out of reach."""
    wanted = list(case_ids)
    whole = cases_get(actor, wanted)
    hidden = summaries([each for each in wanted if each not in whole])
    things, at = around(actor, list(whole.values()), list(hidden.values())), now()
    rows = {key: case_row(actor, case, things, at) for key, case in whole.items()}
    return rows | {key: hidden_row(summary, things) for key, summary in hidden.items()}


def case_row(actor: Actor, case: Case, things: Around, at: datetime) -> dict[str, Any]:
    """One row of a whole case at a moment."""
    facts, standing = CaseFacts.of(case), case.status in OPEN
    law_first = case.legal_due_at is not None and case.legal_due_at < case.sla_due_at
    due_at, due_clock = (case.legal_due_at, "LEGAL") if law_first else (case.sla_due_at, "RESOLUTION")
    answer_first = standing and case.first_responded_at is None and case.first_response_due_at < min(case.sla_due_at, case.legal_due_at or case.sla_due_at)
    return {
        "id": case.id,
        "case_no": case.case_no,
        "customer": things.customer(case.customer_id),
        "branch": things.branch(case.branch_code),
        "channel": case.channel,
        "kind": case.kind,
        "category": things.category(case.category_id),
        "priority": case.priority,
        "status": case.status,
        "state_name": str(things.states.get(case.own_state, case.own_state)) if case.own_state else None,
        "created_at": case.created_at,
        "sla_due_at": case.sla_due_at,
        "first_response_due_at": case.first_response_due_at,
        "legal_due_at": case.legal_due_at,
        "due_at": due_at,
        "due_clock": due_clock,
        "next_due_at": case.first_response_due_at if answer_first else due_at,
        "next_clock": "FIRST_RESPONSE" if answer_first else due_clock,
        "excerpt": None if facts.sensitive else case_excerpt(case.description),
        "first_responded_at": case.first_responded_at,
        "resolved_at": case.resolved_at,
        "closed_at": case.closed_at,
        "breached": case.sla_breached_at is not None or (standing and case.sla_due_at < at),
        "waiting": case.status == Status.WAITING_INFO,
        "assignee": things.person(case.assigned_to_user_id),
        "unit": things.unit(case.assigned_unit_code),
        "escalation_level": case.escalation_level,
        "reopened": case.reopened,
        "review": case.review,
        "version": case.version,
        "hidden": False,
        "can": {"open": True, **{act: bool(may(act, actor, facts)) for act in IN_ROWS}},
    }


def case_excerpt(description: str) -> str:
    """The first words of a case, on one line."""
    return shorten(description, EXCERPT, placeholder=" …") if " " in description.strip()[:EXCERPT] else description.strip()[:EXCERPT]


def hidden_row(summary: Summary, things: Around) -> dict[str, Any]:
    """One row of a case whose content this reader is not shown: number, status and dates, and of one that is not sensitive whom it is about and where."""
    shown = {
        "id": summary.id,
        "case_no": summary.case_no,
        "customer": None if summary.is_sensitive else things.customer(summary.customer_id),
        "branch": None if summary.is_sensitive else things.branch(summary.branch_code),
        "status": summary.status,
        "created_at": summary.created_at,
        "sla_due_at": summary.sla_due_at,
        "due_at": summary.sla_due_at,
        "next_due_at": summary.sla_due_at,
        "resolved_at": summary.resolved_at,
        "closed_at": summary.closed_at,
        "hidden": True,
        "can": {"open": False, **dict.fromkeys(IN_ROWS, False)},
    }
    kept = (
        "state_name", "channel", "kind", "category", "priority", "first_response_due_at", "legal_due_at", "due_clock", "next_clock", "excerpt", "first_responded_at",
        "breached", "waiting", "assignee", "unit", "escalation_level", "reopened", "review", "version",
    )  # fmt: skip
    return {**dict.fromkeys(kept), **shown}


def case_out(actor: Actor, case_id: UUID) -> dict[str, Any]:
    """One whole case as its page shows it, read anew.

    Raises: CaseNotFound.
    """
    return case_detail(actor, case_get(actor=actor, case_id=case_id))


def case_detail(actor: Actor, case: Case, *, new: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One whole case as its page shows it. With `new`, the receipt of a case of this transaction, which nobody has watched or extended yet."""
    facts, things = CaseFacts.of(case), around(actor, [case])
    beside = _NOTHING_BESIDE if new is not None else _beside(actor, case)
    extension = extension_detail(actor, case, now(), latest=None if new is not None else extension_of(case.id))
    moves = allowed_moves_of(actor, WORKFLOW, case.id, known_case(case))
    verdicts = verdicts_of(actor, case, facts, moves) | extension["verdicts"]
    return {
        **case_row(actor, case, things, now()),
        "content": _content(case, things, new if new is not None else receipt_of(case.id)),
        "hidden_reason": None,
        "can": {"open": True, **{act: verdict.allowed for act, verdict in verdicts.items()}},
        "reasons": {act: str(verdict.reason) for act, verdict in verdicts.items() if not verdict and verdict.reason},
        "watching": beside["watching"],
        "watchers": beside["watchers"],
        "reminders": beside["reminders"],
        "extension": extension["extension"],
        "first_updated_at": beside["updated"],
        "customer_phone": phone_shown(actor, case.customer_id),
        "moves": [move_row(actor, case, facts, move) for move in moves],
    }


def _beside(actor: Actor, case: Case) -> Mapping[str, Any]:
    """Who watches the case, and of what the actor is reminded; one statement."""
    return query(_BESIDE, {"case": case.id, "me": actor.id, "opened": case.created_at, "system": SYSTEM_ID})[0]


def hidden_detail(actor: Actor, summary: Summary) -> dict[str, Any]:
    """The page of a case whose content this reader is not shown."""
    row = hidden_row(summary, around(actor, [], [summary]))
    refused = {"open": False, **dict.fromkeys([*ACTS, "decide_extension"], False)}
    more: dict[str, Any] = {
        "content": None,
        "hidden_reason": str(_HIDDEN),
        "reasons": {},
        "watching": False,
        "watchers": 0,
        "reminders": [],
        "extension": None,
        "first_updated_at": None,
        "customer_phone": None,
        "moves": [],
    }
    return {**row, **more, "can": refused}


def _content(case: Case, things: Around, receipt: Mapping[str, Any] | None) -> dict[str, Any]:
    code = case.resolution_code
    return {
        "description": case.description,
        "contact_preference": case.contact_preference,
        "product": product_label(case.product),
        "transaction_ref": case.transaction_ref,
        "amount": case.amount,
        "complainant": case.complainant,
        "complainant_authority": case.complainant_authority,
        "final_response": case.final_response,
        "proposed_response": case.proposed_response,
        "proposed_by": things.person(case.proposed_by),
        "resolution": {"code": code.code, "name": str(Text(id=code.resolution_name, en=code.name_en))} if code else None,
        "created_by": things.person(case.created_by),
        "closed_by": things.person(case.closed_by),
        "receipt": receipt,
        "duplicates": duplicates_count(case),
    }
