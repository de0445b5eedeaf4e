"""The operations on forecasts, on the sales tab of a customer, and on what the organisation edits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from ninja import Path, Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.sales.errors import (
    LastSalesReason,
    LeadCustomerNotFound,
    SalesReasonExists,
    SalesReasonNotFound,
    StageNotFound,
)
from simpul.sales.schemas.reports import (
    CustomerSalesOut,
    ForecastIn,
    ForecastOut,
    OpportunityStageOut,
    OpportunityStagesOut,
    OpportunityStageUpdateIn,
    SalesProductsOut,
    SalesReasonIn,
    SalesReasonOut,
    SalesReasonsOut,
    SalesReasonUpdateIn,
)
from simpul.sales.schemas.shared import StageName
from simpul.sales.selectors import catalogue
from simpul.sales.selectors.customer import customer_sales
from simpul.sales.selectors.forecast import forecast_figures
from simpul.sales.services import catalogue as changing
from simpul.sales.vocabulary import CONFIGURATION, RESOURCE

router = Router()
_READ = needs(RESOURCE, Act.READ)
_MANAGE = needs(CONFIGURATION, Act.MANAGE)
_CONFIGURES = needs(CONFIGURATION, Act.READ, Act.MANAGE)
ReasonPath = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]


@router.get(
    "/sales/forecast",
    permission=_READ,
    response={200: ForecastOut, **problems()},
    operation_id="forecasts_get",
)
def get_forecast(request: ActorRequest, asked: Query[ForecastIn]) -> Mapping[str, Any]:
    """What is expected to close by month, and the win rate of relationship managers and branches; numbers alone."""
    return forecast_figures(actor=request.auth, branch=asked.branch, assigned_to=asked.assigned_to, months=asked.months)


@router.get(
    "/sales/stages",
    permission=_READ,
    response={200: OpportunityStagesOut, **problems()},
    operation_id="opportunity_stages_list",
)
def list_stages(request: ActorRequest) -> Mapping[str, Any]:
    """The stages of opportunities in their order."""
    return {"items": catalogue.stage_rows(request.auth)}


@router.get(
    "/sales/stages/all",
    permission=_CONFIGURES,
    response={200: OpportunityStagesOut, **problems()},
    operation_id="opportunity_stages_all",
)
def list_all_stages(request: ActorRequest) -> Mapping[str, Any]:
    """The same for who configures them."""
    return {"items": catalogue.stage_rows(request.auth)}


@router.put(
    "/sales/stages/{stage}",
    permission=_MANAGE,
    response={200: OpportunityStageOut, **problems(StageNotFound, Forbidden, StaleVersion)},
    operation_id="opportunity_stages_update",
)
def update_stage(request: ActorRequest, stage: StageName, body: OpportunityStageUpdateIn) -> Mapping[str, Any]:
    """Change a stage's names, probability or place; open opportunities in it take the new probability."""
    values = {
        "name_id": body.names.id,
        "name_en": body.names.en,
        "probability": body.probability,
        "position": body.position,
        "is_active": body.is_active,
    }
    changed = changing.stage_update(actor=request.auth, stage=stage, version=body.version, values=values)
    return catalogue.stage_row(request.auth, changed)


@router.get(
    "/sales/reasons",
    permission=_READ,
    response={200: SalesReasonsOut, **problems()},
    operation_id="sales_reasons_list",
)
def list_reasons(request: ActorRequest) -> Mapping[str, Any]:
    """The reasons with which leads and opportunities can be closed."""
    return {"items": catalogue.reason_rows(request.auth, active=True)}


@router.get(
    "/sales/reasons/all",
    permission=_CONFIGURES,
    response={200: SalesReasonsOut, **problems()},
    operation_id="sales_reasons_all",
)
def list_all_reasons(request: ActorRequest) -> Mapping[str, Any]:
    """All reasons, those out of use too, for who configures them."""
    return {"items": catalogue.reason_rows(request.auth)}


@router.post(
    "/sales/reasons",
    permission=_MANAGE,
    response={201: SalesReasonOut, **problems(Forbidden, SalesReasonExists)},
    operation_id="sales_reasons_create",
)
def create_reason(request: ActorRequest, body: SalesReasonIn) -> Mapping[str, Any]:
    """Add a reason."""
    values = _reason_values(body.names.id, body.names.en, body.position, body.is_active)
    made = changing.reason_create(actor=request.auth, code=body.code, outcome=body.outcome, values=values)
    return catalogue.reason_row(request.auth, made)


@router.put(
    "/sales/reasons/{code}",
    permission=_MANAGE,
    response={
        200: SalesReasonOut,
        **problems(SalesReasonNotFound, Forbidden, StaleVersion, LastSalesReason),
    },
    operation_id="sales_reasons_update",
)
def update_reason(request: ActorRequest, code: ReasonPath, body: SalesReasonUpdateIn) -> Mapping[str, Any]:
    """Change a reason's names, its place, or whether it can be chosen; its code and outcome stay."""
    values = _reason_values(body.names.id, body.names.en, body.position, body.is_active)
    changed = changing.reason_update(actor=request.auth, code=code, version=body.version, values=values)
    return catalogue.reason_row(request.auth, changed)


def _reason_values(name_id: str, name_en: str, position: int, is_active: bool) -> Mapping[str, Any]:
    return {"name_id": name_id, "name_en": name_en, "position": position, "is_active": is_active}


@router.get(
    "/sales/products",
    permission=needs(RESOURCE, Act.READ, Act.CREATE),
    response={200: SalesProductsOut, **problems()},
    operation_id="sales_products_list",
)
def list_products(request: ActorRequest) -> Mapping[str, Any]:
    """The products that a lead or an opportunity can be about."""
    return {"items": catalogue.product_rows()}


@router.get(
    "/customers/{uuid:customer_id}/sales",
    permission=_READ,
    response={200: CustomerSalesOut, **problems(LeadCustomerNotFound)},
    operation_id="customer_sales_get",
)
def get_customer_sales(request: ActorRequest, customer_id: UUID) -> Mapping[str, Any]:
    """The lifecycle stage, the leads and the opportunities of a customer."""
    return customer_sales(actor=request.auth, customer_id=customer_id)
