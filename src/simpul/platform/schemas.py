"""What the bodies of all operations have in common."""

from __future__ import annotations

from ninja import Schema
from pydantic import ConfigDict


class Strict(Schema):
    """A body: a field that it does not declare is refused, never left unread."""

    model_config = ConfigDict(extra="forbid")
