"""The services that a customer was given, in one list: complaints, contacts, visits, installations; each kind stated by its domain."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from simpul.platform.registry import Registry
from simpul.platform.text import Text
from simpul.timeline.registry import Wanted


@dataclass(frozen=True)
class Service:
    """One service, worded for its reader: what it was, how it ended, and whether it is still under way."""

    service_id: UUID
    kind: str
    occurred_at: datetime
    title: str
    subject_type: str
    subject_id: str
    detail: str | None = None
    outcome: str | None = None
    is_open: bool = False
    actor_user_id: UUID | None = None


# Reads services of one kind before the position, newest first by (occurred_at, service_id), as far as the reader may see them.
ServiceSource = Callable[[Wanted], list[Service]]


@dataclass(frozen=True)
class ServiceKind:
    """A kind of service with its wording and where it is read."""

    key: str
    label: Text
    source: ServiceSource


_kinds: Registry[ServiceKind] = Registry(ServiceKind, lambda kind: kind.key)


def service_kinds() -> list[ServiceKind]:
    """All kinds, by key."""
    return [_kinds[key] for key in sorted(_kinds)]


def service_page(wanted: Wanted) -> list[Service]:
    """The newest services of the wanted kinds before the position, over all sources; one query or two for each source."""
    found = (kind.source(wanted) for kind in service_kinds() if kind.key in wanted.kinds)
    merged = heapq.merge(*found, key=lambda service: (service.occurred_at, service.service_id), reverse=True)
    return list(islice(merged, wanted.limit))
