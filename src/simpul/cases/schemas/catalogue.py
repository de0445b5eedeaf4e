"""What the operations on categories and resolution codes take and give."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.cases.schemas.cases import CaseUnitOut
from simpul.platform.schemas import Strict

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"^[^\x00-\x1f<>]+$")]
UnitCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9_-]{1,19}$")]
Hours = Annotated[int, Field(ge=1, le=8760)]
Position = Annotated[int, Field(ge=0, le=999)]


class CaseNamesIn(Strict):
    id: Name
    en: Name


class CategoryValuesIn(Strict):
    """`unit_code` is the unit that handles it; `default_sla_hours` is what a new rule for it is created with."""

    names: CaseNamesIn
    parent: Code | None = None
    default_sla_hours: Hours = 72
    is_sensitive: bool = False
    needs_review: bool = False
    unit_code: UnitCode | None = None
    position: Position = 0
    is_active: bool = True

    def columns(self) -> dict[str, Any]:
        """The columns that these values fill."""
        kept = CategoryValuesIn.model_fields.keys() - {"names", "parent"}
        return {name: getattr(self, name) for name in sorted(kept)} | {"category_name": self.names.id, "name_en": self.names.en, "parent_id": self.parent}


class CategoryIn(CategoryValuesIn):
    code: Code


class CategoryUpdateIn(CategoryValuesIn):
    version: int = Field(ge=1)


class ResolutionValuesIn(Strict):
    names: CaseNamesIn
    position: Position = 0
    is_active: bool = True

    def columns(self) -> dict[str, Any]:
        """The columns that these values fill."""
        return {"resolution_name": self.names.id, "name_en": self.names.en, "position": self.position, "is_active": self.is_active}


class ResolutionIn(ResolutionValuesIn):
    code: Code


class ResolutionUpdateIn(ResolutionValuesIn):
    version: int = Field(ge=1)


class PackApplyIn(Strict):
    """`only` takes the categories of other packs out of use."""

    only: bool = False


class CaseNamesOut(Schema):
    id: str
    en: str


class CategoryOut(Schema):
    """`covered`: a service level in force covers it, so that cases can be opened."""

    code: str
    name: str
    names: CaseNamesOut
    parent: str | None
    default_sla_hours: int
    is_sensitive: bool
    needs_review: bool
    unit: CaseUnitOut | None
    pack: str | None
    position: int
    is_active: bool
    covered: bool
    version: int
    can: dict[str, bool] = Field(description="update")


class CategoriesOut(Schema):
    items: list[CategoryOut]


class ResolutionOut(Schema):
    code: str
    name: str
    names: CaseNamesOut
    position: int
    is_active: bool
    version: int
    can: dict[str, bool] = Field(description="update")


class ResolutionsOut(Schema):
    items: list[ResolutionOut]


class PackOut(Schema):
    key: str
    title: str
    categories: int
    in_use: int


class PacksOut(Schema):
    items: list[PackOut]
