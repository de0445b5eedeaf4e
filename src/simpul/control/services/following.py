"""What a step of a proposal's workflow means: the proposal's own row, and who is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from simpul.control.errors import ProposalStepNotForeseen
from simpul.control.models import Proposal
from simpul.control.selectors.proposals import kind_name
from simpul.control.services.deciding import decides_here
from simpul.control.vocabulary import SUBJECT, Status
from simpul.iam.public import holders, people
from simpul.platform.actor import Actor
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.workflow.public import MoveFacts

NOTICES = (
    NoticeKind(
        "control.proposed",
        title=Text(id="Perubahan menunggu orang kedua", en="A change waits for a second person"),
        body=Text(id="{person} mengusulkan: {change}. Periksa lalu putuskan.", en="{person} proposes: {change}. Look at it and decide."),
    ),
    NoticeKind(
        "control.applied",
        title=Text(id="Usulan Anda diterapkan", en="Your proposed change was applied"),
        body=Text(id="Perubahan yang Anda usulkan disetujui dan sudah berlaku.", en="The change that you proposed was agreed to and holds now."),
    ),
    NoticeKind(
        "control.declined",
        title=Text(id="Usulan Anda ditolak", en="Your proposed change was declined"),
        body=Text(id="Alasannya ada di halaman perubahan itu.", en="The page of the change says why."),
    ),
    NoticeKind(
        "control.expired",
        title=Text(id="Usulan Anda kedaluwarsa", en="Your proposed change expired"),
        body=Text(id="Tidak ada orang kedua yang memutuskan pada waktunya. Usulkan lagi bila masih perlu.", en="No second person decided in time. Propose it again if you still need it."),
    ),
    NoticeKind(
        "control.stale",
        title=Text(id="Usulan Anda tidak dapat diterapkan", en="Your proposed change could not be applied"),
        body=Text(id="Keadaannya sudah berubah sejak diusulkan; tidak ada yang diterapkan.", en="Things have changed since it was proposed; nothing of it was applied."),
    ),
    NoticeKind(
        "control.concerns_you",
        title=Text(id="Akses Anda diubah", en="Your access was changed"),
        body=Text(
            id="Hak atau cara masuk Anda diubah: diusulkan {person}, disetujui {decider}. Bila ini tidak benar, hubungi petugas kepatuhan.",
            en="Your rights or your ways to sign in were changed: proposed by {person}, agreed to by {decider}. If this is not right, tell compliance.",
        ),
        by_mail=True,
    ),
)  # fmt: skip
CODES = Text(id="kode tersegel", en="sealed codes")

# What the database lets a proposal become; a definition that was edited may ask for something else.
_FORESEEN = (Status.APPLIED, Status.DECLINED, Status.WITHDRAWN, Status.EXPIRED, Status.STALE)


def proposals_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the proposals themselves what their workflow decided, and tell whom it concerns.

    Raises: ProposalStepNotForeseen for a decision that was not taken on the proposal itself, or where an edited workflow leads elsewhere.
    """
    for move in moves:
        proposal = Proposal.objects.get(pk=move.subject_id)
        if move.to_state not in Status:
            continue
        if move.to_state == Status.PROPOSED == proposal.status:
            _tell(actor, proposal)
            continue
        if proposal.status != Status.PROPOSED or move.to_state not in _FORESEEN:
            raise ProposalStepNotForeseen()
        # The change is applied where it is decided about: a step that was taken otherwise would only say so.
        if move.to_state in (Status.APPLIED, Status.STALE) and not decides_here(proposal.id):
            raise ProposalStepNotForeseen()
        _write(actor, proposal, move)
        _tell(actor, proposal)


def _write(actor: Actor, proposal: Proposal, move: MoveFacts) -> None:
    by_codes = bool(move.given.get("by_codes"))
    proposal.status = Status(move.to_state)
    proposal.decided_at, proposal.note = move.at, str(move.given.get("note") or "")
    proposal.by_codes = by_codes and proposal.status in (Status.APPLIED, Status.STALE)
    if proposal.status in (Status.APPLIED, Status.STALE, Status.DECLINED) and not proposal.by_codes:
        proposal.decided_by = actor.id
    proposal.version += 1
    proposal.save(update_fields=["status", "decided_at", "decided_by", "note", "by_codes", "version"])


def _tell(actor: Actor, proposal: Proposal) -> None:
    match proposal.status:
        case Status.PROPOSED:
            deciders = set(holders(proposal.resource, proposal.act)) - {proposal.proposed_by, proposal.concerns}
            _notify("proposed", proposal, (each for each in deciders if each), person=actor.full_name)
        case Status.APPLIED:
            _notify("applied", proposal, {proposal.proposed_by})
            if proposal.concerns is not None and proposal.concerns != proposal.proposed_by:
                proposer = people([proposal.proposed_by])[proposal.proposed_by].full_name
                _notify("concerns_you", proposal, {proposal.concerns}, person=proposer, decider=str(CODES) if proposal.by_codes else actor.full_name)
        case Status.DECLINED | Status.EXPIRED | Status.STALE:
            _notify(str(proposal.status).lower(), proposal, {proposal.proposed_by})


def _notify(kind: str, proposal: Proposal, to: Iterable[UUID], **values: str) -> None:
    notify(f"control.{kind}", sorted(to), subject_type=SUBJECT, subject_id=proposal.id, change=kind_name(proposal.kind), **values)
