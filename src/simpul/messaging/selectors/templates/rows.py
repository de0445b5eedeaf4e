"""Reading templates: the library, one with its versions, and what two versions differ in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import TypedDict
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from simpul.iam.public import people
from simpul.messaging.errors import TemplateNotFound
from simpul.messaging.models import MessageTemplate, MessageTemplateVersion
from simpul.messaging.policies import can_decide_template, can_retire_template, can_write_template, visible_templates
from simpul.messaging.selectors.templates.content import AnyContent, EmailContent, content_read, texts_of
from simpul.messaging.selectors.templates.tokens import TOKENS
from simpul.messaging.vocabulary import TemplateStatus
from simpul.platform.actor import Actor
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import language as reader_language

_BY_NAME = Keyset(("name", str), ("id", UUID))
LANGUAGES = ("id", "en")


class PersonRow(TypedDict):
    id: UUID
    full_name: str


class VersionCan(TypedDict):
    edit: bool
    submit: bool
    approve: bool
    reject: bool
    retire: bool


class VersionRow(TypedDict):
    """A version without its words."""

    id: UUID
    language: str
    number: int
    status: str
    revision: int
    in_force: bool
    author: PersonRow | None
    edited_at: datetime
    submitted_at: datetime | None
    submitted_by: PersonRow | None
    approved_at: datetime | None
    approved_by: PersonRow | None
    rejected_at: datetime | None
    rejected_by: PersonRow | None
    rejection_note: str
    retired_at: datetime | None
    retired_by: PersonRow | None
    provider_name: str | None
    provider_status: str | None
    provider_reason: str | None
    can: VersionCan


class TemplateRow(TypedDict):
    """A template with the latest version of each language."""

    id: UUID
    key: str
    name: str
    channel: str
    purpose: str
    created_at: datetime
    latest: list[VersionRow]
    can_edit: bool


class TemplateDetail(TemplateRow):
    versions: list[VersionRow]


class VersionDetail(TypedDict):
    version: VersionRow
    content: AnyContent


class DifferenceRow(TypedDict):
    kind: str
    place: str
    before: str | None
    after: str | None


class TokenRow(TypedDict):
    name: str
    label: str
    sample: str
    source: str
    is_link: bool


@dataclass(frozen=True)
class TemplateFilter:
    """Which templates of the library."""

    channel: str | None = None
    purpose: str | None = None
    language: str | None = None
    status: str | None = None
    text: str | None = None


def template_page(*, actor: Actor, wanted: TemplateFilter, cursor: str | None, limit: int) -> Page:
    """The library by name; a state is that of the latest version in a language."""
    found = visible_templates(actor)
    if wanted.channel:
        found = found.filter(channel=wanted.channel)
    if wanted.purpose:
        found = found.filter(purpose=wanted.purpose)
    if wanted.language or wanted.status:
        later = MessageTemplateVersion.objects.filter(template=OuterRef("template"), language=OuterRef("language"), number__gt=OuterRef("number"))
        latest = MessageTemplateVersion.objects.filter(~Exists(later), template=OuterRef("pk"))
        latest = latest.filter(language=wanted.language) if wanted.language else latest
        found = found.filter(Exists(latest.filter(status=wanted.status) if wanted.status else latest))
    if wanted.text:
        found = found.filter(Q(name__icontains=wanted.text) | Q(key__icontains=wanted.text))
    return _BY_NAME.page(found, cursor, limit, lambda rows: template_rows(actor, rows))


def template_rows(actor: Actor, templates: Sequence[MessageTemplate]) -> list[TemplateRow]:
    """Templates as the library shows them, in two statements."""
    versions = MessageTemplateVersion.objects.filter(template__in=[template.id for template in templates]).defer("content").order_by("-number")
    rows = _rows_by_template(actor, list(versions))
    return [_template_row(actor, template, rows.get(template.id, [])) for template in templates]


def template_detail(*, actor: Actor, template_id: UUID) -> TemplateDetail:
    """One template with its versions, newest first.

    Raises: TemplateNotFound.
    """
    template = _template(actor, template_id)
    versions = list(template.versions.defer("content").order_by("-number", "language")[:200])
    rows = _rows_by_template(actor, versions).get(template.id, [])
    return {**_template_row(actor, template, rows), "versions": rows}


def version_detail(*, actor: Actor, template_id: UUID, version_id: UUID) -> VersionDetail:
    """One version with its words.

    Raises: TemplateNotFound.
    """
    version = _version(_template(actor, template_id), version_id)
    detail = template_detail(actor=actor, template_id=template_id)
    row = next((row for row in detail["versions"] if row["id"] == version_id), None)
    if row is None:
        raise TemplateNotFound()
    return {"version": row, "content": content_read(version.content)}


def version_difference(*, actor: Actor, template_id: UUID, before: UUID, after: UUID) -> list[DifferenceRow]:
    """What two versions of a template differ in, field by field; of an e-mail block by block, so that one that moved is no change of the others.

    Raises: TemplateNotFound.
    """
    template = _template(actor, template_id)
    old, new = (_lines(content_read(_version(template, each).content)) for each in (before, after))
    rows: list[DifferenceRow] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [{"kind": "SAME", "place": place, "before": text, "after": text} for place, text in old[i1:i2]]
            continue
        gone, come = old[i1:i2], new[j1:j2]
        paired = min(len(gone), len(come)) if [place for place, _ in gone][: len(come)] == [place for place, _ in come][: len(gone)] else 0
        rows += [{"kind": "CHANGED", "place": a[0], "before": a[1], "after": b[1]} for a, b in zip(gone[:paired], come[:paired], strict=True)]
        rows += [{"kind": "REMOVED", "place": place, "before": text, "after": None} for place, text in gone[paired:]]
        rows += [{"kind": "ADDED", "place": place, "before": None, "after": text} for place, text in come[paired:]]
    return rows


def token_rows() -> list[TokenRow]:
    """The tokens that a template may name, in the reader's language."""
    english = reader_language() == "en"
    return [
        {
            "name": kind.name,
            "label": str(kind.label),
            "sample": kind.sample.en if english else kind.sample.id,
            "source": kind.source.value,
            "is_link": kind.is_link,
        }
        for kind in TOKENS.values()
    ]


def _lines(content: AnyContent) -> list[tuple[str, str]]:
    if not isinstance(content, EmailContent):
        return [(place, text) for place, text in texts_of(content) if text]
    lines = [("subject", content.subject), ("preheader", content.preheader)]
    for block in content.blocks:
        words = [text for _, text in _texts_of_block(block.model_dump(mode="json")) if text]
        lines.append((f"block.{block.type}", "\n".join(words)))
    return lines


def _texts_of_block(value: object, name: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [line for key, each in value.items() if key != "type" for line in _texts_of_block(each, key)]
    if isinstance(value, list):
        return [line for each in value for line in _texts_of_block(each, name)]
    return [(name, value)] if isinstance(value, str) else [(name, name)] if value is True else []


def _template(actor: Actor, template_id: UUID) -> MessageTemplate:
    found = visible_templates(actor).filter(pk=template_id).first()
    if found is None:
        raise TemplateNotFound()
    return found


def _version(template: MessageTemplate, version_id: UUID) -> MessageTemplateVersion:
    found = template.versions.filter(pk=version_id).first()
    if found is None:
        raise TemplateNotFound()
    return found


def _template_row(actor: Actor, template: MessageTemplate, versions: list[VersionRow]) -> TemplateRow:
    latest = [row for language in LANGUAGES if (row := next((each for each in versions if each["language"] == language), None))]
    return {
        "id": template.id, "key": template.key, "name": template.name, "channel": template.channel, "purpose": template.purpose,
        "created_at": template.created_at, "latest": latest, "can_edit": bool(can_write_template(actor)),
    }  # fmt: skip


def _rows_by_template(actor: Actor, versions: list[MessageTemplateVersion]) -> dict[UUID, list[VersionRow]]:
    """The versions of several templates, each newest first, with the names of all who had to do with them in one statement."""
    named = people(
        {
            user
            for version in versions
            for user in (version.author_id, version.submitted_by, version.approved_by, version.rejected_by, version.retired_by)
            if user
        }
    )

    def person_row(user: UUID | None) -> PersonRow | None:
        found = named.get(user) if user else None
        return {"id": found.id, "full_name": found.full_name} if found else None

    in_force: dict[tuple[UUID, str], int] = {}
    for version in versions:
        if version.status == TemplateStatus.APPROVED:
            key = version.template_id, version.language
            in_force[key] = max(in_force.get(key, 0), version.number)
    rows: dict[UUID, list[VersionRow]] = {}
    for version in versions:
        rows.setdefault(version.template_id, []).append(
            {
                "id": version.id, "language": version.language, "number": version.number, "status": version.status, "revision": version.revision,
                "in_force": version.status == TemplateStatus.APPROVED and in_force.get((version.template_id, version.language)) == version.number,
                "author": person_row(version.author_id), "edited_at": version.edited_at, "submitted_at": version.submitted_at, "submitted_by": person_row(version.submitted_by),
                "approved_at": version.approved_at, "approved_by": person_row(version.approved_by), "rejected_at": version.rejected_at,
                "rejected_by": person_row(version.rejected_by), "rejection_note": version.rejection_note, "retired_at": version.retired_at,
                "retired_by": person_row(version.retired_by), "provider_name": version.provider_name, "provider_status": version.provider_status,
                "provider_reason": version.provider_reason, "can": _can(actor, version),
            }
        )  # fmt: skip
    return rows


def _can(actor: Actor, version: MessageTemplateVersion) -> VersionCan:
    writes, decides = bool(can_write_template(actor)), bool(can_decide_template(actor, version))
    is_draft, is_submitted = version.status == TemplateStatus.DRAFT, version.status == TemplateStatus.SUBMITTED
    return {
        "edit": writes and is_draft, "submit": writes and is_draft, "approve": decides and is_submitted, "reject": decides and is_submitted,
        "retire": bool(can_retire_template(actor)) and version.status == TemplateStatus.APPROVED,
    }  # fmt: skip
