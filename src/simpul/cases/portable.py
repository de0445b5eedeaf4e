"""What of cases travels to another installation: categories, resolution codes, and the limits and service levels in force; drafts stay at home."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter

from simpul.cases.models import CaseCategory, CaseProduct, LegalRules, ResolutionCode, ServiceLevel
from simpul.cases.schemas.catalogue import CategoryValuesIn, Code, ResolutionValuesIn
from simpul.cases.schemas.levels import Key, LegalLimitsIn, LevelPartIn
from simpul.cases.schemas.products import CaseProductValuesIn
from simpul.cases.selectors.levels import in_force, versions_of
from simpul.cases.services.catalogue import category_create, category_update, resolution_create, resolution_update
from simpul.cases.services.levels import legal_publish, level_create, level_publish, level_rename, level_save_draft
from simpul.cases.services.products import product_create, product_update
from simpul.cases.vocabulary import wording
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.portable import Report, Section
from simpul.platform.text import Text

NOTE = "Impor konfigurasi"

_CATEGORY = Text(id="Kategori {name} ditambahkan.", en="The category {name} is added.")
_CATEGORY_CHANGES = Text(id="Kategori {name} diubah.", en="The category {name} changes.")
_RESOLUTION = Text(id="Kode penyelesaian {name} ditambahkan.", en="The resolution code {name} is added.")
_RESOLUTION_CHANGES = Text(id="Kode penyelesaian {name} diubah.", en="The resolution code {name} changes.")
_PRODUCT = Text(id="Produk {name} ditambahkan.", en="The product {name} is added.")
_PRODUCT_CHANGES = Text(id="Produk {name} diubah.", en="The product {name} changes.")
_LAW = Text(id="Batas waktu {name} ditambahkan.", en="The legal time limits {name} are added.")
_LAW_CHANGES = Text(id="Batas waktu {name} diubah, berlaku hari ini.", en="The legal time limits {name} change, from today.")
_LEVEL = Text(id="Kebijakan SLA {name} ditambahkan.", en="The service level {name} is added.")
_LEVEL_CHANGES = Text(id="Kebijakan SLA {name} diubah, berlaku hari ini.", en="The service level {name} changes, from today.")
_DRAFTED = Text(
    id="Ada rancangan yang belum diterbitkan; terbitkan atau buang dahulu.", en="There is a draft that is not published; publish or discard it first."
)
_COMING = Text(id="Ada versi yang baru berlaku kelak; tunggu sampai berlaku.", en="A version takes effect later; wait until it does.")


def sections() -> list[Section]:
    """The five sections, those that others name first."""
    parts: tuple[tuple[int, str, Text, Any, Callable[[], Any], Callable[[Actor, Any, Report], None]], ...] = (
        (80, "case_categories", Text(id="Kategori kasus", en="Case categories"), dict[Code, CategoryValuesIn], _categories, _bring_categories),
        (81, "case_resolutions", Text(id="Kode penyelesaian", en="Resolution codes"), dict[Code, ResolutionValuesIn], _resolutions, _bring_resolutions),
        (86, "case_products", Text(id="Produk kasus", en="Products of cases"), dict[Code, CaseProductValuesIn], _products, _bring_products),
        (82, "legal_rules", Text(id="Batas waktu peraturan", en="Legal time limits"), dict[Key, LegalLimitsIn], _laws, _bring_laws),
        (83, "service_levels", Text(id="Kebijakan SLA", en="Service levels"), dict[Key, LevelPartIn], _levels, _bring_levels),
    )
    return [Section(key, order, title, TypeAdapter(shape), read, bring) for order, key, title, shape, read, bring in parts]


def _categories() -> dict[str, Any]:
    return {row.code: _category(row) for row in CaseCategory.objects.order_by("code")}


def _category(row: CaseCategory) -> dict[str, Any]:
    fields = ("default_sla_hours", "is_sensitive", "needs_review", "unit_code", "position", "is_active")
    names = {"names": {"id": row.category_name, "en": row.name_en}, "parent": row.parent_id}
    return names | {name: getattr(row, name) for name in fields}


def _bring_categories(actor: Actor, content: Mapping[str, CategoryValuesIn], report: Report) -> None:
    """Parents come before their sub-categories, and go out of use after them."""
    there = set(CaseCategory.objects.values_list("code", flat=True))

    def turn(code: str) -> int:
        if content[code].parent is not None:
            return 1
        return 0 if content[code].is_active or code not in there else 2

    for code in sorted(content, key=lambda each: (turn(each), each)):
        given = content[code]
        row = CaseCategory.objects.filter(code=code).first()
        if row is not None and _category(row) == given.model_dump():
            continue
        with report.attempt(f"/{code}"):
            sentence = _CATEGORY if row is None else _CATEGORY_CHANGES
            report.changed(f"/{code}", sentence.format(name=given.names.id), "added" if row is None else "changed")
            if row is None:
                category_create(actor=actor, code=code, values=given.columns())
            else:
                category_update(actor=actor, code=code, version=row.version, values=given.columns())


def _resolutions() -> dict[str, Any]:
    return {row.code: _resolution(row) for row in ResolutionCode.objects.order_by("code")}


def _resolution(row: ResolutionCode) -> dict[str, Any]:
    return {"names": {"id": row.resolution_name, "en": row.name_en}, "position": row.position, "is_active": row.is_active}


def _bring_resolutions(actor: Actor, content: Mapping[str, ResolutionValuesIn], report: Report) -> None:
    """What comes into use comes first: one code stays in use all the time."""
    for code, given in sorted(content.items(), key=lambda each: (not each[1].is_active, each[0])):
        row = ResolutionCode.objects.filter(code=code).first()
        if row is not None and _resolution(row) == given.model_dump():
            continue
        with report.attempt(f"/{code}"):
            sentence = _RESOLUTION if row is None else _RESOLUTION_CHANGES
            report.changed(f"/{code}", sentence.format(name=given.names.id), "added" if row is None else "changed")
            if row is None:
                resolution_create(actor=actor, code=code, values=given.columns())
            else:
                resolution_update(actor=actor, code=code, version=row.version, values=given.columns())


def _products() -> Mapping[str, object]:
    return {row.code: _product(row) for row in CaseProduct.objects.order_by("code")}


def _product(row: CaseProduct) -> Mapping[str, object]:
    return {"names": {"id": row.product_name, "en": row.name_en}, "position": row.position, "is_active": row.is_active}


def _bring_products(actor: Actor, content: Mapping[str, CaseProductValuesIn], report: Report) -> None:
    for code, given in sorted(content.items()):
        row = CaseProduct.objects.filter(code=code).first()
        if row is not None and _product(row) == given.model_dump():
            continue
        with report.attempt(f"/{code}"):
            sentence = _PRODUCT if row is None else _PRODUCT_CHANGES
            report.changed(f"/{code}", sentence.format(name=given.names.id), "added" if row is None else "changed")
            if row is None:
                product_create(actor=actor, code=code, values=given.product_columns())
            else:
                product_update(actor=actor, code=code, version=row.version, values=given.product_columns())


def _laws() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in LegalRules.objects.filter(effective_from__lte=today()).order_by("key", "-number"):
        found.setdefault(row.key, _law(row))
    return found


def _law(row: LegalRules) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("title", "source", "calendar", "verbal_days", "written_days", "extension_days", "pause_cap_days")}


def _bring_laws(actor: Actor, content: Mapping[str, LegalLimitsIn], report: Report) -> None:
    for key, given in content.items():
        newest = LegalRules.objects.filter(key=key).order_by("-number").first()
        if newest is not None and newest.effective_from > today():
            report.refused(f"/{key}", _COMING)
            continue
        if newest is not None and _law(newest) == given.model_dump():
            continue
        with report.attempt(f"/{key}"):
            sentence = _LAW if newest is None else _LAW_CHANGES
            report.changed(f"/{key}", sentence.format(name=given.title.id), "added" if newest is None else "changed")
            number = newest.number if newest else 0
            legal_publish(actor=actor, key=key, number=number, values=given.model_dump(), effective_from=today(), note=NOTE)


def _levels() -> dict[str, Any]:
    rows = ((row, in_force(versions_of(row), today())) for row in ServiceLevel.objects.order_by("key"))
    return {row.key: {"title": row.title, "content": version.content} for row, version in rows if version}


def _bring_levels(actor: Actor, content: Mapping[str, LevelPartIn], report: Report) -> None:
    """Those that give categories up come before those that take them."""
    held = _levels()

    def gives_up(key: str) -> bool:
        kept = {rule.category for rule in content[key].content.rules}
        return any(rule["category"] not in kept for rule in held.get(key, {"content": {"rules": []}})["content"]["rules"])

    for key in sorted(content, key=lambda each: (not gives_up(each), each)):
        given, row = content[key].model_dump(), ServiceLevel.objects.filter(key=key).first()
        if held.get(key) == given:
            continue
        versions = versions_of(row) if row else []
        if row is not None and (row.draft is not None or (versions and versions[0].effective_from > today())):
            report.refused(f"/{key}", _DRAFTED if row.draft is not None else _COMING)
            continue
        with report.attempt(f"/{key}"):
            sentence = _LEVEL if row is None else _LEVEL_CHANGES
            report.changed(f"/{key}", sentence.format(name=str(wording(given["title"]))), "added" if row is None else "changed")
            if row is None:
                row = level_create(actor=actor, key=key, title=given["title"])
            elif row.title != given["title"]:
                row = level_rename(actor=actor, key=key, title=given["title"], version=row.revision)
            if held.get(key, {}).get("content") != given["content"]:
                row = level_save_draft(actor=actor, key=key, raw=given["content"], version=row.revision)
                level_publish(actor=actor, key=key, version=row.revision, effective_from=today(), note=NOTE)
