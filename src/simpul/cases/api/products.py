"""The products of cases over HTTP; those that can be chosen are among the options of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from ninja import Path

from simpul.cases.api.catalogue import MANAGES, READS
from simpul.cases.errors import CaseProductExists, CaseProductNotFound
from simpul.cases.models import CaseProduct
from simpul.cases.schemas.products import CaseProductIn, CaseProductOut, CaseProductsOut, CaseProductUpdateIn
from simpul.cases.selectors.products import product_list, product_rows
from simpul.cases.services.products import product_create, product_update
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, problems

router = Router()
CaseProductCode = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]


@router.get("/case-products", permission=READS, response={200: CaseProductsOut, **problems()}, operation_id="case_products_list")
def list_products(request: ActorRequest) -> Mapping[str, object]:
    """All products, those out of use too, for who configures them."""
    return {"items": product_rows(request.auth, product_list())}


@router.post(
    "/case-products", permission=MANAGES, response={201: CaseProductOut, **problems(Forbidden, CaseProductExists)}, operation_id="case_products_create"
)
def create_product(request: ActorRequest, body: CaseProductIn) -> Mapping[str, object]:
    """Add a product that cases can be about."""
    return _product(request, product_create(actor=request.auth, code=body.code, values=body.product_columns()))


@router.put(
    "/case-products/{code}",
    permission=MANAGES,
    response={200: CaseProductOut, **problems(CaseProductNotFound, Forbidden, StaleVersion)},
    operation_id="case_products_update",
)
def update_product(request: ActorRequest, code: CaseProductCode, body: CaseProductUpdateIn) -> Mapping[str, object]:
    """Change a product's names, its place, or whether it can be chosen; its code stays."""
    return _product(request, product_update(actor=request.auth, code=code, version=body.version, values=body.product_columns()))


def _product(request: ActorRequest, product: CaseProduct) -> Mapping[str, object]:
    return product_rows(request.auth, [product])[0]
