"""Reading the products that cases are about. Their names are shown in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simpul.cases.errors import CaseProductNotFound
from simpul.cases.models import CaseProduct
from simpul.cases.policies import can_manage
from simpul.platform.actor import Actor
from simpul.platform.text import Text


def product_get(code: str, *, lock: bool = False) -> CaseProduct:
    """One product.

    Raises: CaseProductNotFound.
    """
    found = (CaseProduct.objects.select_for_update() if lock else CaseProduct.objects).filter(code=code).first()
    if found is None:
        raise CaseProductNotFound()
    return found


def product_list(*, active: bool | None = None) -> list[CaseProduct]:
    """Products in their order."""
    rows = CaseProduct.objects.all() if active is None else CaseProduct.objects.filter(is_active=active)
    return list(rows.order_by("position", "code"))


def product_label(kept: str) -> str:
    """What a case says its product is: the name behind the code, or what was written before there was a list."""
    found = CaseProduct.objects.filter(code=kept).first() if kept else None
    return str(wording_of(found)) if found else kept


def product_codes() -> dict[str, str]:
    """The code by everything that a case may have kept: the code itself, and either name as it was once written."""
    rows = product_list()
    names = {name.casefold(): row.code for row in reversed(rows) for name in (row.product_name, row.name_en)}
    return names | {row.code: row.code for row in rows}


def product_names() -> dict[str, str]:
    """The names of all products by code, those out of use too."""
    return {row.code: str(wording_of(row)) for row in product_list()}


def product_choices() -> dict[str, str]:
    """The names of the products that can be chosen, by code, in their order."""
    return {row.code: str(wording_of(row)) for row in product_list(active=True)}


def wording_of(row: CaseProduct) -> Text:
    """Its name in both languages."""
    return Text(id=row.product_name, en=row.name_en)


def product_rows(actor: Actor, products: Sequence[CaseProduct]) -> list[Mapping[str, object]]:
    """Products as they are shown."""
    can = {"update": bool(can_manage(actor))}
    return [
        {
            "code": row.code,
            "name": str(wording_of(row)),
            "names": {"id": row.product_name, "en": row.name_en},
            "pack": row.pack or None,
            "position": row.position,
            "is_active": row.is_active,
            "version": row.version,
            "can": can,
        }
        for row in products
    ]
