"""What the operations on saved views of lists take and give."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.platform.schemas import Strict

ListKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,39}$")]
ViewName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
FilterName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
FilterValue = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class ListViewsIn(Strict):
    """The list whose views are asked for."""

    list_key: ListKey


class ListViewMarkIn(Strict):
    """What the reader makes of a view."""

    pinned: bool = False
    is_default: bool = False


class ListViewContentIn(ListViewMarkIn):
    """A name, the filters as the address of the page says them, and whether the own branches see it."""

    name: ViewName
    filters: dict[FilterName, FilterValue] = Field(max_length=30)
    shared: bool = False


class ListViewIn(ListViewContentIn):
    """A new view of a list."""

    list_key: ListKey


class ListViewUpdateIn(ListViewContentIn):
    """A changed view, and the version that it was changed from."""

    version: int = Field(ge=1)


class ListViewOwnerOut(Schema):
    id: UUID
    full_name: str


class ListViewCanOut(Schema):
    update: bool
    share: bool
    remove: bool


class ListViewOut(Schema):
    """A saved view; `pinned` and `is_default` are the reader's own marks."""

    id: UUID
    list_key: str
    name: str
    filters: dict[str, str]
    shared: bool
    branches: list[str]
    mine: bool
    owner: ListViewOwnerOut | None
    pinned: bool
    is_default: bool
    version: int
    can: ListViewCanOut


class ListViewsOut(Schema):
    items: list[ListViewOut]
    can_share: bool


class ListViewDeletedOut(Schema):
    removed: bool
