"""A document is taken out of sight, and documents follow the record that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.documents.acts import DocumentAct
from simpul.documents.events import DocumentHidden
from simpul.documents.policies import can_hide
from simpul.documents.registry import Place
from simpul.documents.selectors.documents import document_find
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import atomic, execute, scope
from simpul.platform.events import emit
from simpul.platform.redaction import redacted

_FOLLOW = """
UPDATE crm.documents SET customer_id = %s, branch_code = %s, owner_ids = %s, tier = greatest(tier, %s) WHERE subject_type = %s AND subject_id = %s
"""


_DEEPEN = "UPDATE crm.documents SET tier = %(tier)s WHERE subject_type = %(type)s AND subject_id = ANY (%(ids)s) AND tier < %(tier)s"


@transaction.atomic
def document_hide(*, actor: Actor, document_id: UUID, reason: str) -> None:
    """Take a document out of sight for everybody; its content stays until its retention ends.

    Raises: DocumentNotFound, Forbidden.
    """
    found = document_find(actor=actor, document_id=document_id, action=DocumentAct.HIDE_DOCUMENT, lock=True)
    document = found.document
    place = found.place
    with audited_change(actor, DocumentAct.HIDE_DOCUMENT, "DOCUMENT", document.id, customer_id=place.customer_id, branch_code=place.branch_code) as change:
        change.require(can_hide(actor, document, found.subject, place))
        document.hidden_at, document.hidden_by, document.hide_reason = now(), actor.id, reason
        document.save(update_fields=["hidden_at", "hidden_by", "hide_reason"])
        told = {name: getattr(document, name) for name in ("kind", "tier", "keep_until", "subject_type")}
        change.describe(**told, reason=redacted(reason))
    emit(DocumentHidden(document.id, document.subject_type, document.subject_id, actor.id))


@atomic
def subject_moved(*, subject_type: str, subject_id: str, place: Place) -> int:
    """Let the documents of a record follow it to another branch, other owners or a higher tier, in the transaction of that change.

    All of them follow, those as well that whoever changes the record may not open. A tier never falls by itself. Says how
    many followed.
    """
    with scope(system_identity()):
        return execute(_FOLLOW, (place.customer_id, place.branch_code, list(place.owner_ids), place.tier, subject_type, subject_id))


@atomic
def subjects_deepened(*, subject_type: str, subject_ids: Sequence[str], tier: int) -> int:
    """Let the documents of many records be of this tier at least, in the transaction of the change that makes them so; how many were below."""
    with scope(system_identity()):
        return execute(_DEEPEN, {"type": subject_type, "ids": list(subject_ids), "tier": tier})
