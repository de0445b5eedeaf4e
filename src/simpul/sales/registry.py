"""What higher domains say of the sources of leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from simpul.platform.registry import Registry


@dataclass(frozen=True)
class LeadOrigin:
    """A kind of source whose records a higher domain keeps: whether a customer is in one of them."""

    source_type: str
    holds: Callable[[str, UUID], bool]


lead_origins: Registry[LeadOrigin] = Registry(LeadOrigin, lambda origin: origin.source_type)
