"""Bodies are bounded before anything reads them."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from simpul.config.bodies import BoundedBodies, limit_of


def ask(path: str, pieces: list[bytes], *, length: str | None = None, language: str = "id") -> tuple[list[dict[str, Any]], int]:
    """The messages sent back, and how many bytes the application was given."""
    given, sent = 0, []
    waiting = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces] + [{"type": "http.request", "body": b"", "more_body": False}]
    headers = [(b"accept-language", language.encode())] + ([(b"Content-Length", length.encode())] if length is not None else [])

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    async def application(scope: Any, receive: Any, send: Any) -> None:
        nonlocal given
        while (message := await receive())["type"] == "http.request":
            given += len(message["body"])
            if not message["more_body"]:
                await send({"type": "http.response.start", "status": 200, "headers": []})
                return

    asyncio.run(BoundedBodies(application)({"type": "http", "method": "POST", "path": path, "headers": headers}, receive, send))
    return sent, given


@pytest.fixture(autouse=True)
def _bounds(settings: Any) -> None:
    settings.MAX_UPLOAD_BYTES, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000, 1_000


def test_only_an_upload_may_carry_a_file() -> None:
    assert limit_of("POST", "/api/v1/documents") == 100_000 + 65_536
    for method, path in (("PUT", "/api/v1/documents"), ("POST", "/api/v1/documents/1/hide"), ("POST", "/_allauth/x"), ("POST", "/api/v1/documents/../x")):
        assert limit_of(method, path) == 1_000


@pytest.mark.parametrize("length", ["1001", "99999999999999", "-1", "satu"])
def test_an_announced_length_beyond_the_bound_is_refused_unread(length: str) -> None:
    sent, given = ask("/api/v1/customers/search", [b"x" * 100], length=length)

    assert (sent[0]["status"], given) == (413, 0)
    told = json.loads(sent[1]["body"])
    assert (told["code"], told["title"]) == ("too_large", "Kiriman terlalu besar")
    assert dict(sent[0]["headers"])[b"content-type"] == b"application/problem+json"


def test_a_body_that_announces_nothing_is_counted_while_it_comes() -> None:
    sent, given = ask("/api/v1/customers/search", [b"x" * 600] * 5, language="en")

    assert (sent[0]["status"], given) == (413, 600)
    assert json.loads(sent[1]["body"])["title"] == "The request is too large"


def test_what_fits_passes_untouched() -> None:
    sent, given = ask("/api/v1/documents", [b"x" * 50_000, b"x" * 50_000], length="100000")

    assert (sent[0]["status"], given) == (200, 100_000)
