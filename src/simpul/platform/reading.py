"""How much of a request is read: fewer bytes and fields of somebody unknown than of a person who is signed in."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser as NinjaParser

from simpul.platform.errors import Invalid, TooLarge
from simpul.platform.text import Text

PUBLIC_BYTES = 16 * 1024
PUBLIC_KEYS = 200
SIGNED_IN_KEYS = 50_000

_TOO_MANY = Text(id="Isi permintaan memuat lebih dari {most} isian.", en="The request body has more than {most} fields.")
_UNREADABLE = Text(id="Isi permintaan tidak dapat dibaca sebagai JSON.", en="The request body is not readable JSON.")


def public_body_check(request: HttpRequest) -> None:
    """Look at the body of somebody unknown before anything else does; one that is no JSON is left to whoever reads it.

    Raises: TooLarge, Invalid for too many fields or too deep a nesting.
    """
    if len(request.body) > PUBLIC_BYTES:
        raise TooLarge()
    try:
        _read(request.body, PUBLIC_KEYS)
    except ValueError:
        return
    except RecursionError:
        raise Invalid({"body": _UNREADABLE}) from None


def _read(body: bytes, most: int) -> Any:
    """The JSON of a body whose objects have no more than so many fields together.

    Raises: Invalid, ValueError, RecursionError.
    """
    count = 0

    def count_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal count
        count += len(pairs)
        if count > most:
            raise Invalid({"body": _TOO_MANY.format(most=most)})
        return dict(pairs)

    return json.loads(body, object_pairs_hook=count_keys)


class Parser(NinjaParser):
    """Reads bodies of operations within bounds."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body as JSON.

        Raises: TooLarge, Invalid for too many fields, ValueError.
        """
        is_public = getattr(request, "is_public_operation", False)
        if is_public and len(request.body) > PUBLIC_BYTES:
            raise TooLarge()
        return _read(request.body, PUBLIC_KEYS if is_public else SIGNED_IN_KEYS)
