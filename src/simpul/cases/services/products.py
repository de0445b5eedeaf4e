"""Changing the products that cases are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from simpul.cases.errors import CaseProductExists
from simpul.cases.models import CaseProduct
from simpul.cases.selectors.products import product_get
from simpul.cases.services.recording import changed, refused, require_manager, require_version
from simpul.platform.actor import Actor
from simpul.platform.clock import now

PRODUCT = "CASE_PRODUCT"
_FIELDS = ("product_name", "name_en", "position", "is_active")


@transaction.atomic
def product_create(*, actor: Actor, code: str, values: Mapping[str, Any], pack: str = "") -> CaseProduct:
    """Add a product that cases can be about.

    Raises: Forbidden, CaseProductExists.
    """
    require_manager(actor, PRODUCT, code)
    product = CaseProduct(code=code, pack=pack, version=1, updated_at=now(), updated_by=actor.id, **values)
    try:
        with transaction.atomic():
            product.save(force_insert=True)
    except IntegrityError:
        raise refused(CaseProductExists(), PRODUCT, code) from None
    changed(actor, PRODUCT, code, "CREATE", {}, _values(product))
    return product


@transaction.atomic
def product_update(*, actor: Actor, code: str, version: int, values: Mapping[str, Any]) -> CaseProduct:
    """Change a product's names, its place, or whether it can be chosen; cases that are about it stay so.

    Raises: CaseProductNotFound, Forbidden, StaleVersion.
    """
    require_manager(actor, PRODUCT, code)
    product = product_get(code, lock=True)
    require_version(PRODUCT, code, product.version, version)
    before = _values(product)
    for name, value in values.items():
        setattr(product, name, value)
    if changed(actor, PRODUCT, code, "UPDATE", before, _values(product)):
        product.version, product.updated_at, product.updated_by = product.version + 1, now(), actor.id
        product.save(update_fields=[*_FIELDS, "version", "updated_at", "updated_by"])
    return product


def _values(row: CaseProduct) -> Mapping[str, object]:
    return {name: getattr(row, name) for name in _FIELDS}
