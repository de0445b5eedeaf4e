"""Purposes of consent and the texts that customers agree to."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.db.models import Max

from simpul.audit.public import audited_change
from simpul.consent.acts import ConsentAct
from simpul.consent.errors import ConsentPurposeExists, ConsentPurposeNotFound
from simpul.consent.models import ConsentPurpose, ConsentWording
from simpul.consent.policies import can_manage
from simpul.platform.actor import Actor
from simpul.platform.clock import now

PURPOSE, WORDING = "CONSENT_PURPOSE", "CONSENT_WORDING"


@transaction.atomic
def purpose_create(*, actor: Actor, key: str, name_id: str, name_en: str, needs_approval: bool) -> ConsentPurpose:
    """Add a purpose that customers can be asked about; it can be granted once it has a text.

    Raises: Forbidden, ConsentPurposeExists.
    """
    with audited_change(actor, ConsentAct.CHANGE_CONSENT_PURPOSE, PURPOSE, key) as change:
        change.require(can_manage(actor))
        if ConsentPurpose.objects.filter(pk=key).exists():
            raise ConsentPurposeExists()
        last = ConsentPurpose.objects.aggregate(last=Max("position"))["last"] or 0
        made = ConsentPurpose.objects.create(
            key=key, name_id=name_id, name_en=name_en, needs_approval=needs_approval, position=last + 1, updated_by=actor.id, updated_at=now()
        )
        change.describe(after={"name_id": name_id, "name_en": name_en, "needs_approval": needs_approval})
    return made


@transaction.atomic
def purpose_update(*, actor: Actor, key: str, version: int, name_id: str, name_en: str, needs_approval: bool, is_active: bool) -> ConsentPurpose:
    """Change how a purpose is called, whether its grants wait for a supervisor, and whether it is asked about at all.

    Raises: ConsentPurposeNotFound, Forbidden, StaleVersion.
    """
    with audited_change(actor, ConsentAct.CHANGE_CONSENT_PURPOSE, PURPOSE, key) as change:
        change.require(can_manage(actor))
        found = ConsentPurpose.objects.select_for_update().filter(pk=key).first()
        if found is None:
            raise ConsentPurposeNotFound()
        change.require_version(version, found.version, lambda: _plain(found))
        wanted = {"name_id": name_id, "name_en": name_en, "needs_approval": needs_approval, "is_active": is_active}
        before = {name: getattr(found, name) for name, value in wanted.items() if getattr(found, name) != value}
        if not before:
            change.nothing_changed()
            return found
        for name, value in wanted.items():
            setattr(found, name, value)
        found.version, found.updated_at, found.updated_by = found.version + 1, now(), actor.id
        found.save(update_fields=[*wanted, "version", "updated_at", "updated_by"])
        change.describe(before=before, after={name: wanted[name] for name in before})
    return found


@transaction.atomic
def wording_publish(*, actor: Actor, key: str, after: int, text_id: str, text_en: str) -> ConsentWording:
    """Publish the next version of a purpose's text; who agreed to an older one agreed to that one, and its text stays.

    `after` is the number of the version that the writer saw, 0 for none.

    Raises: ConsentPurposeNotFound, Forbidden, StaleVersion.
    """
    with audited_change(actor, ConsentAct.PUBLISH_CONSENT_WORDING, WORDING, meta={"purpose": key}) as change:
        change.require(can_manage(actor))
        if ConsentPurpose.objects.select_for_update().filter(pk=key).first() is None:
            raise ConsentPurposeNotFound()
        last = ConsentWording.objects.filter(purpose_id=key).order_by("-number").first()
        change.require_version(after, last.number if last else 0, lambda: {"number": last.number if last else 0, "text_id": last.text_id if last else ""})
        digest = hashlib.sha256(f"{text_id}\n{text_en}".encode()).hexdigest()
        made = ConsentWording(purpose_id=key, number=after + 1, text_id=text_id, text_en=text_en, text_hash=digest, published_at=now(), published_by=actor.id)
        made.save(force_insert=True)
        change.object_id = made.id
        change.describe(number=made.number, hash=digest)
    return made


def _plain(purpose: ConsentPurpose) -> dict[str, object]:
    return {
        "key": purpose.key, "name_id": purpose.name_id, "name_en": purpose.name_en, "needs_approval": purpose.needs_approval, "is_active": purpose.is_active,
        "version": purpose.version,
    }  # fmt: skip
