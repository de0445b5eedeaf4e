"""What the operations on products of cases take and give."""

from __future__ import annotations

from collections.abc import Mapping

from ninja import Schema
from pydantic import Field

from simpul.cases.schemas.catalogue import CaseNamesIn, CaseNamesOut, Code, Position
from simpul.platform.schemas import Strict


class CaseProductValuesIn(Strict):
    names: CaseNamesIn
    position: Position = 0
    is_active: bool = True

    def product_columns(self) -> Mapping[str, object]:
        """The columns that these values fill."""
        return {"product_name": self.names.id, "name_en": self.names.en, "position": self.position, "is_active": self.is_active}


class CaseProductIn(CaseProductValuesIn):
    code: Code


class CaseProductUpdateIn(CaseProductValuesIn):
    version: int = Field(ge=1)


class CaseProductOut(Schema):
    code: str
    name: str
    names: CaseNamesOut
    pack: str | None
    position: int
    is_active: bool
    version: int
    can: dict[str, bool] = Field(description="update")


class CaseProductsOut(Schema):
    items: list[CaseProductOut]
