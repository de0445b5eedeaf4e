"""A page marker that we did not write is refused as input by every list."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.test import Client

from tests.contract.calls import OPERATIONS, RECIPES, made_world
from tests.contract.matrix import World
from tests.security.test_shapes import SCHEMA
from tests.support.database import undone

READERS = ("compliance", "admin", "supervisor_mdn")
# What no list is ordered by.
NEVER: list[Any] = ["\x00", "\ud800", True, 1.5, 1e308, 10**40, [], {}, ["abc"], {"a": 1}]


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


HOSTILE = [
    *(marker(*[value] * size) for value in VALUES for size in (1, 2, 3)),
    *(marker(*pair) for pair in ((MOMENT, NAMED), (NAMED, ID), (7, ID), (ID, 7), (MOMENT, 7), (None, ID), (MOMENT, None), (7, MOMENT))),
    *(marker(*three) for three in ((MOMENT, 7, NAMED), (NAMED, 7, ID), (7, 7, NAMED), (NAMED, NAMED, 7), (None, NAMED, NAMED), (True, MOMENT, ID))),
    marker(), marker(1, 2, 3, 4), "abc", "!!!", "=", "%00", "\x00", "é", "W" * 3_000, base64.urlsafe_b64encode(b"[" * 3_000).decode(),
    base64.urlsafe_b64encode(b"[NaN]").decode(), base64.urlsafe_b64encode(b"[" + b"9" * 5_000 + b"]").decode(), base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    base64.urlsafe_b64encode(b'{"0": 1}').decode(),
]  # fmt: skip


SURELY = {marker(*[value] * size) for value in NEVER for size in (1, 2, 3)} | set(HOSTILE[-14:])


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


def test_every_list_refuses_a_hostile_marker_by_its_name(client_of, settings):
    settings.ROWS_PER_HOUR = 10_000_000
    here, browsers = made_world("portfolio"), {name: client_of(name) for name in READERS}
    wrong: dict[str, list[Any]] = {}
    assert len(LISTS) > 25
    for name in LISTS:
        browser: Client | None = None
        for each in browsers.values():
            with undone():
                if ask(each, name, here, None).status_code == 200:
                    browser = each
                    break
        assert browser is not None, name
        for cursor in HOSTILE:
            with undone():
                answer = ask(browser, name, here, cursor)
            refused = answer.status_code == 422 and list(answer.json()["errors"]) == ["cursor"]
            if not refused and (answer.status_code != 200 or cursor in SURELY):
                wrong.setdefault(name, []).append((cursor if len(cursor) < 90 else cursor[:40], answer.status_code))
    assert wrong == {}
