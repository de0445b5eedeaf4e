"""Changes that wait for a second person, always within the actor's reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from simpul.audit.public import label, object_label
from simpul.control.errors import ProposalNotFound
from simpul.control.models import ControlCode, Proposal
from simpul.control.policies import can_decide, can_take_result, can_use_codes, can_withdraw, has_result, visible_proposals
from simpul.control.vocabulary import Status
from simpul.iam.public import PersonFacts, people
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.guarding import changes
from simpul.platform.paging import Keyset, Page

# A row of an answer, by field.
Shown = dict[str, Any]
ORDERS = {
    f"{sign}{column}": Keyset((f"{sign}{column}", datetime), (f"{sign}id", UUID), name="proposals")
    for column in ("proposed_at", "expires_at")
    for sign in ("", "-")
}


@dataclass(frozen=True)
class ProposalFilter:
    """Which proposals; every part that is given must hold. `decidable` are those that the actor may decide about now."""

    status: tuple[str, ...] = ()
    kind: str | None = None
    proposed_by: UUID | None = None
    concerns: UUID | None = None
    mine: bool = False
    decidable: bool = False


def proposal_get(*, actor: Actor, proposal_id: UUID) -> Proposal:
    """One proposal within the actor's reach.

    Raises: ProposalNotFound, in the same way for absent and invisible ones.
    """
    found = visible_proposals(actor).filter(pk=proposal_id).first()
    if found is None:
        raise ProposalNotFound()
    return found


def status_of(proposal: Proposal) -> str:
    """The status as it is at this moment: what nobody decided in time has expired, whether its timer has fired yet or not."""
    over = proposal.status == Status.PROPOSED and proposal.expires_at <= now()
    return Status.EXPIRED.value if over else str(proposal.status)


def proposal_page(*, actor: Actor, wanted: ProposalFilter, sort: str, cursor: str | None, limit: int) -> Page:
    """One page of proposals in the asked order.

    Raises: Invalid for a cursor that we did not write for this order.
    """
    rows = visible_proposals(actor).filter(_conditions(actor, wanted))
    return ORDERS[sort].page(rows, cursor, limit, lambda page: proposal_rows(actor, page))


def _conditions(actor: Actor, wanted: ProposalFilter) -> Q:
    condition = _of_status(wanted.status) if wanted.status else Q()
    given: Shown = {"kind": wanted.kind, "proposed_by": actor.id if wanted.mine else wanted.proposed_by, "concerns": wanted.concerns}
    condition &= Q(**{name: value for name, value in given.items() if value is not None})
    if wanted.decidable:
        held = Q(pk__in=[])
        for resource, act in {(change.resource, change.act) for change in changes.values() if change.may_decide(actor)}:
            held |= Q(resource=resource, act=act)
        condition &= held & Q(status=Status.PROPOSED, expires_at__gt=now()) & ~Q(proposed_by=actor.id) & (Q(concerns__isnull=True) | ~Q(concerns=actor.id))
    return condition


def _of_status(wanted: Sequence[str]) -> Q:
    over = Q(status=Status.PROPOSED, expires_at__lte=now())
    condition = Q(status__in=[each for each in wanted if each != Status.PROPOSED])
    if Status.PROPOSED in wanted:
        condition |= Q(status=Status.PROPOSED) & ~over
    return condition | over if Status.EXPIRED in wanted else condition


def proposal_rows(actor: Actor, proposals: Sequence[Proposal]) -> list[Shown]:
    """Proposals as the API gives them, with what the actor may do; a fixed number of queries."""
    who = people(each for proposal in proposals for each in (proposal.proposed_by, proposal.decided_by, proposal.concerns) if each)
    labels = subjects.labels(actor, ((each["object_type"], each["object_id"]) for proposal in proposals for each in proposal.changes))
    sealed = codes_hold() if any(proposal.proposed_by == actor.id for proposal in proposals) else False
    return [
        {
            "id": proposal.id,
            "kind": proposal.kind,
            "kind_name": kind_name(proposal.kind),
            "status": status_of(proposal),
            "proposed_by": _person(who, proposal.proposed_by),
            "proposed_at": proposal.proposed_at,
            "expires_at": proposal.expires_at,
            "reason": proposal.reason,
            "subject": _subject(proposal, labels),
            "concerns": _person(who, proposal.concerns),
            "changes": [_change(each, labels) for each in proposal.changes],
            "decided_by": _person(who, proposal.decided_by),
            "decided_at": proposal.decided_at or (proposal.expires_at if status_of(proposal) == Status.EXPIRED else None),
            "note": proposal.note,
            "by_codes": proposal.by_codes,
            "version": proposal.version,
            "can": _can(actor, proposal, sealed),
            "result_until": proposal.result_until if has_result(proposal) else None,
        }
        for proposal in proposals
    ]


def kind_name(kind: str) -> str:
    """What a kind of change is called; one that no domain states any more keeps its key."""
    return str(changes[kind].title) if kind in changes else kind


def codes_hold() -> bool:
    """Whether both sealed codes are there and unused."""
    return ControlCode.objects.filter(ended_at__isnull=True).count() == 2


def _can(actor: Actor, proposal: Proposal, sealed: bool) -> dict[str, bool]:
    waits = status_of(proposal) == Status.PROPOSED
    decides = waits and bool(can_decide(actor, proposal))
    return {
        "approve": decides,
        "decline": decides,
        "withdraw": waits and bool(can_withdraw(actor, proposal)),
        "use_codes": waits and sealed and bool(can_use_codes(actor, proposal)),
        "take_result": has_result(proposal) and bool(can_take_result(actor, proposal)),
    }


def _person(who: Mapping[UUID, PersonFacts], user_id: UUID | None) -> Shown | None:
    return {"user_id": user_id, "full_name": who[user_id].full_name} if user_id is not None and user_id in who else None


def _subject(proposal: Proposal, labels: Mapping[tuple[str, str], str]) -> Shown | None:
    """What the first of the changes is about: the one that was asked for."""
    if not proposal.changes:
        return None
    first = proposal.changes[0]
    kind, key = first["object_type"], first["object_id"]
    shown = labels.get((kind, key))
    path = subjects.address(kind, key) if shown is not None and kind in subjects.types else ""
    return {"type": kind, "id": key, "label": shown or first["object_label"], "path": path or None}


def _change(each: Mapping[str, Any], labels: Mapping[tuple[str, str], str]) -> Shown:
    return {
        "act": each["act"],
        "act_name": label(each["action"]),
        "object_type": each["object_type"],
        "object_name": object_label(each["object_type"]),
        "object_id": each["object_id"],
        "object_label": labels.get((each["object_type"], each["object_id"])) or each["object_label"],
        "before": each["before"],
        "after": each["after"],
    }


def proposal_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The proposals that the actor may see, called by what they would change."""
    wanted = valid_ids(ids)
    return {str(row.id): kind_name(row.kind) for row in visible_proposals(actor).filter(pk__in=wanted)} if wanted else {}


def valid_ids(written: Iterable[str]) -> list[UUID]:
    """Those that are ids at all."""
    found = []
    for each in written:
        with suppress(ValueError):
            found.append(UUID(each))
    return found
