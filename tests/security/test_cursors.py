"""A page marker that we did not write is refused as input by every list."""

from __future__ import annotations

import base64
import importlib
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.test import Client

import simpul
from simpul.customers import searching
from simpul.platform.paging import Keyset
from tests.contract.calls import OPERATIONS, RECIPES, made_world
from tests.contract.matrix import World
from tests.security.test_shapes import SCHEMA
from tests.support.database import undone
from tests.support.scale import part

READERS = ("compliance", "admin", "supervisor_mdn")
# A search takes a marker for the very question alone that it was given for; this is the mark of its order.
_SEARCH = json.loads(base64.urlsafe_b64decode(searching._ORDER.cursor_at(1, UUID(int=7), "abc") + "=="))[0]
BOUND = {"customers_search": _SEARCH, "customers_search_submit": _SEARCH}


def takes_cursor(name: str) -> bool:
    """Whether an operation has a cursor in its address or its body."""
    path, method, _ = OPERATIONS[name]
    found = SCHEMA["paths"][f"/api/v1{path}"][method.lower()]
    if any(parameter["name"] == "cursor" for parameter in found.get("parameters", [])):
        return True
    bodies = [media["schema"].get("$ref", "").rpartition("/")[2] for media in found.get("requestBody", {}).get("content", {}).values()]
    return any("cursor" in SCHEMA["components"]["schemas"].get(body, {}).get("properties", {}) for body in bodies)


LISTS = sorted(name for name in OPERATIONS if takes_cursor(name))


NAMED, ID, MOMENT = "abc", str(UUID(int=7)), "2026-11-22T10:00:00+00:00"
VALUES: list[Any] = [
    NAMED, ID, MOMENT, "2026-11-22", "2026-11-22T10:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "infinity", "\x00", "\ud800", "x" * 5_000,
    "", 0, -1, 7, 2**31, 2**63, 10**40, 1.5, 1e308, True, None, [], {}, ["abc"], {"a": 1},
]  # fmt: skip


def marker(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


COMBINED = [
    *([value] * size for value in VALUES for size in (1, 2, 3)),
    (MOMENT, NAMED), (NAMED, ID), (7, ID), (ID, 7), (MOMENT, 7), (None, ID), (MOMENT, None), (7, MOMENT),
    (MOMENT, 7, NAMED), (NAMED, 7, ID), (7, 7, NAMED), (NAMED, NAMED, 7), (None, NAMED, NAMED), (True, MOMENT, ID), (), (1, 2, 3, 4),
]  # fmt: skip
# Without the mark of an order of ours nothing is taken.
FOREIGN = [
    *(marker(*values) for values in COMBINED),
    "abc", "!!!", "=", "%00", "\x00", "é", "W" * 3_000, base64.urlsafe_b64encode(b"[" * 3_000).decode(),
    base64.urlsafe_b64encode(b"[NaN]").decode(), base64.urlsafe_b64encode(b"[" + b"9" * 5_000 + b"]").decode(), base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    base64.urlsafe_b64encode(b'{"0": 1}').decode(),
]  # fmt: skip
FITTING: dict[Any, Any] = {
    str: "abc",
    int: 1,
    bool: True,
    date: date(2026, 1, 1),
    datetime: datetime(2026, 1, 1, tzinfo=UTC),
    datetime | None: None,
    UUID: UUID(int=7),
}


def orders() -> dict[int, str]:
    """A well-formed position of every order that a module of the product declares, by its mark."""
    for _, domain, _ in pkgutil.iter_modules(simpul.__path__):
        for _, name, _ in pkgutil.walk_packages([f"{simpul.__path__[0]}/{domain}"], f"simpul.{domain}."):
            if ".migrations" not in name and not name.endswith("__main__"):
                importlib.import_module(name)
    declared = [value for name, module in list(sys.modules.items()) if name.startswith("simpul.") for value in vars(module).values()]
    found = [one for value in declared for one in (value.values() if isinstance(value, dict) else [value]) if isinstance(one, Keyset)]
    cursors = [order.cursor_at(*(FITTING[kind] for kind in order.kinds)) for order in found]
    return {json.loads(base64.urlsafe_b64decode(cursor + "=="))[0]: cursor for cursor in cursors}


def ask(browser: Any, name: str, here: World, cursor: str | None) -> Any:
    """Call a list as the authorization matrix does, from a marker on."""
    path, method, _ = OPERATIONS[name]
    recipe = RECIPES[name]
    for parameter, value in {"customer_id": here.customer_id, **here.ids, **recipe.path(here)}.items():
        path = path.replace(f"{{{parameter}}}", str(value))
    body, query = recipe.body(here), recipe.asked(here)
    if method != "GET":
        return browser.api(method, path + query, body | ({} if cursor is None else {"cursor": cursor}))
    return browser.get(f"/api/v1{path}{query}", query_params=None) if cursor is None else browser.get(_address(path, query, cursor))


def _address(path: str, query: str, cursor: str) -> str:
    return f"/api/v1{path}{query}{'&' if query else '?'}{urlencode({'cursor': cursor})}"


@pytest.fixture
def lists(client_of, settings) -> Iterator[Callable[[], Iterator[tuple[str, Callable[[str], Any]]]]]:
    """Each list, with the call that asks it from a marker on as somebody who may read it."""
    settings.ROWS_PER_HOUR = 10_000_000
    here, browsers = made_world("portfolio"), {name: client_of(name) for name in READERS}

    def each() -> Iterator[tuple[str, Callable[[str], Any]]]:
        for name in LISTS:
            reader: Client | None = None
            for browser in browsers.values():
                with undone():
                    if ask(browser, name, here, None).status_code == 200:
                        reader = browser
                        break
            assert reader is not None, name

            def call(cursor: str, name: str = name, reader: Any = reader) -> Any:
                with undone():
                    answer = ask(reader, name, here, cursor)
                assert answer.status_code in (200, 422), (name, cursor[:60], answer.status_code)
                if answer.status_code == 422:
                    assert list(answer.json()["errors"]) == ["cursor"], (name, cursor[:60])
                return answer.status_code

            yield name, call

    return each


def test_every_list_refuses_a_marker_that_is_none_of_ours_by_its_name(lists):
    assert len(LISTS) > 25
    assert [(name, cursor[:60]) for turn, (name, call) in enumerate(lists()) for cursor in part(FOREIGN, turn, 8) if call(cursor) != 422] == []


def test_every_list_takes_the_markers_of_its_own_order_alone_and_in_them_values_of_their_kinds_alone(lists):
    known = orders()
    assert len(known) > 15
    for turn, (name, call) in enumerate(lists()):
        own = [mark for mark, cursor in known.items() if call(cursor) == 200]
        assert len(own) == (0 if name in BOUND else 1), (name, own)
        for mark in own or [BOUND[name]]:
            fitting = json.loads(base64.urlsafe_b64decode(known[mark] + "=="))[1:]
            taken = [values for values in part(COMBINED, turn, 6) if call(marker(mark, *values)) == 200]
            assert [values for values in taken if not all(map(alike, values, fitting)) or len(values) != len(fitting)] == [], name


def alike(value: Any, fitting: Any) -> bool:
    """Whether a value may stand where another one fits: the same sort of word, number or truth."""
    if fitting is None:
        return value in (None, MOMENT)
    if isinstance(fitting, str) and fitting != NAMED:
        return value == (MOMENT if fitting.startswith("2026") else ID)
    return type(value) is type(fitting) and value not in ("\x00", "\ud800", 10**40, 2**63)
