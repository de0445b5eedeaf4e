"""Service levels and legal limits over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query

from simpul.cases.errors import CategoryNotFound, LegalRulesNotFound, NoServiceLevel, ServiceLevelExists, ServiceLevelIsUnchanged, ServiceLevelNotFound
from simpul.cases.models import ServiceLevel
from simpul.cases.policies import can_read
from simpul.cases.schemas.levels import (
    ExplainedOut,
    ExplainIn,
    LegalRulesIn,
    LegalRulesListOut,
    LevelCreateIn,
    LevelDetailOut,
    LevelDraftIn,
    LevelPublishIn,
    LevelRenameIn,
    LevelRestoreIn,
    LevelsOut,
    LevelVersionDetailOut,
)
from simpul.cases.selectors import levels as selectors
from simpul.cases.services import levels as services
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.actor import Act, require
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.workflow.errors import CalendarHasNoTime

router = Router()

LevelKey = Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
READS = needs("configuration", Act.READ, Act.MANAGE)
MANAGES = needs("configuration", Act.MANAGE)
_EDITS = problems(ServiceLevelNotFound, Forbidden, StaleVersion)


@router.get("/sla-policies", permission=READS, response={200: LevelsOut, **problems()}, operation_id="sla_policies_list")
def list_levels(request: ActorRequest) -> dict[str, Any]:
    """Service levels by key."""
    return {"items": selectors.level_rows(request.auth)}


@router.post(
    "/sla-policies",
    permission=MANAGES,
    response={201: LevelDetailOut, **problems(Forbidden, ServiceLevelExists, ServiceLevelNotFound)},
    operation_id="sla_policies_create",
)
def create_level(request: ActorRequest, body: LevelCreateIn) -> dict[str, Any]:
    """Start a service level, empty or from another one's calendar, law and ladder."""
    return _detail(request, services.level_create(actor=request.auth, key=body.key, title=body.title.dict(), copy_of=body.copy_of))


@router.get("/sla-policies/{key}", permission=READS, response={200: LevelDetailOut, **problems(ServiceLevelNotFound)}, operation_id="sla_policies_get")
def get_level(request: ActorRequest, key: LevelKey) -> dict[str, Any]:
    """A service level with its draft, what is in force, and its versions."""
    return _detail(request, selectors.level_get(key))


@router.get(
    "/sla-policies/{key}/versions/{int:number}",
    permission=READS,
    response={200: LevelVersionDetailOut, **problems(ServiceLevelNotFound)},
    operation_id="sla_policies_version",
)
def get_version(request: ActorRequest, key: LevelKey, number: Annotated[int, Path(ge=1, le=100_000)]) -> dict[str, Any]:
    """One published version."""
    found = selectors.version_get(key, number)
    return {"number": found.number, "effective_from": found.effective_from, "content": found.content}


@router.put("/sla-policies/{key}", permission=MANAGES, response={200: LevelDetailOut, **_EDITS}, operation_id="sla_policies_rename")
def rename_level(request: ActorRequest, key: LevelKey, body: LevelRenameIn) -> dict[str, Any]:
    """Call a service level by another name."""
    return _detail(request, services.level_rename(actor=request.auth, key=key, title=body.title.dict(), version=body.version))


@router.put("/sla-policies/{key}/draft", permission=MANAGES, response={200: LevelDetailOut, **_EDITS}, operation_id="sla_policies_save_draft")
def save_draft(request: ActorRequest, key: LevelKey, body: LevelDraftIn) -> dict[str, Any]:
    """Save the draft, whole."""
    return _detail(request, services.level_save_draft(actor=request.auth, key=key, raw=body.content.dict(), version=body.version))


@router.delete("/sla-policies/{key}/draft", permission=MANAGES, response={200: LevelDetailOut, **_EDITS}, operation_id="sla_policies_discard_draft")
def discard_draft(request: ActorRequest, key: LevelKey, version: Annotated[int, Query(ge=1)]) -> dict[str, Any]:
    """Throw the draft away."""
    return _detail(request, services.level_discard_draft(actor=request.auth, key=key, version=version))


@router.post("/sla-policies/{key}/restore", permission=MANAGES, response={200: LevelDetailOut, **_EDITS}, operation_id="sla_policies_restore")
def restore(request: ActorRequest, key: LevelKey, body: LevelRestoreIn) -> dict[str, Any]:
    """Make an older version the draft."""
    return _detail(request, services.level_restore(actor=request.auth, key=key, number=body.number, version=body.version))


@router.post(
    "/sla-policies/{key}/publish",
    permission=MANAGES,
    response={200: LevelDetailOut, **problems(ServiceLevelNotFound, Forbidden, StaleVersion, ServiceLevelIsUnchanged)},
    operation_id="sla_policies_publish",
)
def publish(request: ActorRequest, key: LevelKey, body: LevelPublishIn) -> dict[str, Any]:
    """Let the draft take effect on a day; cases that are open keep what they were promised."""
    level = services.level_publish(actor=request.auth, key=key, version=body.version, effective_from=body.effective_from, note=body.note)
    return _detail(request, level)


@router.get("/legal-rules", permission=READS, response={200: LegalRulesListOut, **problems()}, operation_id="legal_rules_list")
def list_legal_rules(request: ActorRequest) -> dict[str, Any]:
    """The sets of legal limits with all their versions."""
    return {"items": selectors.legal_rows(request.auth)}


@router.post("/legal-rules", permission=MANAGES, response={201: LegalRulesListOut, **problems(Forbidden, StaleVersion)}, operation_id="legal_rules_publish")
def publish_legal_rules(request: ActorRequest, body: LegalRulesIn) -> dict[str, Any]:
    """Add a set of limits, or a version of one, which takes effect on a day."""
    values = body.dict(exclude={"key", "number", "effective_from", "note"})
    services.legal_publish(actor=request.auth, key=body.key, number=body.number, values=values, effective_from=body.effective_from, note=body.note)
    return {"items": selectors.legal_rows(request.auth)}


@router.post(
    "/sla-explanations",
    permission=SIGNED_IN,
    reads=True,
    response={200: ExplainedOut, **problems(Forbidden, CategoryNotFound, NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime)},
    operation_id="sla_explain",
)
def explain(request: ActorRequest, body: ExplainIn) -> dict[str, Any]:
    """When a case received then would be due by each clock, and why."""
    require(can_read(request.auth))
    return selectors.explained(category=body.category, priority=Priority(body.priority), kind=Kind(body.kind), received_at=body.received_at)


def _detail(request: ActorRequest, level: ServiceLevel) -> dict[str, Any]:
    return selectors.level_detail(request.auth, level)
