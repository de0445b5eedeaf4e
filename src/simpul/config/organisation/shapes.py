"""The shape of what is brought from a file: that of the operations, each fault in words."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from simpul.iam.schemas.organisation import BranchCreateIn, UnitCreateIn
from simpul.iam.schemas.users import UserCreateIn

_CODE = "a code has 2 to 20 capital letters, digits, - and _"
_REASONS = {
    "username": "a user name has 3 to 60 small letters, digits, dots, - and _",
    "full_name": "a full name has 2 to 120 letters",
    "email": "an e-mail address looks like siti@bank.example",
    "language": "the language is id or en",
    "roles": "a role is named by its key, such as AGENT",
    "scopes": "a branch or unit is named by its code, such as MDN",
    "code": _CODE,
    "name": "a name is missing or too long",
    "city": "a city has at most 80 letters",
    "phone": "a phone has digits, blanks, + - ( ) only",
    "time_zone": "the time zone is WIB, WITA, WIT or a name such as Asia/Makassar",
}
_ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


class Wrong(Exception):
    """Values that cannot be right, each with its reason."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def person(**values: Any) -> dict[str, Any]:
    """User name, full name, e-mail address and language as they are stored.

    Raises: Wrong.
    """
    found = _checked(UserCreateIn, {**values, "username": str(values["username"]).lower(), "email": values.get("email") or None})
    return {name: found[name] for name in ("username", "full_name", "email", "language")}


def user(*, roles: tuple[str, ...], branches: tuple[str, ...], units: tuple[str, ...], **values: Any) -> dict[str, Any]:
    """A person with roles and the codes of branches and units.

    Raises: Wrong.
    """
    places = [{"scope_type": kind, "code": code} for kind, codes in (("BRANCH", branches), ("UNIT", units)) for code in codes]
    given = {**values, "username": str(values["username"]).lower(), "email": values.get("email") or None, "roles": list(roles), "scopes": places}
    found = _checked(UserCreateIn, given)
    return {**{name: found[name] for name in ("username", "full_name", "email", "language", "roles")}, "branches": branches, "units": units}


def branch(values: dict[str, str]) -> dict[str, Any]:
    """A branch by the columns that a file has.

    Raises: Wrong.
    """
    given = {name: value for name, value in values.items() if name != "time_zone" or value}
    if "time_zone" in given:
        given["time_zone"] = _ZONES.get(given["time_zone"].upper(), given["time_zone"])
    return {name: value for name, value in _checked(BranchCreateIn, given).items() if name in given}


def unit(code: str, name: str) -> dict[str, Any]:
    """A unit.

    Raises: Wrong.
    """
    return _checked(UnitCreateIn, {"code": code, "name": name})


def _checked(shape: type[BaseModel], values: dict[str, Any]) -> dict[str, Any]:
    try:
        return shape.model_validate(values).model_dump()
    except ValidationError as error:
        places = dict.fromkeys(str(fault["loc"][0]) for fault in error.errors())
        raise Wrong([f"{_REASONS.get(place, place + ' is not valid')}" for place in places]) from None
