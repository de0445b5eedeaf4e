"""What colleagues are told of cases. A case is named by its number; its page shows the rest."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from simpul.cases.models import Case
from simpul.cases.vocabulary import SUBJECT
from simpul.platform.actor import Actor
from simpul.platform.notifier import NoticeKind, notify, register_kind
from simpul.platform.text import Text

_KINDS = (
    NoticeKind(
        "cases.assigned",
        title=Text(id="Kasus ditugaskan kepada Anda", en="A case was assigned to you"),
        body=Text(id="{number} kini Anda tangani.", en="You handle {number} now."),
    ),
    NoticeKind(
        "cases.escalated",
        title=Text(id="Kasus dieskalasi", en="A case was escalated"),
        body=Text(id="{number} dieskalasi ke tingkat {level}.", en="{number} was escalated to level {level}."),
    ),
    NoticeKind(
        "cases.mentioned",
        title=Text(id="Anda disebut dalam catatan kasus", en="You were mentioned in a note"),
        body=Text(id="Baca catatannya di {number}.", en="Read the note in {number}."),
    ),
    NoticeKind(
        "cases.moved",
        title=Text(id="Kasus yang Anda pantau bergerak", en="A case that you watch moved"),
        body=Text(id="Status {number} berubah.", en="The status of {number} changed."),
    ),
    NoticeKind(
        "cases.review_asked",
        title=Text(id="Jawaban kasus menunggu pemeriksaan", en="An answer waits for a review"),
        body=Text(id="Periksa jawaban {number} sebelum dikirim.", en="Review the answer of {number} before it is sent."),
    ),
    NoticeKind(
        "cases.review_returned",
        title=Text(id="Jawaban kasus dikembalikan", en="An answer was given back"),
        body=Text(id="Perbaiki jawaban {number}; catatannya ada di halaman kasus.", en="Improve the answer of {number}; its page says how."),
    ),
    NoticeKind(
        "cases.reminder",
        title=Text(id="Pengingat kasus", en="A reminder of a case"),
        body=Text(id="Anda meminta diingatkan tentang {number}.", en="You asked to be reminded of {number}."),
    ),
)


def register_notices() -> None:
    """Let these notices be given."""
    for kind in _KINDS:
        register_kind(kind)


def tell(kind: str, case: Case, to: Iterable[UUID | None], actor: Actor | None = None, **values: str) -> None:
    """Tell colleagues of a case; who acts knows already."""
    told = {each for each in to if each is not None} - ({actor.id} if actor else set())
    notify(f"cases.{kind}", sorted(told), subject_type=SUBJECT, subject_id=case.id, number=case.case_no, **values)
