"""Reading the lists that the organisation keeps itself: segments, products, and kinds of relationships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from simpul.customers.errors import CodeNotFound
from simpul.customers.models import CustomerCode
from simpul.customers.policies import can_manage_codes
from simpul.customers.vocabulary import CodeList
from simpul.iam.public import branches
from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.workflow.public import Choice


def code_list(list_key: str | None = None) -> list[CustomerCode]:
    """All codes in their order, those out of use as well."""
    rows = CustomerCode.objects.all() if list_key is None else CustomerCode.objects.filter(list_key=list_key)
    return list(rows.order_by("list_key", "position", "code"))


def code_get(list_key: str, code: str, *, lock: bool = False) -> CustomerCode:
    """One code.

    Raises: CodeNotFound.
    """
    rows = CustomerCode.objects.select_for_update() if lock else CustomerCode.objects
    found = rows.filter(list_key=list_key, code=code).first()
    if found is None:
        raise CodeNotFound()
    return found


def codes_in_use(list_key: str) -> tuple[str, ...]:
    """The codes that may be chosen from now on, in their order."""
    return tuple(CustomerCode.objects.filter(list_key=list_key, is_active=True).order_by("position", "code").values_list("code", flat=True))


def code_is_known(list_key: str, code: str) -> bool:
    """Whether there is such a code, in use or not."""
    return CustomerCode.objects.filter(list_key=list_key, code=code).exists()


def segment_name(code: str | None) -> str:
    """A segment's name in the reader's language, in use or not; the code where it has no name."""
    row = CustomerCode.objects.filter(list_key=CodeList.SEGMENT, code=code).first() if code else None
    return str(Text(id=row.name_id, en=row.name_en)) if row else code or ""


def code_rows(actor: Actor, codes: Sequence[CustomerCode]) -> list[dict[str, Any]]:
    """Codes as they are shown, named in the reader's language."""
    can = {"update": bool(can_manage_codes(actor))}
    return [
        {
            "list": row.list_key,
            "code": row.code,
            "name": str(Text(id=row.name_id, en=row.name_en)),
            "names": {"id": row.name_id, "en": row.name_en},
            "position": row.position,
            "is_active": row.is_active,
            "version": row.version,
            "can": can,
        }
        for row in codes
    ]


class LiveChoices(Sequence[Choice]):
    """Choices of a field of rules as they are when somebody looks."""

    def read_choices(self) -> list[Choice]:
        """The choices that there are now."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self.read_choices())

    def __iter__(self) -> Iterator[Choice]:
        return iter(self.read_choices())

    @overload
    def __getitem__(self, place: int) -> Choice: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Choice]: ...
    def __getitem__(self, place: int | slice) -> Choice | Sequence[Choice]:
        return self.read_choices()[place]


class CodeChoices(LiveChoices):
    """The codes of one list as choices."""

    def __init__(self, list_key: str) -> None:
        self._list_key = list_key

    def read_choices(self) -> list[Choice]:
        """The codes of the list, those out of use as well, since customers may have them."""
        return [Choice(row.code, Text(id=row.name_id, en=row.name_en)) for row in code_list(self._list_key)]


class BranchChoices(LiveChoices):
    """The branches as choices."""

    def read_choices(self) -> list[Choice]:
        """All branches, named as everywhere."""
        return [Choice(branch.code, Text(id=branch.name, en=branch.name)) for branch in branches().values()]
