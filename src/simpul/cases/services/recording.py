"""Changes of what cases are handled by, allowed and recorded in one way: CHANGE_CONFIG with before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.audit.public import Action, record
from simpul.cases.policies import can_manage
from simpul.platform.actor import Actor
from simpul.platform.errors import DomainError, Forbidden, StaleVersion


def facts(kind: str, key: str) -> dict[str, Any]:
    """How the trail names the record."""
    return {"action": Action.CHANGE_CONFIG, "object_type": kind, "object_id": key}


def require_manager(actor: Actor, kind: str, key: str) -> None:
    """Raises: Forbidden, recorded with the record that it was about."""
    verdict = can_manage(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts(kind, key))


def require_version(kind: str, key: str, standing: int, given: int) -> None:
    """Raises: StaleVersion when the change was made from another version."""
    if standing != given:
        raise StaleVersion(current={"version": standing}).recorded_as(**facts(kind, key))


def refused(error: DomainError, kind: str, key: str) -> DomainError:
    """The refusal, recorded with the record that it was about."""
    return error.recorded_as(**facts(kind, key))


def changed(actor: Actor, kind: str, key: str, step: str, before: Mapping[str, Any], after: Mapping[str, Any], **more: Any) -> bool:
    """Record the fields that differ; whether there were any."""
    differs = {name: {"before": before.get(name), "after": value} for name, value in after.items() if before.get(name) != value}
    if differs:
        record(actor, Action.CHANGE_CONFIG, object_type=kind, object_id=key, meta={"step": step, "changes": differs, **more})
    return bool(differs)
