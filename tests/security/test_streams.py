"""Event streams are few for each user, and none of them holds a thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings as configured
from django.core.asgi import get_asgi_application
from django.db import connection

from simpul.platform import streams
from tests.support import people

INBOX, CASES = "/api/v1/inbox/stream", "/api/v1/cases/live"


@pytest.fixture
def cookies(committed: str) -> dict[str, str]:
    """The session cookie of everybody who handles cases, in a database whose commits stay."""
    people.organisation()
    names = ("agent_mdn", "agent_bnj", "call_agent", "supervisor_mdn", "supervisor_bnj", "rm_mdn", "rm_mdn_2", "compliance")
    found = {name: str(people.client(name).cookies[configured.SESSION_COOKIE_NAME].value) for name in names}
    connection.close()
    return found


@asynccontextmanager
async def opened(application: Any, path: str, cookie: str) -> AsyncIterator[int]:
    """A stream through the whole application; gives its status, and the client leaves at the end."""
    first, answered, left = True, asyncio.Event(), asyncio.Event()
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        nonlocal first
        if first:
            first = False
            return {"type": "http.request", "body": b"", "more_body": False}
        await left.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)
        if message["type"] == "http.response.body":
            answered.set()

    headers = [(b"host", b"127.0.0.1"), (b"cookie", f"{configured.SESSION_COOKIE_NAME}={cookie}".encode()), (b"accept", b"text/event-stream")]
    request = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers, "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80)}
    running = asyncio.create_task(application(request, receive, send))
    try:
        await asyncio.wait_for(answered.wait(), 30)
        yield int(sent[0]["status"])
    finally:
        left.set()
        await running


def test_a_sixth_stream_of_one_user_is_refused_until_another_ends(cookies):
    application = get_asgi_application()

    async def play() -> tuple[list[int], int, int, int]:
        cookie = cookies["agent_mdn"]
        async with asyncio.timeout(60):
            managers = [opened(application, (INBOX, CASES)[number % 2], cookie) for number in range(5)]
            statuses = [await each.__aenter__() for each in managers]
            async with opened(application, INBOX, cookie) as sixth, opened(application, INBOX, cookies["rm_mdn"]) as other:
                pass
            await managers[0].__aexit__(None, None, None)
            async with opened(application, CASES, cookie) as again:
                pass
            for each in managers[1:]:
                await each.__aexit__(None, None, None)
        return statuses, sixth, other, again

    assert async_to_sync(play)() == ([200] * 5, 429, 200, 200)


def test_of_thirty_streams_that_one_user_opens_at_once_five_are_answered(cookies):
    application = get_asgi_application()

    async def play() -> list[int]:
        managers = [opened(application, INBOX, cookies["agent_mdn"]) for _ in range(30)]
        statuses = await asyncio.gather(*(each.__aenter__() for each in managers))
        for each in managers:
            await each.__aexit__(None, None, None)
        return sorted(statuses)

    assert async_to_sync(play)() == [200] * 5 + [429] * 25


def test_forty_open_streams_hold_no_thread_each(cookies, monkeypatch):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 600)
    application = get_asgi_application()

    async def play() -> tuple[set[int], int]:
        before = threading.active_count()
        managers = [opened(application, INBOX, cookie) for cookie in cookies.values() for _ in range(5)]
        statuses = {await each.__aenter__() for each in managers}
        more = threading.active_count() - before
        for each in managers:
            await each.__aexit__(None, None, None)
        return statuses, more

    statuses, more = async_to_sync(play)()

    # Looking at the database is done by the few threads that all streams of a process share.
    assert (statuses, more < 20) == ({200}, True), more
