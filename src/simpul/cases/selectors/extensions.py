"""Whether the law's limit of a case can be extended, and how a request for it stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.cases.facts import CaseFacts
from simpul.cases.models import Case, CaseExtension
from simpul.cases.policies import can_decide_extension, may
from simpul.cases.vocabulary import ExtensionStatus, Kind
from simpul.iam.public import people
from simpul.platform.actor import ALLOW, Actor, Verdict, deny
from simpul.platform.text import Text

NONE_WAITS = Text(id="Tidak ada perpanjangan yang menunggu keputusan.", en="No extension waits for a decision.")
_NO_LAW = Text(id="Batas waktu peraturan untuk kasus ini tidak dapat diperpanjang.", en="The legal limit of this case knows no extension.")
_OVER = Text(id="Batas waktu peraturan sudah lewat.", en="The legal limit is over.")
_WAITS = Text(id="Perpanjangan sudah diajukan.", en="An extension has been asked for.")
_ONCE = Text(id="Batas waktu peraturan hanya diperpanjang satu kali.", en="The legal limit is extended once only.")


def extension_of(case_id: UUID) -> CaseExtension | None:
    """The latest request of a case."""
    return CaseExtension.objects.filter(case_id=case_id).order_by("-requested_at", "-id").first()


def extendable(case: Case, latest: CaseExtension | None, at: datetime) -> Verdict:
    """Whether a request can be made: the law foresees it, its limit is still ahead, and there is no other."""
    if latest is not None and latest.status == ExtensionStatus.APPROVED:
        return deny(_ONCE)
    if latest is not None and latest.status == ExtensionStatus.WAITING:
        return deny(_WAITS)
    return in_time(case, at)


def in_time(case: Case, at: datetime) -> Verdict:
    """Whether the law foresees an extension, and its limit is still ahead."""
    # What was promised last; the law lets only a written complaint be extended.
    if case.legal_due_at is None or case.kind != Kind.WRITTEN or case.legal_rules is None or not case.legal_rules.extension_days:
        return deny(_NO_LAW)
    return ALLOW if at < case.legal_due_at else deny(_OVER)


def extension_detail(actor: Actor, case: Case, at: datetime, *, latest: CaseExtension | None) -> dict[str, Any]:
    """What a case's page shows: the latest request, and what may be done, with the reasons why not."""
    facts = CaseFacts.of(case)
    verdicts = {"extend": may("extend", actor, facts)}
    if verdicts["extend"]:
        verdicts["extend"] = extendable(case, latest, at)
    waits = latest is not None and latest.status == ExtensionStatus.WAITING
    verdicts["decide_extension"] = can_decide_extension(actor, facts, latest.requested_by) if latest is not None and waits else deny(NONE_WAITS)
    return {"verdicts": verdicts, "extension": _row(latest) if latest else None}


def _row(one: CaseExtension) -> dict[str, Any]:
    who = people(each for each in (one.requested_by, one.decided_by) if each)
    named = {each: {"id": each, "full_name": person.full_name} for each, person in who.items()}
    return {
        "status": one.status,
        "reason_code": one.reason_code,
        "note": one.note,
        "requested_by": named[one.requested_by],
        "decided_by": named.get(one.decided_by) if one.decided_by else None,
    }
