"""What a completed request does, by its kind, in the transaction that completes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.platform.actor import Actor
from simpul.stewardship.models import RightsRequest
from simpul.workflow.public import MoveFacts


def request_carry_out(actor: Actor, move: MoveFacts, settings: Mapping[str, Any]) -> None:
    """Do what the person asked for."""
    RightsRequest.objects.get(pk=move.subject_id)
