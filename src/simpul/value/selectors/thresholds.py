"""Reading the versions of the thresholds, and what a change of them would move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypedDict
from uuid import UUID

from simpul.iam.public import people, system_identity
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset, Page
from simpul.value.models import RfmThresholds
from simpul.value.policies import can_manage
from simpul.value.selectors.definition import POSTGRES, Bounds, Question, scoring_steps
from simpul.value.selectors.questions import thresholds_standing
from simpul.value.settings import MEASURE, METHOD, MONTHS
from simpul.value.vocabulary import MEASURE_NAMES, METHOD_NAMES, RFM_SEGMENTS

_LATEST = Keyset(("-version", int))
_PREVIEW = """
SELECT s.segment AS before, n.segment AS after, count(*) AS customers
FROM crm.segment_rfm s JOIN (WITH measured AS (
    SELECT customer_id, recency_days, frequency_count, monetary_value FROM crm.segment_rfm
), {steps}) n ON n.customer_id = s.customer_id
GROUP BY 1, 2
"""


class ThresholdsRow(TypedDict):
    """A version of the thresholds as pages show it."""

    version: int
    recency_days: list[int]
    frequency_count: list[int]
    monetary_value: list[Decimal]
    note: str
    created_at: datetime
    created_by: str
    in_force: bool


class InForceRow(TypedDict):
    """The thresholds in force, and what else decides about scores."""

    thresholds: ThresholdsRow
    months: int
    method: str
    method_name: str
    measure: str
    measure_name: str
    can: dict[str, bool]


@dataclass(frozen=True)
class PreviewMove:
    """How many customers a change would move from one segment to another, or leave where they are."""

    before: str
    after: str
    customers: int


def thresholds_in_force(*, actor: Actor) -> InForceRow:
    """The thresholds in force, the settings beside them, and whether the actor may change them."""
    standing = thresholds_standing()
    method, measure = str(configuration.value(METHOD)), str(configuration.value(MEASURE))
    return {
        "thresholds": _rows([standing], standing.version)[0],
        "months": configuration.number(MONTHS),
        "method": method,
        "method_name": str(METHOD_NAMES[method]),
        "measure": measure,
        "measure_name": str(MEASURE_NAMES[measure]),
        "can": {"update": bool(can_manage(actor))},
    }


def thresholds_page(*, cursor: str | None, limit: int) -> Page:
    """One page of the versions, the latest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    latest = thresholds_standing().version
    return _LATEST.page(RfmThresholds.objects.all(), cursor, limit, lambda page: _rows(page, latest))


def thresholds_preview(bounds: Bounds) -> list[PreviewMove]:
    """How the customers would move if these thresholds were in force, by the figures that were last computed."""
    steps = scoring_steps(Question(now(), 12, bounds), POSTGRES)
    with scope(system_identity()):
        found = [PreviewMove(**row) for row in query(_PREVIEW.format(steps=steps))]
    place = {segment: number for number, segment in enumerate(RFM_SEGMENTS)}
    return sorted(found, key=lambda move: (place[move.before], place[move.after]))


def _rows(versions: list[RfmThresholds], latest: int) -> list[ThresholdsRow]:
    names: dict[UUID, str] = {key: person.full_name for key, person in people(row.created_by for row in versions).items()}
    return [
        {
            "version": row.version,
            "recency_days": [int(each) for each in row.recency_days],
            "frequency_count": [int(each) for each in row.frequency_count],
            "monetary_value": [Decimal(str(each)) for each in row.monetary_value],
            "note": row.note,
            "created_at": row.created_at,
            "created_by": names.get(row.created_by, ""),
            "in_force": row.version == latest,
        }
        for row in versions
    ]
