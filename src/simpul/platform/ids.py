"""Keys that sort by time."""

from __future__ import annotations

from uuid import UUID

import uuid_utils


def uuid7() -> UUID:
    """A new time-ordered UUID (RFC 9562, version 7)."""
    return UUID(int=uuid_utils.uuid7().int)
