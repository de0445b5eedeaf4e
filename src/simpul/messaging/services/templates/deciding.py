"""Approving, rejecting and retiring versions of templates, and what the provider says of them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change, record
from simpul.messaging.acts import NoticeAct
from simpul.messaging.errors import OwnTemplate, TemplateForbidsThis, TemplateNotFound
from simpul.messaging.models import MessageTemplate, MessageTemplateVersion
from simpul.messaging.policies import can_decide_template, can_retire_template, visible_templates
from simpul.messaging.services.templates.drafts import OBJECT, locked_version
from simpul.messaging.vocabulary import Channel, ProviderStatus, TemplateStatus
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.ports import system_actor

# What the provider's events make of its own status; whatever else it reports changes nothing.
_EVENTS = {
    "APPROVED": ProviderStatus.APPROVED,
    "REINSTATED": ProviderStatus.APPROVED,
    "PENDING": ProviderStatus.PENDING,
    "IN_APPEAL": ProviderStatus.PENDING,
    "PAUSED": ProviderStatus.PAUSED,
    "LIMIT_EXCEEDED": ProviderStatus.PAUSED,
    "REJECTED": ProviderStatus.REJECTED,
    "DISABLED": ProviderStatus.DISABLED,
    "LOCKED": ProviderStatus.DISABLED,
    "ARCHIVED": ProviderStatus.DISABLED,
    "DELETED": ProviderStatus.DISABLED,
    "PENDING_DELETION": ProviderStatus.DISABLED,
}


@transaction.atomic
def template_approve(*, actor: Actor, template_id: UUID, version_id: UUID) -> MessageTemplateVersion:
    """Let a submitted version be sent from now on, instead of those before it.

    Raises: TemplateNotFound, Forbidden, OwnTemplate, TemplateForbidsThis.
    """
    with audited_change(actor, NoticeAct.APPROVE_TEMPLATE, OBJECT, template_id) as change:
        template, version = _submitted_version(actor, template_id, version_id)
        if actor.id in version.writers:
            raise OwnTemplate()
        change.require(can_decide_template(actor, version))
        _require_status(version, TemplateStatus.SUBMITTED)
        version.status, version.approved_at, version.approved_by = TemplateStatus.APPROVED.value, now(), actor.id
        if template.channel == Channel.WHATSAPP and version.provider_status is None:
            version.provider_status = ProviderStatus.PENDING.value
        version.save(update_fields=["status", "approved_at", "approved_by", "provider_status"])
        change.describe(language=version.language, number=version.number, hash=version.content_hash)
    return version


@transaction.atomic
def template_reject(*, actor: Actor, template_id: UUID, version_id: UUID, note: str) -> MessageTemplateVersion:
    """Turn a submitted version down and say why; whoever goes on writing begins the next one.

    Raises: TemplateNotFound, Forbidden, OwnTemplate, TemplateForbidsThis.
    """
    with audited_change(actor, NoticeAct.REJECT_TEMPLATE, OBJECT, template_id) as change:
        _, version = _submitted_version(actor, template_id, version_id)
        if actor.id in version.writers:
            raise OwnTemplate()
        change.require(can_decide_template(actor, version))
        _require_status(version, TemplateStatus.SUBMITTED)
        version.status, version.rejected_at, version.rejected_by, version.rejection_note = TemplateStatus.REJECTED.value, now(), actor.id, note
        version.save(update_fields=["status", "rejected_at", "rejected_by", "rejection_note"])
        change.describe(language=version.language, number=version.number, reason=note)
    return version


@transaction.atomic
def template_retire(*, actor: Actor, template_id: UUID, version_id: UUID) -> MessageTemplateVersion:
    """Take an approved version out of use, with those before it in its language: nothing waits that would be sent by an older one instead.

    Raises: TemplateNotFound, Forbidden, TemplateForbidsThis.
    """
    with audited_change(actor, NoticeAct.RETIRE_TEMPLATE, OBJECT, template_id) as change:
        template, version = _submitted_version(actor, template_id, version_id)
        change.require(can_retire_template(actor))
        _require_status(version, TemplateStatus.APPROVED)
        older = template.versions.select_for_update().filter(language=version.language, number__lt=version.number, status=TemplateStatus.APPROVED)
        for each in [*older, version]:
            each.status, each.retired_at, each.retired_by = TemplateStatus.RETIRED.value, now(), actor.id
            each.save(update_fields=["status", "retired_at", "retired_by"])
        change.describe(language=version.language, number=version.number)
        version.refresh_from_db()
    return version


@transaction.atomic
def template_status_changed(name: str, language: str, event: str, reason: str) -> bool:
    """Note what WhatsApp says of a template of ours, called by its name there, in the caller's transaction; whether it is one of ours.

    A template that is not approved there is not sent. An event that says nothing about that changes nothing.
    """
    actor = system_actor()
    version = MessageTemplateVersion.objects.select_for_update(of=("self",)).filter(provider_name=name, language=language.split("_")[0].lower()).first()
    if version is None:
        return False
    status = _EVENTS.get(event)
    if status is not None and (version.provider_status, version.provider_reason or "") != (status.value, reason[:300]):
        version.provider_status, version.provider_reason = status.value, reason[:300] or None
        version.save(update_fields=["provider_status", "provider_reason"])
        record(
            actor,
            NoticeAct.TEMPLATE_STATUS,
            object_type=OBJECT,
            object_id=version.template_id,
            meta={"number": version.number, "status": status.value, "reason": reason[:300]},
        )
    return True


def _submitted_version(actor: Actor, template_id: UUID, version_id: UUID) -> tuple[MessageTemplate, MessageTemplateVersion]:
    template = visible_templates(actor).filter(pk=template_id).first()
    if template is None:
        raise TemplateNotFound()
    return template, locked_version(template, version_id)


def _require_status(version: MessageTemplateVersion, status: TemplateStatus) -> None:
    if version.status != status:
        raise TemplateForbidsThis()
