"""Changing the organisation's settings: several in one act, under one version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from simpul.audit.public import Action, audited_change
from simpul.iam.errors import NothingChanges
from simpul.iam.limits import stored
from simpul.iam.models import Revision, SettingValue
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.grants import revision_number
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.db import execute
from simpul.platform.errors import Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

UNKNOWN = Text(id="Pengaturan ini tidak dikenal.", en="This setting is not known.")
_BOTH = Text(id="Pengaturan ini diubah dan dikembalikan sekaligus.", en="This setting is changed and reset at once.")


@transaction.atomic
def settings_save(*, actor: Actor, version: int, changes: Mapping[str, Any], resets: Sequence[str], reason: str) -> None:
    """Change settings and give others their defaults back; it holds for everybody's next request.

    Raises: Forbidden, StaleVersion, Invalid, NothingChanges.
    """
    with audited_change(actor, Action.CHANGE_CONFIG, "SETTINGS", version) as change:
        change.require(can_manage_organisation(actor))
        execute("SELECT pg_advisory_xact_lock(hashtextextended('iam.settings', 0))")
        standing = revision_number(Revision.Kind.SETTINGS)
        change.require_version(version, standing)
        before, after = _save(actor, standing + 1, changes, resets, reason)
        change.object_id = standing + 1
        change.describe(reason=redacted(reason), before=before, after=after)


def _save(actor: Actor, number: int, changes: Mapping[str, Any], resets: Sequence[str], reason: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Store the changes under a number; what the settings were and became.

    Raises: Invalid, NothingChanges.
    """
    wrong = problems_of(changes, "changes") | {f"resets.{key}": UNKNOWN for key in resets if key not in configuration.settings}
    wrong |= {f"resets.{key}": _BOTH for key in resets if key in changes}
    if wrong:
        raise Invalid(wrong)
    held = stored()
    before = {key: held.get(key, configuration.find(key).default_value()) for key in (*changes, *resets)}
    after = {**changes, **{key: configuration.find(key).default_value() for key in resets}}
    moved = {key for key in after if before[key] != after[key] or (key in resets and key in held)}
    if not moved:
        raise NothingChanges()
    for key in moved - set(resets):
        SettingValue.objects.update_or_create(key=key, defaults={"value": after[key], "changed_at": Now(), "changed_by_id": actor.id})
    SettingValue.objects.filter(key__in=moved & set(resets)).delete()
    kept = [{"key": key, "before": before[key], "after": after[key], "reset": key in resets} for key in sorted(moved)]
    Revision.objects.create(kind=Revision.Kind.SETTINGS, number=number, changes=kept, reason=redacted(reason, 500), changed_by_id=actor.id)
    return {key: before[key] for key in sorted(moved)}, {key: after[key] for key in sorted(moved)}


def problems_of(given: Mapping[str, Any], where: str) -> dict[str, Text]:
    """Why values cannot be those of their settings, by field."""
    known = configuration.settings
    found = {key: configuration.problem(known[key], value) if key in known else UNKNOWN for key, value in given.items()}
    return {f"{where}.{key}": why for key, why in found.items() if why is not None}
