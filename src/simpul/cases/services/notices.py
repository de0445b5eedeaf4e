"""What colleagues are told of cases. A case is named by its number; its page shows the rest."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from simpul.cases.models import Case
from simpul.cases.vocabulary import SUBJECT
from simpul.platform.actor import Actor
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text

# Each kind with its title and its text.
_KINDS = {
    "assigned": (
        Text(id="Kasus ditugaskan kepada Anda", en="A case was assigned to you"),
        Text(id="{number} kini Anda tangani.", en="You handle {number} now."),
    ),
    "unassigned": (
        Text(id="Kasus baru menunggu ditugaskan", en="A new case waits to be assigned"),
        Text(id="{number} belum punya penanggung jawab; tugaskan kepada petugas.", en="Nobody has {number} yet; give it to a colleague."),
    ),
    "first_response_near": (
        Text(id="Respons pertama segera jatuh tempo", en="A first response is due soon"),
        Text(
            id="Nasabah {number} belum ditanggapi; tiga perempat waktunya terpakai.",
            en="Nobody has answered the customer of {number}; three quarters of its time are used.",
        ),
    ),
    "legal_near": (
        Text(id="Batas waktu peraturan segera tiba", en="A legal limit is near"),
        Text(id="{number} harus dijawab dalam satu hari kerja menurut peraturan.", en="By law {number} has to be answered within one working day."),
    ),
    "escalated": (
        Text(id="Kasus dieskalasi", en="A case was escalated"),
        Text(id="{number} dieskalasi ke tingkat {level}.", en="{number} was escalated to level {level}."),
    ),
    "mentioned": (
        Text(id="Anda disebut dalam catatan kasus", en="You were mentioned in a note"),
        Text(id="Baca catatannya di {number}.", en="Read the note in {number}."),
    ),
    "moved": (
        Text(id="Kasus yang Anda pantau bergerak", en="A case that you watch moved"),
        Text(id="Status {number} berubah.", en="The status of {number} changed."),
    ),
    "review_asked": (
        Text(id="Jawaban kasus menunggu pemeriksaan", en="An answer waits for a review"),
        Text(id="Periksa jawaban {number} sebelum dikirim.", en="Review the answer of {number} before it is sent."),
    ),
    "review_returned": (
        Text(id="Jawaban kasus dikembalikan", en="An answer was given back"),
        Text(id="Perbaiki jawaban {number}; catatannya ada di halaman kasus.", en="Improve the answer of {number}; its page says how."),
    ),
    "reminder": (
        Text(id="Pengingat kasus", en="A reminder of a case"),
        Text(id="Anda meminta diingatkan tentang {number}.", en="You asked to be reminded of {number}."),
    ),
}
NOTICES = tuple(NoticeKind(f"cases.{key}", title=title, body=body) for key, (title, body) in _KINDS.items())


def tell(kind: str, case: Case, to: Iterable[UUID | None], actor: Actor | None = None, **values: str) -> None:
    """Tell colleagues of a case; who acts knows already."""
    told = {each for each in to if each is not None} - ({actor.id} if actor else set())
    notify(f"cases.{kind}", sorted(told), subject_type=SUBJECT, subject_id=case.id, number=case.case_no, **values)
