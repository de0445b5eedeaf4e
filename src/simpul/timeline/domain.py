"""What timelines state about themselves."""

from __future__ import annotations

from simpul.platform.domain import Domain

DOMAIN = Domain("timeline")
