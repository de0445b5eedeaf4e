"""Segments, products and kinds of relationships over HTTP."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Path, Schema
from pydantic import Field, StringConstraints

from simpul.customers import code_lists, codes
from simpul.customers.errors import CodeExists, CodeNotFound, DefaultSegmentStays
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.schemas import Strict

router = Router()

MANAGES = needs("configuration", Act.MANAGE)
ListName = Literal["SEGMENT", "PRODUCT", "RELATIONSHIP"]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
CodePath = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
CodeName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"^[^\x00-\x1f<>]+$")]


class CodeNamesIn(Strict):
    id: CodeName
    en: CodeName


class CodeValuesIn(Strict):
    names: CodeNamesIn
    position: Annotated[int, Field(ge=0, le=999)] = 0
    is_active: bool = True

    def columns(self) -> dict[str, Any]:
        """The columns that these values fill."""
        return {"name_id": self.names.id, "name_en": self.names.en, "position": self.position, "is_active": self.is_active}


class CodeIn(CodeValuesIn):
    list: ListName
    code: Code


class CodeUpdateIn(CodeValuesIn):
    version: int = Field(ge=1)


class CodeNamesOut(Schema):
    id: str
    en: str


class CodeOut(Schema):
    list: ListName
    code: str
    name: str
    names: CodeNamesOut
    position: int
    is_active: bool
    version: int
    can: dict[str, bool] = Field(description="update")


class CodesOut(Schema):
    items: list[CodeOut]


@router.get("/customer-codes", permission=SIGNED_IN, response={200: CodesOut, **problems()}, operation_id="customer_codes_list")
def list_codes(request: ActorRequest) -> dict[str, Any]:
    """The codes of all three lists with their names, those out of use as well: customers may still have them."""
    return {"items": codes.code_rows(request.auth, codes.code_list())}


@router.post("/customer-codes", permission=MANAGES, response={201: CodeOut, **problems(Forbidden, CodeExists)}, operation_id="customer_codes_create")
def create_code(request: ActorRequest, body: CodeIn) -> dict[str, Any]:
    """Add a code to a list."""
    row = code_lists.code_create(actor=request.auth, list_key=body.list, code=body.code, values=body.columns())
    return codes.code_rows(request.auth, [row])[0]


@router.put(
    "/customer-codes/{list_key}/{code}",
    permission=MANAGES,
    response={200: CodeOut, **problems(CodeNotFound, Forbidden, StaleVersion, DefaultSegmentStays)},
    operation_id="customer_codes_update",
)
def update_code(request: ActorRequest, list_key: ListName, code: CodePath, body: CodeUpdateIn) -> dict[str, Any]:
    """Change a code's names, its place, or whether it is in use."""
    row = code_lists.code_update(actor=request.auth, list_key=list_key, code=code, version=body.version, values=body.columns())
    return codes.code_rows(request.auth, [row])[0]
