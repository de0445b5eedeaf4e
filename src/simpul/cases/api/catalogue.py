"""Categories, resolution codes and packs over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path

from simpul.cases.errors import CategoryExists, CategoryNotFound, LastResolution, PackNotFound, ResolutionExists, ResolutionNotFound
from simpul.cases.models import CaseCategory, ResolutionCode
from simpul.cases.schemas.catalogue import (
    CategoriesOut,
    CategoryIn,
    CategoryOut,
    CategoryUpdateIn,
    PackApplyIn,
    PacksOut,
    ResolutionIn,
    ResolutionOut,
    ResolutionsOut,
    ResolutionUpdateIn,
)
from simpul.cases.selectors import catalogue as selectors
from simpul.cases.services import catalogue as services
from simpul.cases.services import packs
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Permission, Router, needs, problems

router = Router()

CategoryCode = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
ResolutionCodeName = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
PackKey = Annotated[str, Path(pattern=r"^[a-z]{2,20}$")]
HANDLES: Permission = needs("case", Act.READ, Act.CREATE)
MANAGES: Permission = needs("configuration", Act.MANAGE)
READS: Permission = needs("configuration", Act.READ, Act.MANAGE)


@router.get("/case-categories", permission=HANDLES, response={200: CategoriesOut, **problems()}, operation_id="case_categories_list")
def list_categories(request: ActorRequest) -> dict[str, Any]:
    """The categories in which cases can be opened, each followed by its sub-categories."""
    return {"items": selectors.category_rows(request.auth, selectors.category_list(active=True))}


@router.get("/case-categories/all", permission=READS, response={200: CategoriesOut, **problems()}, operation_id="case_categories_all")
def all_categories(request: ActorRequest) -> dict[str, Any]:
    """All categories, those out of use too, for who configures them."""
    return {"items": selectors.category_rows(request.auth, selectors.category_list())}


@router.post("/case-categories", permission=MANAGES, response={201: CategoryOut, **problems(Forbidden, CategoryExists)}, operation_id="case_categories_create")
def create_category(request: ActorRequest, body: CategoryIn) -> dict[str, Any]:
    """Add a category."""
    return _category(request, services.category_create(actor=request.auth, code=body.code, values=body.columns()))


@router.put(
    "/case-categories/{code}",
    permission=MANAGES,
    response={200: CategoryOut, **problems(CategoryNotFound, Forbidden, StaleVersion)},
    operation_id="case_categories_update",
)
def update_category(request: ActorRequest, code: CategoryCode, body: CategoryUpdateIn) -> dict[str, Any]:
    """Change a category; its code stays."""
    return _category(request, services.category_update(actor=request.auth, code=code, version=body.version, values=body.columns()))


@router.get("/case-packs", permission=READS, response={200: PacksOut, **problems()}, operation_id="case_packs_list")
def list_packs(request: ActorRequest) -> dict[str, Any]:
    """The packs of categories that this release brings."""
    return {"items": selectors.pack_rows()}


@router.post("/case-packs/{key}/apply", permission=MANAGES, response={200: PacksOut, **problems(PackNotFound, Forbidden)}, operation_id="case_packs_apply")
def apply_pack(request: ActorRequest, key: PackKey, body: PackApplyIn) -> dict[str, Any]:
    """Bring in a pack; what is there stays as it was made."""
    packs.pack_apply(actor=request.auth, key=key, only=body.only)
    return {"items": selectors.pack_rows()}


@router.get("/case-resolutions", permission=HANDLES, response={200: ResolutionsOut, **problems()}, operation_id="case_resolutions_list")
def list_resolutions(request: ActorRequest) -> dict[str, Any]:
    """The codes with which cases are closed."""
    return {"items": selectors.resolution_rows(request.auth, selectors.resolution_list(active=True))}


@router.get("/case-resolutions/all", permission=READS, response={200: ResolutionsOut, **problems()}, operation_id="case_resolutions_all")
def all_resolutions(request: ActorRequest) -> dict[str, Any]:
    """All codes, those out of use too, for who configures them."""
    return {"items": selectors.resolution_rows(request.auth, selectors.resolution_list())}


@router.post(
    "/case-resolutions", permission=MANAGES, response={201: ResolutionOut, **problems(Forbidden, ResolutionExists)}, operation_id="case_resolutions_create"
)
def create_resolution(request: ActorRequest, body: ResolutionIn) -> dict[str, Any]:
    """Add a code."""
    return _resolution(request, services.resolution_create(actor=request.auth, code=body.code, values=body.columns()))


@router.put(
    "/case-resolutions/{code}",
    permission=MANAGES,
    response={200: ResolutionOut, **problems(ResolutionNotFound, Forbidden, StaleVersion, LastResolution)},
    operation_id="case_resolutions_update",
)
def update_resolution(request: ActorRequest, code: ResolutionCodeName, body: ResolutionUpdateIn) -> dict[str, Any]:
    """Change a code's names, its place, or whether it is in use."""
    return _resolution(request, services.resolution_update(actor=request.auth, code=code, version=body.version, values=body.columns()))


def _category(request: ActorRequest, category: CaseCategory) -> dict[str, Any]:
    return selectors.category_rows(request.auth, [category])[0]


def _resolution(request: ActorRequest, resolution: ResolutionCode) -> dict[str, Any]:
    return selectors.resolution_rows(request.auth, [resolution])[0]
