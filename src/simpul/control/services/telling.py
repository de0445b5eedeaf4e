"""Telling who watches of every change that was applied, whoever wrote that it was agreed to."""

from __future__ import annotations

from simpul.control.models import Proposal
from simpul.control.vocabulary import SUBJECT, Status
from simpul.iam.public import AppliedFacts, note_changes_announced, people, untold_changes, watching_people
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text

NOTICES = (
    NoticeKind(
        "control.watched",
        title=Text(id="Perubahan yang menjaga akses diterapkan", en="A change that guards access was applied"),
        body=Text(id="Diusulkan {person}, disetujui {decider}. Perbedaannya ada di halaman perubahan itu.", en="Proposed by {person}, agreed to by {decider}. The page of the change shows the difference."),
    ),
    NoticeKind(
        "control.watched_codes",
        title=Text(id="Perubahan diterapkan dengan kode tersegel", en="A change was applied by sealed codes"),
        body=Text(id="{person} memakai kode tersegel sebagai pengganti orang kedua. Periksa sekarang.", en="{person} used sealed codes in the place of a second person. Look at it now."),
    ),
    NoticeKind(
        "control.unproposed",
        title=Text(id="Perubahan akses tanpa usulan", en="A change of access without a proposal"),
        body=Text(
            id="Basis data mencatat persetujuan yang tidak pernah diusulkan di Simpul: pengusul {person}, penyetuju {decider}. Periksa sekarang.",
            en="The database holds an agreement that was never proposed in Simpul: proposer {person}, agreed to by {decider}. Look at it now.",
        ),
    ),
)  # fmt: skip


def applied_tell() -> int:
    """Tell compliance, and whoever reads the whole trail, of each applied change that was not told of yet; how many."""
    waiting = untold_changes()
    if not waiting:
        return 0
    proposals = {row.id: row for row in Proposal.objects.filter(pk__in=[each.proposal_id for each in waiting if each.proposal_id])}
    who = people(each for one in waiting for each in (one.proposed_by, one.decided_by) if each)
    told = watching_people()
    for one in waiting:
        proposal = proposals.get(one.proposal_id) if one.proposal_id else None
        person = who[one.proposed_by].full_name if one.proposed_by in who else "?"
        decider = who[one.decided_by].full_name if one.decided_by in who else "–"
        if proposal is None or not _agrees(one, proposal):
            notify("control.unproposed", told, subject_type="USER", subject_id=one.proposed_by, person=person, decider=decider)
        elif one.by_codes:
            notify("control.watched_codes", told, subject_type=SUBJECT, subject_id=proposal.id, person=person)
        else:
            notify("control.watched", told, subject_type=SUBJECT, subject_id=proposal.id, person=person, decider=decider)
    note_changes_announced([one.id for one in waiting])
    return len(waiting)


def _agrees(one: AppliedFacts, proposal: Proposal) -> bool:
    """Whether the proposal says the same as the row that let the change be committed."""
    return proposal.status == Status.APPLIED and (proposal.kind, proposal.proposed_by, proposal.decided_by, proposal.by_codes) == (
        one.kind, one.proposed_by, one.decided_by, one.by_codes,
    )  # fmt: skip
