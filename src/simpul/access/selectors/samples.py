"""Samples with their items and findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from simpul.access.errors import SampleNotFound
from simpul.access.models import AccessRequest, Sample, SampleItem
from simpul.access.policies import can_note, may_sample, visible_samples
from simpul.access.registry import sources
from simpul.access.selectors.requests import request_rows, status_of, uuids
from simpul.access.vocabulary import STANDING, Finding
from simpul.iam.public import branches, people
from simpul.platform.actor import Actor
from simpul.platform.paging import Keyset, Page

_LATEST = Keyset(("-id", UUID))


def sample_get(*, actor: Actor, sample_id: UUID) -> Sample:
    """One sample.

    Raises: SampleNotFound.
    """
    found = visible_samples(actor).filter(pk=sample_id).first()
    if found is None:
        raise SampleNotFound()
    return found


def sample_page(*, actor: Actor, cursor: str | None, limit: int) -> Page:
    """One page of samples, the latest first.

    Raises: Invalid for a cursor that we did not write.
    """
    return _LATEST.page(visible_samples(actor), cursor, limit, lambda page: sample_rows(actor, page))


def sample_rows(actor: Actor, samples: Sequence[Sample]) -> list[dict[str, Any]]:
    """Samples with how far they are."""
    who, known, places = people(sample.drawn_by for sample in samples), sources(), branches()
    counts = {
        row["sample"]: row
        for row in SampleItem.objects.filter(sample__in=[sample.id for sample in samples])
        .values("sample")
        .annotate(noted=Count("pk", filter=Q(finding__isnull=False)), concerns=Count("pk", filter=Q(finding=Finding.CONCERN)))
    }
    return [
        {
            "id": sample.id,
            "source": sample.source,
            "source_name": str(known[sample.source].name) if sample.source in known else sample.source,
            "since": sample.since,
            "until": sample.until,
            "branch": {"code": sample.branch_code, "name": places[sample.branch_code].name} if sample.branch_code in places else None,
            "seed": sample.seed,
            "size": sample.size,
            "population": sample.population,
            "drawn_by": {"id": sample.drawn_by, "full_name": who[sample.drawn_by].full_name},
            "drawn_at": sample.drawn_at,
            "noted": counts.get(sample.id, {}).get("noted", 0),
            "concerns": counts.get(sample.id, {}).get("concerns", 0),
        }
        for sample in samples
    ]


def sample_detail(actor: Actor, sample: Sample) -> dict[str, Any]:
    """One sample with its items, the requests for access to it, and what the actor may do."""
    requests = list(AccessRequest.objects.filter(sample=sample).order_by("-requested_at")[:20])
    standing = any(status_of(request) in STANDING for request in requests)
    started = any(request.starts_at is not None for request in requests)
    mine = bool(can_note(actor, sample))
    return {
        **sample_rows(actor, [sample])[0],
        "items": item_rows(list(SampleItem.objects.filter(sample=sample).order_by("position"))),
        "requests": request_rows(actor, requests),
        "can": {"request": mine and bool(may_sample(actor)) and not standing, "note": mine and started},
    }


def item_rows(items: Sequence[SampleItem]) -> list[dict[str, Any]]:
    """Items as the API gives them, the customer masked."""
    who, places = people(item.by_user_id for item in items), branches()
    return [
        {
            "id": item.id,
            "position": item.position,
            "ref": item.ref,
            "occurred_at": item.occurred_at,
            "by": {"id": item.by_user_id, "full_name": who[item.by_user_id].full_name} if item.by_user_id in who else None,
            "customer": {"customer_id": item.customer_id, "name": item.customer_name, "cif": item.customer_cif or None},
            "branch": {"code": item.branch_code, "name": places[item.branch_code].name} if item.branch_code in places else None,
            "finding": item.finding,
            "note": item.note,
            "noted_at": item.noted_at,
        }
        for item in items
    ]


def sample_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The samples that the actor may see, called by their seed."""
    wanted = uuids(ids)
    return {str(sample.id): sample.seed for sample in visible_samples(actor).filter(pk__in=wanted)} if wanted else {}
