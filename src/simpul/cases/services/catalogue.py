"""Changing categories and resolution codes."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from simpul.cases.errors import CategoryExists, LastResolution, ResolutionExists
from simpul.cases.models import CaseCategory, ResolutionCode
from simpul.cases.selectors.catalogue import category_get, resolution_get, units
from simpul.cases.services.recording import changed, facts, refused, require_manager, require_version
from simpul.cases.services.sensitivity import sensitivity_follow
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

CATEGORY, RESOLUTION = "CASE_CATEGORY", "CASE_RESOLUTION"
_FIELDS = ("category_name", "name_en", "parent_id", "default_sla_hours", "is_sensitive", "needs_review", "unit_code", "position", "is_active")
_RESOLUTION_FIELDS = ("resolution_name", "name_en", "position", "is_active")

_NO_PARENT = Text(id="Kategori induk ini tidak ada.", en="This parent category does not exist.")
_TWO_LEVELS = Text(id="Subkategori tidak dapat menjadi induk, dan induk tidak dapat menjadi subkategori.", en="There are two levels of categories, no more.")
_SENSITIVE = Text(id="Subkategori dari kategori sensitif juga sensitif.", en="What belongs to a sensitive category is sensitive.")
_IN_USE_BELOW = Text(id="Hentikan dahulu pemakaian subkategorinya: {names}.", en="Take its sub-categories out of use first: {names}.")
_UNUSED_ABOVE = Text(
    id="Kategori induknya tidak dipakai. Pakai dahulu induknya, atau pilih induk lain.",
    en="Its parent category is not in use. Bring the parent into use first, or choose another one.",
)
_NO_UNIT = Text(id="Unit ini tidak ada.", en="This unit does not exist.")


@transaction.atomic
def category_create(*, actor: Actor, code: str, values: dict[str, Any], pack: str = "") -> CaseCategory:
    """Add a category; cases can be opened in it once a service level covers it.

    Raises: Forbidden, CategoryExists, Invalid.
    """
    require_manager(actor, CATEGORY, code)
    category = CaseCategory(code=code, pack=pack, version=1, updated_at=now(), updated_by=actor.id, **values)
    _check(category, {})
    try:
        with transaction.atomic():
            category.save(force_insert=True)
    except IntegrityError:
        raise refused(CategoryExists(), CATEGORY, code) from None
    changed(actor, CATEGORY, code, "CREATE", {}, _values(category, _FIELDS))
    return category


@transaction.atomic
def category_update(*, actor: Actor, code: str, version: int, values: dict[str, Any]) -> CaseCategory:
    """Change a category; one that becomes sensitive takes its sub-categories and the papers of its cases with it.

    What has sub-categories in use stays in use.

    Raises: CategoryNotFound, Forbidden, StaleVersion, Invalid.
    """
    require_manager(actor, CATEGORY, code)
    category = category_get(code, lock=True)
    require_version(CATEGORY, code, category.version, version)
    before = _values(category, _FIELDS)
    for name, value in values.items():
        setattr(category, name, value)
    _check(category, before)
    if changed(actor, CATEGORY, code, "UPDATE", before, _values(category, _FIELDS)):
        _save(actor, category, _FIELDS)
        if category.is_sensitive != before["is_sensitive"]:
            below = CaseCategory.objects.filter(parent_id=code).values_list("code", flat=True) if category.is_sensitive else []
            sensitivity_follow([code, *below], sensitive=category.is_sensitive)
    return category


@transaction.atomic
def resolution_create(*, actor: Actor, code: str, values: dict[str, Any]) -> ResolutionCode:
    """Add a code for how cases end.

    Raises: Forbidden, ResolutionExists.
    """
    require_manager(actor, RESOLUTION, code)
    resolution = ResolutionCode(code=code, version=1, updated_at=now(), updated_by=actor.id, **values)
    try:
        with transaction.atomic():
            resolution.save(force_insert=True)
    except IntegrityError:
        raise refused(ResolutionExists(), RESOLUTION, code) from None
    changed(actor, RESOLUTION, code, "CREATE", {}, _values(resolution, _RESOLUTION_FIELDS))
    return resolution


@transaction.atomic
def resolution_update(*, actor: Actor, code: str, version: int, values: dict[str, Any]) -> ResolutionCode:
    """Change a code's names, its place, or whether it is in use.

    Raises: ResolutionNotFound, Forbidden, StaleVersion, LastResolution.
    """
    require_manager(actor, RESOLUTION, code)
    # All of them are locked, so that two who take one out of use each see the other.
    used = {row.code for row in ResolutionCode.objects.select_for_update().order_by("code") if row.is_active}
    resolution = resolution_get(code)
    require_version(RESOLUTION, code, resolution.version, version)
    before = _values(resolution, _RESOLUTION_FIELDS)
    for name, value in values.items():
        setattr(resolution, name, value)
    if not resolution.is_active and used <= {code}:
        raise refused(LastResolution(), RESOLUTION, code)
    if changed(actor, RESOLUTION, code, "UPDATE", before, _values(resolution, _RESOLUTION_FIELDS)):
        _save(actor, resolution, _RESOLUTION_FIELDS)
    return resolution


def _check(category: CaseCategory, before: dict[str, Any]) -> None:
    """Raises: Invalid for a parent or unit that cannot be, and for a sub-category in use whose parent would not be."""
    wrong: dict[str, Text] = {}
    moved = (category.is_active, category.parent_id) != (before.get("is_active"), before.get("parent_id"))
    if category.parent_id is not None:
        parent = CaseCategory.objects.filter(code=category.parent_id).first()
        if parent is None:
            wrong["parent"] = _NO_PARENT
        elif parent.parent_id is not None or parent.code == category.code or CaseCategory.objects.filter(parent_id=category.code).exists():
            wrong["parent"] = _TWO_LEVELS
        elif parent.is_sensitive and not category.is_sensitive:
            wrong["is_sensitive"] = _SENSITIVE
        elif moved and category.is_active and not parent.is_active:
            wrong["is_active"] = _UNUSED_ABOVE
    if moved and not category.is_active and (below := CaseCategory.objects.filter(parent_id=category.code, is_active=True).order_by("position", "code")):
        wrong["is_active"] = _IN_USE_BELOW.format(names=", ".join(str(Text(id=one.category_name, en=one.name_en)) for one in below))
    if category.unit_code is not None and category.unit_code not in units():
        wrong["unit_code"] = _NO_UNIT
    if wrong:
        raise Invalid(wrong).recorded_as(**facts(CATEGORY, category.code))


def _values(row: CaseCategory | ResolutionCode, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


def _save(actor: Actor, row: CaseCategory | ResolutionCode, fields: tuple[str, ...]) -> None:
    row.version, row.updated_at, row.updated_by = row.version + 1, now(), actor.id
    row.save(update_fields=[*fields, "version", "updated_at", "updated_by"])
