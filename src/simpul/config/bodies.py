"""Request bodies are bounded before anything reads them: by their announced length, and while they come."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from typing import Any

from django.conf import settings

from simpul.platform import streams
from simpul.platform.errors import DomainError, Invalid, TooLarge
from simpul.platform.http import operations
from simpul.platform.ids import uuid7
from simpul.platform.reading import PUBLIC_BYTES
from simpul.platform.text import Text, speaking

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]  # Django types the three more narrowly than ASGI does

_API = "/api/v1"
_HOOKS = re.compile(r"/hooks/messages/[a-z][a-z0-9_-]{1,39}")
_UPLOADS = re.compile(r"/api/v1/documents/?")
# What a form adds to its file: boundaries, names, the other fields.
_ENVELOPE = 64 * 1024
# Who asks for too much without being known waits a moment for the answer, and holds neither thread nor connection meanwhile: a program that
# tries as fast as it is answered then costs as little as one that tries slowly.
PAUSE_SECONDS = 0.25
_UNREADABLE = Text(id="Isi permintaan tidak dikirim dengan benar.", en="The request body was not sent properly.")


@cache
def _public_operations() -> frozenset[tuple[str, str]]:
    """Method and path of every operation that is open to everybody; none of them has a parameter in its path."""
    from simpul.config.api import api

    return frozenset((method, f"{_API}{path}") for path, method, operation in operations(api) if operation.permission.kind == "PUBLIC")


def limit_of(method: str, path: str) -> int:
    """How many bytes a request may carry.

    An upload as much as a file may have, an operation for people who are signed in what a form may, a report of a
    provider as much as providers send, and all else that is open to everybody little.
    """
    largest = int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    if method == "POST" and _UPLOADS.fullmatch(path):
        return int(settings.MAX_UPLOAD_BYTES) + _ENVELOPE
    if method == "POST" and _HOOKS.fullmatch(path):
        return largest  # its signature is the proof
    return min(PUBLIC_BYTES, largest) if is_public(method, path) else largest


def is_public(method: str, path: str) -> bool:
    """Whether an address is open to everybody."""
    return not path.startswith(_API) or (method, path.rstrip("/")) in _public_operations()


class BoundedBodies:
    """Answer 413 to a request that is too large, without waiting for the rest of it, and 422 to one whose body the server cannot read."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting its body."""
        if scope["type"] != "http":
            await self.application(scope, receive, send)
            return
        headers = {bytes(name).lower(): bytes(value) for name, value in scope["headers"]}
        most, patient = limit_of(scope["method"], scope["path"]), is_public(scope["method"], scope["path"])
        announced = headers.get(b"content-length", b"0")
        if not announced.isdigit() or int(announced) > most:
            await asyncio.sleep(PAUSE_SECONDS if patient else 0)
            await _refuse(headers, send, TooLarge())
            return
        count, whole, begun = 0, False, False
        refusal: DomainError | None = None

        async def counted() -> Message:
            nonlocal count, whole, refusal
            message = await receive()
            if message["type"] == "http.disconnect" and not whole:
                # Either the caller is gone, and nobody reads this, or the server could not make out the body that came.
                refusal = refusal or Invalid({"body": _UNREADABLE})
            if message["type"] == "http.request":
                count += len(message.get("body", b""))
                whole = not message.get("more_body", False)
                if count > most:
                    refusal = TooLarge()
                    return {"type": "http.disconnect"}
            return message

        async def noticed(message: Message) -> None:
            nonlocal begun
            begun = True
            if patient and message.get("status") in (413, 429):
                await streams.detach()
                await asyncio.sleep(PAUSE_SECONDS)
            await send(message)

        await self.application(scope, counted, noticed)
        if refusal is not None and not begun:
            await _refuse(headers, send, refusal)


async def _refuse(headers: dict[bytes, bytes], send: Send, refusal: DomainError) -> None:
    request_id = str(uuid7())
    with speaking(headers.get(b"accept-language", b"").decode("latin-1")):
        title = str(refusal.title)
        fields = {name: [str(message)] for name, message in refusal.fields.items()} if isinstance(refusal, Invalid) else None
    code, status = refusal.code(), refusal.status
    told = {"type": f"urn:simpul:error:{code}", "title": title, "status": status, "code": code, "detail": title, "request_id": request_id}
    body = json.dumps(told | ({"errors": fields} if fields else {})).encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"application/problem+json"),
                (b"content-length", str(len(body)).encode()),
                (b"x-content-type-options", b"nosniff"),
                (b"cache-control", b"no-store"),
                (b"x-request-id", request_id.encode()),
                (b"connection", b"close"),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
