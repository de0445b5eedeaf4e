"""Keys that sort by time, and the users that every installation has."""

from __future__ import annotations

from uuid import UUID

import uuid_utils

SYSTEM_ID = UUID("00000000-0000-7000-8000-000000000001")
ANONYMOUS_ID = UUID("00000000-0000-7000-8000-000000000002")


def uuid7() -> UUID:
    """A new time-ordered UUID (RFC 9562, version 7)."""
    return UUID(int=uuid_utils.uuid7().int)
