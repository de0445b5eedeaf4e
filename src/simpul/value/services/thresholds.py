"""Changing the thresholds: each change is a new version, under the old ones."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.platform.errors import Invalid
from simpul.platform.jobs import defer
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.value.acts import ValueAct
from simpul.value.models import RfmThresholds
from simpul.value.policies import can_manage
from simpul.value.selectors.definition import Bounds
from simpul.value.selectors.questions import bounds_of, thresholds_standing
from simpul.value.vocabulary import THRESHOLDS

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('value.rfm_thresholds'))"
_RISING = Text(id="Harus makin besar: skor 5, 4, 3, 2.", en="They must rise: scores 5, 4, 3, 2.")
_FALLING = Text(id="Harus makin kecil: skor 5, 4, 3, 2.", en="They must fall: scores 5, 4, 3, 2.")


@transaction.atomic
def thresholds_update(*, actor: Actor, bounds: Bounds, note: str) -> RfmThresholds:
    """Put new thresholds in force as the version after `bounds.version`, from which they were made.

    Customers are scored anew at once, in the background.

    Raises: Forbidden, StaleVersion, Invalid naming the figures.
    """
    with audited_change(actor, ValueAct.CHANGE_RFM_THRESHOLDS, THRESHOLDS, bounds.version) as change:
        change.require(can_manage(actor))
        query(_LOCK)
        standing = thresholds_standing()
        change.require_version(bounds.version, standing.version)
        _require_order(bounds)
        before = bounds_of(standing)
        if before == bounds:
            change.nothing_changed()
            return standing
        made = RfmThresholds(
            version=standing.version + 1,
            recency_days=list(bounds.recency_days),
            frequency_count=list(bounds.frequency_count),
            monetary_value=[str(each) for each in bounds.monetary_value],
            note=note,
            created_at=now(),
            created_by=actor.id,
        )
        made.save(force_insert=True)
        change.object_id = made.version
        change.describe(before=_recorded(before), after=_recorded(bounds), note=redacted(note))
        defer("value.compute_rfm", key="value.compute_rfm")
    return made


def _recorded(bounds: Bounds) -> Mapping[str, list[str]]:
    return {name: [str(each) for each in getattr(bounds, name)] for name in ("recency_days", "frequency_count", "monetary_value")}


def _require_order(bounds: Bounds) -> None:
    """Days rise from the best score to the worst, counts and amounts fall.

    Raises: Invalid naming the figures.
    """
    wrong: dict[str, Text] = {}
    if list(bounds.recency_days) != sorted(set(bounds.recency_days)):
        wrong["recency_days"] = _RISING
    if list(bounds.frequency_count) != sorted(set(bounds.frequency_count), reverse=True):
        wrong["frequency_count"] = _FALLING
    if list(bounds.monetary_value) != sorted(set(bounds.monetary_value), reverse=True):
        wrong["monetary_value"] = _FALLING
    if wrong:
        raise Invalid(wrong)
