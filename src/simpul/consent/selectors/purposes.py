"""Reading purposes of consent and their texts."""

from __future__ import annotations

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from simpul.consent.errors import ConsentPurposeNotFound
from simpul.consent.models import ConsentPurpose, ConsentWording
from simpul.consent.selectors.rows import PurposeRow, WordingRow
from simpul.platform.text import Text


def latest_wording(purpose: str) -> ConsentWording | None:
    """The text in force for a purpose."""
    return ConsentWording.objects.filter(purpose_id=purpose).order_by("-number").first()


def purpose_rows() -> list[PurposeRow]:
    """Purposes with the text in force, as the configuration shows them."""
    wordings = wordings_in_force()
    return [
        {
            "key": purpose.key, "name_id": purpose.name_id, "name_en": purpose.name_en, "needs_approval": purpose.needs_approval,
            "is_active": purpose.is_active, "version": purpose.version,
            "wording": wording_row(wordings[purpose.key]) if purpose.key in wordings else None,
        }
        for purpose in ConsentPurpose.objects.order_by("position", "key")
    ]  # fmt: skip


def wording_rows(purpose: str) -> list[WordingRow]:
    """All versions of a purpose's text, newest first.

    Raises: ConsentPurposeNotFound.
    """
    if not ConsentPurpose.objects.filter(pk=purpose).exists():
        raise ConsentPurposeNotFound()
    return [wording_row(wording) for wording in ConsentWording.objects.filter(purpose_id=purpose).order_by("-number")[:100]]


def wordings_in_force() -> dict[str, ConsentWording]:
    """The text in force for each purpose that has one."""
    ranked = ConsentWording.objects.annotate(place=Window(RowNumber(), partition_by="purpose_id", order_by=F("number").desc())).filter(place=1)
    return {wording.purpose_id: wording for wording in ranked}


def wording_row(wording: ConsentWording) -> WordingRow:
    """A version of a text as pages show it."""
    return {"id": wording.id, "number": wording.number, "text_id": wording.text_id, "text_en": wording.text_en, "published_at": wording.published_at}


def purpose_names() -> dict[str, str]:
    """What each purpose is called."""
    return {purpose.key: purpose_name(purpose) for purpose in ConsentPurpose.objects.all()}


def purpose_name(purpose: ConsentPurpose) -> str:
    """What a purpose is called, in the reader's language."""
    return str(Text(id=purpose.name_id, en=purpose.name_en))
