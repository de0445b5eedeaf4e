"""The records that documents may belong to, each stated by the domain that owns it.

The store knows a subject by type and id only. Whoever owns the type says where it lies and who may read, attach and
remove; a document is never shown wider than its subject.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor, Verdict
from simpul.platform.registry import Registry

# Stands for the subject's label in the title and the file name of papers of the product's own.
LABEL = "{subject}"


@dataclass(frozen=True)
class Place:
    """Where a subject lies, and what its reader holds on it.

    `tier` is the lowest sensitivity tier that its documents may have, `tier_held` the highest that this actor may read.
    `owner_ids` (who created it or has it assigned) read every tier. With a `branch_code` the branch of the subject counts,
    without one the customer's. `subject` is for the owner's own verdicts, and `label` is how papers of the product's own call it:
    once it is told it never changes.
    """

    customer_id: UUID | None = None
    branch_code: str | None = None
    owner_ids: tuple[UUID, ...] = ()
    tier: int = 1
    tier_held: int = 1
    subject: Any = None
    label: str = ""


@dataclass(frozen=True)
class Attached:
    """A document that was just stored with a record; `rendered` by the product, or attached by a person."""

    document_id: UUID
    kind: str
    at: datetime
    rendered: bool


@dataclass(frozen=True)
class DocumentSubject:
    """A type of record with documents. `resource` names the grant; `place` is None for what the actor does not see.

    `attached` is told of each new document in the transaction that stores it.
    """

    key: str
    resource: str
    place: Callable[[Actor, str], Place | None]
    may_read: Callable[[Actor, Place], Verdict]
    may_attach: Callable[[Actor, Place], Verdict]
    may_remove: Callable[[Actor, Place], Verdict]
    attached: Callable[[Actor, Place, Attached], None] | None = None


subjects: Registry[DocumentSubject] = Registry(DocumentSubject, lambda subject: subject.key)


def find(key: str) -> DocumentSubject | None:
    """The type of this key, if a domain has stated it."""
    return subjects.get(key)
