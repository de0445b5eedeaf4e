"""Bringing in what a release ships: a pack's categories and service level, resolution codes and legal limits."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from simpul.cases.models import CaseCategory, CaseProduct, LegalRules, ResolutionCode, ServiceLevel
from simpul.cases.packs import DEFAULT, common, pack_keys, pack_read
from simpul.cases.selectors.levels import level_get, versions_of
from simpul.cases.services.catalogue import category_create, category_update, resolution_create
from simpul.cases.services.levels import legal_publish, level_create, level_publish, level_save_draft
from simpul.cases.services.products import product_create, product_update
from simpul.cases.services.recording import require_manager
from simpul.platform.actor import Actor
from simpul.platform.clock import today

PACK = "CASE_PACK"


@transaction.atomic
def install(*, actor: Actor) -> None:
    """Give a new installation its codes, limits and the categories of a bank; one that has categories keeps its own."""
    for position, one in enumerate(common()["resolutions"], start=1):
        if not ResolutionCode.objects.filter(code=one["code"]).exists():
            resolution_create(
                actor=actor,
                code=one["code"],
                values={"resolution_name": one["name"]["id"], "name_en": one["name"]["en"], "position": position, "is_active": True},
            )
    for one in common()["legal_rules"]:
        if not LegalRules.objects.filter(key=one["key"]).exists():
            values = {name: value for name, value in one.items() if name != "key"}
            legal_publish(actor=actor, key=one["key"], number=0, values=values, effective_from=today(), note="")
    if not CaseCategory.objects.exists():
        pack_apply(actor=actor, key=DEFAULT, only=False)
    elif not CaseProduct.objects.exists():
        used = set(CaseCategory.objects.filter(is_active=True).values_list("pack", flat=True))
        for key in pack_keys():
            if key in used:
                _products(actor, key, only=False)


@transaction.atomic
def pack_apply(*, actor: Actor, key: str, only: bool) -> None:
    """Bring in the pack's categories and products, and a service level for those that none covers; what is there stays as it was made.

    With `only`, categories and products of other packs are taken out of use, sub-categories before what they belong to. Applying a pack
    again changes nothing.

    Raises: PackNotFound, Forbidden, Invalid while one of another pack has sub-categories in use that are the organisation's own.
    """
    require_manager(actor, PACK, key)
    pack = pack_read(key)
    standing = {row.code: row for row in CaseCategory.objects.select_for_update().order_by("code")}
    for position, one in enumerate(pack["categories"], start=1):
        row = standing.get(one["code"])
        if row is None:
            category_create(actor=actor, code=one["code"], values=_values(one, position), pack=key)
        elif not row.is_active:
            category_update(actor=actor, code=row.code, version=row.version, values={"is_active": True})
    brought = {one["code"] for one in pack["categories"]}
    for row in sorted(standing.values(), key=lambda each: each.parent_id is None):
        if only and row.is_active and row.pack not in ("", key) and row.code not in brought:
            category_update(actor=actor, code=row.code, version=row.version, values={"is_active": False})
    _products(actor, key, only=only)
    _promise(actor, pack["service_level"])


def _products(actor: Actor, key: str, *, only: bool) -> None:
    """The pack's products; with `only`, those of other packs go out of use."""
    standing = {row.code: row for row in CaseProduct.objects.select_for_update().order_by("code")}
    brought = pack_read(key)["products"]
    for position, one in enumerate(brought, start=1):
        row = standing.get(one["code"])
        if row is None:
            names = {"product_name": one["name"]["id"], "name_en": one["name"]["en"]}
            product_create(actor=actor, code=one["code"], values={**names, "position": position, "is_active": True}, pack=key)
        elif not row.is_active:
            product_update(actor=actor, code=row.code, version=row.version, values={"is_active": True})
    for row in standing.values():
        if only and row.is_active and row.pack not in ("", key) and row.code not in {one["code"] for one in brought}:
            product_update(actor=actor, code=row.code, version=row.version, values={"is_active": False})


def _values(one: dict[str, Any], position: int) -> dict[str, Any]:
    return {
        "category_name": one["name"]["id"],
        "name_en": one["name"]["en"],
        "parent_id": one["parent"],
        "default_sla_hours": 72,
        "is_sensitive": one["sensitive"],
        "needs_review": one["review"],
        "unit_code": None,
        "position": position,
        "is_active": True,
    }


def _promise(actor: Actor, shipped: dict[str, Any]) -> None:
    """The pack's service level, unless it is here, for the categories that no other covers."""
    if ServiceLevel.objects.filter(key=shipped["key"]).exists():
        return
    covered = {rule["category"] for level in ServiceLevel.objects.all() for version in versions_of(level)[:1] for rule in version.content["rules"]}
    rules = [rule for rule in shipped["content"]["rules"] if rule["category"] not in covered]
    if not rules:
        return
    level_create(actor=actor, key=shipped["key"], title=shipped["title"], shipped=True)
    level_save_draft(actor=actor, key=shipped["key"], raw={**shipped["content"], "rules": rules}, version=1)
    level_publish(actor=actor, key=shipped["key"], version=level_get(shipped["key"]).revision, effective_from=today(), note="")
