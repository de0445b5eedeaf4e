"""Campaigns made by the services themselves, for tests that have no browser."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from simpul.marketing.services.campaigns import campaign_approve, campaign_create, campaign_start, campaign_submit
from simpul.marketing.services.segments import segment_create
from simpul.messaging.models import MessageTemplate, MessageTemplateVersion
from simpul.messaging.selectors.templates.content import SmsContent
from simpul.messaging.services.templates.deciding import template_approve
from simpul.messaging.services.templates.drafts import template_create, template_edit, template_submit
from simpul.messaging.vocabulary import Channel, Purpose
from simpul.platform.clock import now, today
from simpul.platform.db import scope
from simpul.stewardship.models import ImpactAssessment
from tests.support import people
from tests.support.database import rows

PERSONS = {"field": "kind", "op": "eq", "value": "PERSON"}


def assess() -> None:
    """An approved impact assessment of segmentation is in force."""
    with rows():
        ImpactAssessment.objects.create(
            kind="SEGMENTATION", title="Segmentasi penawaran", purpose="Memilih penawaran.", data_used="Produk.", risk="Diawasi.", measures="Persetujuan.",
            review_on=today() + timedelta(days=300), status="APPROVED", created_by=people.user_id("admin"), decided_by=people.user_id("compliance"), decided_at=now(),
        )  # fmt: skip


def sms_template() -> MessageTemplate:
    """A template of offers by SMS that compliance approved."""
    writer, approver = people.actor("marketing"), people.actor("compliance")
    with scope(writer):
        template = template_create(actor=writer, key=f"t{uuid4().hex[:12]}", name="Penawaran KUR", channel=Channel.SMS, purpose=Purpose.MARKETING)
        draft = template_edit(
            actor=writer, template_id=template.id, language="id", revision=0, content=SmsContent(channel="SMS", body="KUR Berkah untuk Anda.")
        )
        version: MessageTemplateVersion = template_submit(actor=writer, template_id=template.id, version_id=draft.id, revision=draft.revision)
    with scope(approver):
        template_approve(actor=approver, template_id=template.id, version_id=version.id)
    return template


def running_campaign(**fields: Any) -> UUID:
    """A campaign on SMS to everybody that was approved and started; its job waits."""
    writer, approver = people.actor("marketing"), people.actor("compliance")
    assess()
    template = sms_template()
    with scope(writer):
        segment = segment_create(actor=writer, name=f"Segmen {uuid4().hex[:8]}", description="", kind="RULE", rule_json=PERSONS, refresh="NONE")
        values = {"name": "KUR Berkah", "objective": "Menawarkan KUR kepada nasabah.", "channel": "SMS", "segment_id": segment.id, "template_id": template.id}
        made = campaign_create(actor=writer, values={**values, **fields})
        submitted = campaign_submit(actor=writer, campaign_id=made.id, version=made.version)
    with scope(approver):
        approved = campaign_approve(actor=approver, campaign_id=made.id, version=submitted.version)
    with scope(writer):
        return campaign_start(actor=writer, campaign_id=made.id, version=approved.version).id
