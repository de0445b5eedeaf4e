"""One act on many cases: each case succeeds or is refused by itself, as if it were alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import Error as DatabaseError
from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.models import Case
from simpul.cases.policies import reach_of
from simpul.cases.services.answering import case_respond
from simpul.cases.services.assigning import case_assign, case_escalate
from simpul.cases.services.handling import case_close, case_resume, case_wait
from simpul.cases.vocabulary import SUBJECT
from simpul.platform import ports
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.acts import AuditAct
from simpul.platform.errors import DomainError, Forbidden, Invalid, NotFound, RefusalFacts
from simpul.platform.refusing import as_refusal
from simpul.platform.text import Text

MOST = 100
_NO_BULK = Text(id="Mengubah banyak kasus sekaligus memerlukan hak massal.", en="Changing several cases at once takes the bulk grant.")


@dataclass(frozen=True)
class Row:
    """One case as the caller saw it; `final_response` is its own, for each case has one."""

    id: UUID
    version: int
    final_response: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of one case: as it stands now, or why it was refused."""

    id: UUID
    case: Case | None
    refusal: DomainError | None = None


@dataclass(frozen=True)
class Asked:
    """What is to be done with all of them."""

    user_id: UUID | None = None
    unit_code: str | None = None
    level: int = 2
    reason_code: str = ""
    resolution_code: str = ""
    note: str = ""


_Doing = Callable[[Actor, Row, Asked], Case]
_ACTS: Mapping[str, tuple[AuditAct, _Doing]] = {
    "assign": (
        CaseAct.ASSIGN_CASE,
        lambda actor, row, asked: case_assign(
            actor=actor, case_id=row.id, version=row.version, user_id=asked.user_id, unit_code=asked.unit_code, note=asked.note
        ),
    ),
    "escalate": (
        CaseAct.ESCALATE_CASE,
        lambda actor, row, asked: case_escalate(actor=actor, case_id=row.id, version=row.version, level=asked.level, user_id=asked.user_id, note=asked.note),
    ),
    "wait": (
        CaseAct.UPDATE_CASE,
        lambda actor, row, asked: case_wait(actor=actor, case_id=row.id, version=row.version, reason_code=asked.reason_code, note=asked.note),
    ),
    "resume": (CaseAct.UPDATE_CASE, lambda actor, row, asked: case_resume(actor=actor, case_id=row.id, version=row.version, note=asked.note)),
    "respond": (
        CaseAct.FINAL_RESPONSE,
        lambda actor, row, asked: case_respond(actor=actor, case_id=row.id, version=row.version, final_response=row.final_response),
    ),
    "close": (
        CaseAct.CLOSE_CASE,
        lambda actor, row, asked: case_close(actor=actor, case_id=row.id, version=row.version, resolution_code=asked.resolution_code),
    ),
}
ACTS = tuple(_ACTS)


@transaction.atomic
def cases_bulk(*, actor: Actor, act: str, rows: Sequence[Row], asked: Asked) -> list[Outcome]:
    """Do the act with each case, in the order given; a refusal undoes that case alone and is recorded.

    Raises: Forbidden without the bulk grant.
    """
    if reach_of(actor, Act.BULK) < Reach.BRANCH:
        raise Forbidden(_NO_BULK).recorded_as(action=_ACTS[act][0], object_type=SUBJECT, object_id="", meta={"step": "bulk", "cases": len(rows)})
    # Locked in one order, whoever asks: two sets that overlap wait for each other and never stand still.
    found = {row.id: _one(actor, act, row, asked) for row in sorted(rows, key=lambda row: row.id)}
    return [found[row.id] for row in rows]


def _one(actor: Actor, act: str, row: Row, asked: Asked) -> Outcome:
    action, do = _ACTS[act]
    try:
        with transaction.atomic():
            return Outcome(row.id, do(actor, row, asked))
    except (DomainError, DatabaseError) as error:
        refusal = as_refusal(error)
        if refusal is None:
            raise
        facts = refusal.facts or RefusalFacts(action, SUBJECT, str(row.id), meta={"step": "bulk"})
        outcome = "DENIED" if isinstance(refusal, (Forbidden, NotFound)) else "FAILED"
        ports.record_refusal(actor, facts, outcome, refusal.code())
        for after in refusal.afterwards:
            after()
        return Outcome(row.id, None, refusal)


def message_of(refusal: DomainError) -> str:
    """Why a case was refused, in the reader's language; of fields, the first."""
    first: Any = next(iter(refusal.fields.values()), None) if isinstance(refusal, Invalid) else None
    return str(first or refusal.detail)
