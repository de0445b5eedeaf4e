"""What kinds and outcomes of activities are called, and the records that work may belong to."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
from simpul.platform.text import Text

ACTIVITY_TYPES: dict[str, Text] = {
    "CALL": Text(id="Telepon", en="Call"),
    "MEETING": Text(id="Pertemuan", en="Meeting"),
    "NOTE": Text(id="Catatan", en="Note"),
    "VISIT": Text(id="Kunjungan", en="Visit"),
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "WHATSAPP": Text(id="WhatsApp", en="WhatsApp"),
}
OUTCOMES: dict[str, Text] = {
    "REACHED": Text(id="Terhubung", en="Reached"),
    "NO_ANSWER": Text(id="Tidak menjawab", en="No answer"),
    "CALL_BACK": Text(id="Minta dihubungi lagi", en="Asked for a call back"),
    "INTERESTED": Text(id="Berminat", en="Interested"),
    "NOT_INTERESTED": Text(id="Tidak berminat", en="Not interested"),
    "DONE": Text(id="Selesai", en="Done"),
}
# How the last contact is named on a customer's page; a note is no contact.
CONTACT_CHANNELS = {
    "CALL": "PHONE",
    "MEETING": "MEETING",
    "VISIT": "VISIT",
    "EMAIL": "EMAIL",
    "WHATSAPP": "WHATSAPP",
}

# The customer and the branch of a record; None where the actor does not see it.
SubjectPlace = Callable[[Actor, UUID], tuple[UUID, str] | None]


@dataclass(frozen=True)
class WorkSubject:
    """A type of record that work belongs to, under the key of its `SubjectType`.

    Where it `opens_customer`, whoever sees the record logs contacts with its customer, also out of their reach.
    """

    type: str
    place: SubjectPlace
    opens_customer: bool = False


@dataclass(frozen=True)
class WorkReference:
    """One record that a task or an activity belongs to."""

    type: str
    id: UUID


@dataclass(frozen=True)
class TaskOrigin:
    """Who made tasks of an origin and follows how they end: called with a task and its status, in the transaction of the change."""

    origin: str
    status_changed: Callable[[UUID, str], None]


@dataclass(frozen=True)
class ContactFollower:
    """Who follows contacts with customers: called with the customer of an activity, in the transaction that logs or withdraws it."""

    name: str
    contact_changed: Callable[[UUID], None]


task_origins: Registry[TaskOrigin] = Registry(TaskOrigin, lambda origin: origin.origin)
contact_followers: Registry[ContactFollower] = Registry(ContactFollower, lambda follower: follower.name)
work_subjects: Registry[WorkSubject] = Registry(WorkSubject, lambda subject: subject.type)


def customer_of(actor: Actor, reference: WorkReference) -> UUID | None:
    """The customer of a record; None for an unknown type or one out of the actor's sight."""
    if reference.type not in work_subjects:
        return None
    found = work_subjects[reference.type].place(actor, reference.id)
    return found[0] if found else None


def opened_place(actor: Actor, reference: WorkReference | None, customer_id: UUID) -> str | None:
    """The branch of a record that opens its customer to whoever sees it; None for any other."""
    if reference is None or reference.type not in work_subjects:
        return None
    subject = work_subjects[reference.type]
    found = subject.place(actor, reference.id) if subject.opens_customer else None
    return found[1] if found and found[0] == customer_id else None
