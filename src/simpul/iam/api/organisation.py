"""Units, branches and settings over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query

from simpul.iam.errors import BranchExists, BranchNotFound, NothingChanges, UnitExists, UnitNotFound
from simpul.iam.schemas.organisation import (
    BranchCreateIn,
    BranchesFullOut,
    BranchFullOut,
    BranchUpdateIn,
    SettingRevisionsOut,
    SettingsOut,
    SettingsSaveIn,
    UnitBranchesIn,
    UnitCreateIn,
    UnitOut,
    UnitPoliciesIn,
    UnitsOut,
    UnitUpdateIn,
)
from simpul.iam.selectors import settings as settings_selectors
from simpul.iam.selectors import units as selectors
from simpul.iam.services import units as services
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page

router = Router()

READ = needs("configuration", Act.READ, Act.MANAGE)
MANAGE = needs("configuration", Act.MANAGE)
Code = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,20}$")]


@router.get("/units", permission=READ, response={200: UnitsOut, **problems()}, operation_id="units_list")
def list_units(request: ActorRequest, q: Annotated[str, Query(max_length=80)] = "") -> dict[str, Any]:
    """Units with what belongs to them, in numbers."""
    return {"items": selectors.unit_rows(request.auth, q)}


@router.post("/units", permission=MANAGE, response={201: UnitOut, **problems(Forbidden, UnitExists)}, operation_id="units_create")
def create_unit(request: ActorRequest, body: UnitCreateIn) -> dict[str, Any]:
    """Add a unit."""
    services.unit_create(actor=request.auth, code=body.code, name=body.name)
    return _unit(request, body.code)


@router.get("/units/{code}", permission=READ, response={200: UnitOut, **problems(UnitNotFound)}, operation_id="units_get")
def get_unit(request: ActorRequest, code: Code) -> dict[str, Any]:
    """One unit with its branches, members and stricter settings."""
    return _unit(request, code)


@router.patch("/units/{code}", permission=MANAGE, response={200: UnitOut, **problems(UnitNotFound, Forbidden, StaleVersion)}, operation_id="units_update")
def update_unit(request: ActorRequest, code: Code, body: UnitUpdateIn) -> dict[str, Any]:
    """Rename a unit or name its head."""
    services.unit_update(actor=request.auth, code=code, version=body.version, changes=_given(body))
    return _unit(request, code)


@router.put(
    "/units/{code}/branches",
    permission=MANAGE,
    response={200: UnitOut, 202: ProposalOut, **problems(UnitNotFound, Forbidden, StaleVersion)},
    operation_id="units_set_branches",
)
def set_unit_branches(request: ActorRequest, code: Code, body: UnitBranchesIn) -> Any:
    """Let a unit serve exactly these branches; where somebody works for it who administers or watches, when a second person agrees."""
    return propose_change(request.auth, "units_set_branches", body, lambda _: _unit(request, code), code=code)


@router.put(
    "/units/{code}/policies",
    permission=MANAGE,
    response={200: UnitOut, **problems(UnitNotFound, Forbidden, StaleVersion)},
    operation_id="units_set_policies",
)
def set_unit_policies(request: ActorRequest, code: Code, body: UnitPoliciesIn) -> dict[str, Any]:
    """Make a unit stricter than the organisation, never wider."""
    services.unit_set_policies(actor=request.auth, code=code, version=body.version, policies=body.policies)
    return _unit(request, code)


@router.get("/organisation/branches", permission=READ, response={200: BranchesFullOut, **problems()}, operation_id="organisation_branches")
def list_branches(request: ActorRequest, q: Annotated[str, Query(max_length=80)] = "", active: bool | None = None) -> dict[str, Any]:
    """Branches with head, users and the units that serve them."""
    return {"items": selectors.branch_rows(request.auth, q=q, active=active)}


@router.post(
    "/organisation/branches", permission=MANAGE, response={201: BranchFullOut, **problems(Forbidden, BranchExists)}, operation_id="organisation_branches_create"
)
def create_branch(request: ActorRequest, body: BranchCreateIn) -> dict[str, Any]:
    """Add a branch."""
    services.branch_create(actor=request.auth, code=body.code, name=body.name, city=body.city, phone=body.phone, time_zone=body.time_zone)
    return selectors.branch_rows(request.auth, code=body.code)[0]


@router.patch(
    "/organisation/branches/{code}",
    permission=MANAGE,
    response={200: BranchFullOut, **problems(BranchNotFound, Forbidden, StaleVersion)},
    operation_id="organisation_branches_update",
)
def update_branch(request: ActorRequest, code: Code, body: BranchUpdateIn) -> dict[str, Any]:
    """Rename a branch, name its head, open or close it."""
    services.branch_update(actor=request.auth, code=code, version=body.version, changes=_given(body))
    return selectors.branch_rows(request.auth, code=code)[0]


@router.get("/settings", permission=READ, response={200: SettingsOut, **problems()}, operation_id="settings_list")
def list_settings(request: ActorRequest) -> dict[str, Any]:
    """Every setting with what holds, its default and who changed it."""
    return settings_selectors.settings_page(request.auth)


@router.put(
    "/settings",
    permission=MANAGE,
    response={200: SettingsOut, 202: ProposalOut, **problems(Forbidden, StaleVersion, NothingChanges)},
    operation_id="settings_save",
)
def save_settings(request: ActorRequest, body: SettingsSaveIn) -> Any:
    """Change settings for everybody's next request: at once, or of those that guard access, when a second person agrees."""
    return propose_change(request.auth, "settings_save", body, lambda _: settings_selectors.settings_page(request.auth))


@router.get("/settings/revisions", permission=READ, response={200: SettingRevisionsOut, **problems()}, operation_id="settings_revisions")
def list_revisions(request: ActorRequest, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> Page:
    """Saved changes of settings, newest first."""
    return settings_selectors.setting_revision_page(cursor=cursor, limit=limit)


def _unit(request: ActorRequest, code: str) -> dict[str, Any]:
    return selectors.unit_detail(request.auth, selectors.unit_get(request.auth, code))


def _given(body: UnitUpdateIn | BranchUpdateIn) -> dict[str, Any]:
    """What the body names; null means something for a head only."""
    sent = body.dict(exclude_unset=True, exclude={"version"})
    return {name: value for name, value in sent.items() if value is not None or name == "head_user_id"}
