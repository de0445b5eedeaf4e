"""Writing templates: what they are for, and the words of a draft in one language."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Max

from simpul.audit.public import audited_change
from simpul.messaging.acts import NoticeAct
from simpul.messaging.errors import TemplateForbidsThis, TemplateKeyTaken, TemplateNotFound
from simpul.messaging.models import MessageTemplate, MessageTemplateVersion
from simpul.messaging.policies import can_write_template, visible_templates
from simpul.messaging.selectors.templates.checking import draft_faults, submission_faults
from simpul.messaging.selectors.templates.content import AnyContent, content_hash, content_read, content_written
from simpul.messaging.vocabulary import Channel, Purpose, TemplateStatus
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

OBJECT = "MESSAGE_TEMPLATE"
_OTHER_CHANNEL = Text(id="Isi ini bukan untuk kanal templat.", en="This content is not for the template's channel.")
_IS_SUBMITTED = Text(id="Versi bahasa ini sedang menunggu keputusan.", en="A version in this language waits for a decision.")


@transaction.atomic
def template_create(*, actor: Actor, key: str, name: str, channel: Channel, purpose: Purpose) -> MessageTemplate:
    """Add a template; nothing is sent by it before a version of it is approved.

    Raises: Forbidden, TemplateKeyTaken.
    """
    with audited_change(actor, NoticeAct.CREATE_TEMPLATE, OBJECT, meta={"key": key, "channel": channel.value, "purpose": purpose.value}) as change:
        change.require(can_write_template(actor))
        if MessageTemplate.objects.filter(key=key).exists():
            raise TemplateKeyTaken()
        made = MessageTemplate(key=key, name=name, channel=channel.value, purpose=purpose.value, created_at=now(), created_by=actor.id)
        made.save(force_insert=True)
        change.object_id = made.id
    return made


@transaction.atomic
def template_edit(*, actor: Actor, template_id: UUID, language: str, revision: int, content: AnyContent) -> MessageTemplateVersion:
    """Save the draft in one language; the first save after an approval begins the next version.

    `revision` is that of the draft that was read, 0 where there was none.

    Raises: TemplateNotFound, Forbidden, StaleVersion, TemplateForbidsThis, Invalid naming each field with what is wrong and where.
    """
    with audited_change(actor, NoticeAct.EDIT_TEMPLATE, OBJECT, template_id, meta={"language": language}) as change:
        change.require(can_write_template(actor))
        template = _locked_template(actor, template_id)
        if content.channel != template.channel:
            raise Invalid({"channel": _OTHER_CHANNEL})
        if faults := draft_faults(content):
            raise Invalid(faults)
        open_version = template.versions.select_for_update().filter(language=language, status__in=[TemplateStatus.DRAFT, TemplateStatus.SUBMITTED]).first()
        change.require_version(revision, open_version.revision if open_version else 0, lambda: {"content": open_version.content if open_version else None})
        if open_version is None:
            version = _begin_version(actor, template, language, content)
        elif open_version.status == TemplateStatus.SUBMITTED:
            raise TemplateForbidsThis(_IS_SUBMITTED)
        else:
            version = open_version
            version.content, version.content_hash, version.edited_at = content_written(content), content_hash(content), now()
            version.revision += 1
            version.writers = [*version.writers, *([] if actor.id in version.writers else [actor.id])]
            version.save(update_fields=["content", "content_hash", "edited_at", "revision", "writers"])
        change.describe(number=version.number, hash=version.content_hash)
    return version


@transaction.atomic
def template_submit(*, actor: Actor, template_id: UUID, version_id: UUID, revision: int) -> MessageTemplateVersion:
    """Hand a draft to whoever approves it; from then on it is not written any more.

    Raises: TemplateNotFound, Forbidden, StaleVersion, TemplateForbidsThis, Invalid naming each field that is missing or wrong.
    """
    with audited_change(actor, NoticeAct.SUBMIT_TEMPLATE, OBJECT, template_id) as change:
        change.require(can_write_template(actor))
        template = _locked_template(actor, template_id)
        version = locked_version(template, version_id)
        change.require_version(revision, version.revision, lambda: {"content": version.content})
        if version.status != TemplateStatus.DRAFT:
            raise TemplateForbidsThis()
        if faults := submission_faults(content_read(version.content), template.purpose, version.language):
            raise Invalid(faults)
        version.status, version.submitted_at, version.submitted_by = TemplateStatus.SUBMITTED.value, now(), actor.id
        version.save(update_fields=["status", "submitted_at", "submitted_by"])
        change.describe(language=version.language, number=version.number, hash=version.content_hash)
    return version


def locked_version(template: MessageTemplate, version_id: UUID) -> MessageTemplateVersion:
    """A version of the template, until the transaction ends.

    Raises: TemplateNotFound.
    """
    found = template.versions.select_for_update().filter(pk=version_id).first()
    if found is None:
        raise TemplateNotFound()
    return found


def _locked_template(actor: Actor, template_id: UUID) -> MessageTemplate:
    found = visible_templates(actor).select_for_update(of=("self",)).filter(pk=template_id).first()
    if found is None:
        raise TemplateNotFound()
    return found


def _begin_version(actor: Actor, template: MessageTemplate, language: str, content: AnyContent) -> MessageTemplateVersion:
    last = template.versions.filter(language=language).aggregate(last=Max("number"))["last"] or 0
    made = MessageTemplateVersion(
        template=template, language=language, number=last + 1, content=content_written(content), content_hash=content_hash(content), status=TemplateStatus.DRAFT.value,
        revision=1, author_id=actor.id, writers=[actor.id], edited_at=now(), provider_name=f"{template.key}_v{last + 1}" if template.channel == Channel.WHATSAPP else None,
    )  # fmt: skip
    made.save(force_insert=True)
    return made
