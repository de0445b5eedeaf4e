"""Templates of offers, as campaigns choose them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from simpul.messaging.models import MessageTemplate, MessageTemplateVersion
from simpul.messaging.vocabulary import Channel, ProviderStatus, TemplateStatus


@dataclass(frozen=True)
class OfferTemplate:
    """A template, and its latest version that may be sent: None while nobody approved one, or WhatsApp has not."""

    id: UUID
    name: str
    channel: str
    purpose: str
    version_id: UUID | None
    number: int | None


def offer_templates(template_ids: Iterable[UUID], language: str = "id") -> dict[UUID, OfferTemplate]:
    """These templates with what may be sent of them in the language, in two queries. For SYSTEM: who reads campaigns need not read templates."""
    found = {row.id: row for row in MessageTemplate.objects.filter(pk__in=set(template_ids))}
    latest: dict[UUID, MessageTemplateVersion] = {}
    versions = MessageTemplateVersion.objects.filter(template__in=found, language=language, status=TemplateStatus.APPROVED).order_by("number")
    for version in versions.defer("content"):
        latest[version.template_id] = version
    offered = {}
    for key, row in found.items():
        approved = latest.get(key)
        if approved is not None and row.channel == Channel.WHATSAPP and approved.provider_status != ProviderStatus.APPROVED:
            approved = None
        offered[key] = OfferTemplate(key, row.name, row.channel, row.purpose, approved.id if approved else None, approved.number if approved else None)
    return offered
