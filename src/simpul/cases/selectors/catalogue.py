"""Reading categories and resolution codes. Their names are shown in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simpul.cases.errors import CategoryNotFound, ResolutionNotFound
from simpul.cases.models import CaseCategory, ResolutionCode
from simpul.cases.packs import pack_keys, pack_read
from simpul.cases.policies import can_manage
from simpul.cases.vocabulary import wording
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.platform.text import Text


def category_get(code: str, *, lock: bool = False) -> CaseCategory:
    """One category.

    Raises: CategoryNotFound.
    """
    found = (CaseCategory.objects.select_for_update() if lock else CaseCategory.objects).filter(code=code).first()
    if found is None:
        raise CategoryNotFound()
    return found


def with_children(codes: Sequence[str]) -> list[str]:
    """These categories and the sub-categories of them."""
    rows = query("SELECT category_code FROM crm.case_categories WHERE category_code = ANY (%(codes)s) OR parent_code = ANY (%(codes)s)", {"codes": list(codes)})
    return sorted({*codes, *(row["category_code"] for row in rows)})


def resolution_get(code: str) -> ResolutionCode:
    """One resolution code.

    Raises: ResolutionNotFound.
    """
    found = ResolutionCode.objects.filter(code=code).first()
    if found is None:
        raise ResolutionNotFound()
    return found


def category_list(*, active: bool | None = None) -> list[CaseCategory]:
    """Categories, each followed by its sub-categories."""
    rows = CaseCategory.objects.all() if active is None else CaseCategory.objects.filter(is_active=active)
    places = {row.code: row.position for row in rows}
    return sorted(
        rows, key=lambda row: (places.get(row.parent_id or row.code, 0), row.parent_id or row.code, row.parent_id is not None, row.position, row.code)
    )


def resolution_list(*, active: bool | None = None) -> list[ResolutionCode]:
    """Resolution codes in their order."""
    rows = ResolutionCode.objects.all() if active is None else ResolutionCode.objects.filter(is_active=active)
    return list(rows.order_by("position", "code"))


def units() -> dict[str, str]:
    """The units that may handle categories, by code."""
    return {row["unit_code"]: row["name"] for row in query("SELECT unit_code, name FROM iam.units ORDER BY unit_code", {})}


def category_rows(actor: Actor, categories: list[CaseCategory]) -> list[dict[str, Any]]:
    """Categories as they are shown; `covered` says whether a service level in force covers them."""
    names, covered, can = units(), covered_categories(), {"update": bool(can_manage(actor))}
    return [
        {
            "code": row.code,
            "name": str(Text(id=row.category_name, en=row.name_en)),
            "names": {"id": row.category_name, "en": row.name_en},
            "parent": row.parent_id,
            "default_sla_hours": row.default_sla_hours,
            "is_sensitive": row.is_sensitive,
            "needs_review": row.needs_review,
            "unit": {"code": row.unit_code, "name": names.get(row.unit_code, row.unit_code)} if row.unit_code else None,
            "pack": row.pack or None,
            "position": row.position,
            "is_active": row.is_active,
            "covered": row.code in covered or row.parent_id in covered,
            "version": row.version,
            "can": can,
        }
        for row in categories
    ]


def resolution_rows(actor: Actor, resolutions: list[ResolutionCode]) -> list[dict[str, Any]]:
    """Resolution codes as they are shown."""
    can = {"update": bool(can_manage(actor))}
    return [
        {
            "code": row.code,
            "name": str(Text(id=row.resolution_name, en=row.name_en)),
            "names": {"id": row.resolution_name, "en": row.name_en},
            "position": row.position,
            "is_active": row.is_active,
            "version": row.version,
            "can": can,
        }
        for row in resolutions
    ]


def covered_categories() -> set[str]:
    """The categories that a service level in force today names."""
    rows = query(
        """SELECT DISTINCT rule ->> 'category' AS code FROM (
               SELECT DISTINCT ON (policy_id) content FROM crm.sla_policy_versions
               WHERE effective_from <= %(today)s ORDER BY policy_id, number DESC) v,
           jsonb_array_elements(v.content -> 'rules') rule""",
        {"today": today()},
    )
    return {row["code"] for row in rows}


def pack_rows() -> list[dict[str, Any]]:
    """The packs that this release brings, and how many of their categories are here and in use."""
    standing = {row.code: row.is_active for row in CaseCategory.objects.all()}
    found = []
    for key in pack_keys():
        pack = pack_read(key)
        codes = [category["code"] for category in pack["categories"]]
        found.append({"key": key, "title": str(wording(pack["title"])), "categories": len(codes), "in_use": sum(standing.get(code, False) for code in codes)})
    return found
