"""The inbox as it happens: what a stream tells, when it ends, and what it holds meanwhile."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import psycopg
import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection

from simpul.messaging import live
from simpul.platform import streams
from simpul.platform.db import execute, query, scope
from simpul.platform.notifier import notify
from tests.support import people
from tests.support.database import ADMIN, rows

Lines = AsyncIterator[str]


@pytest.fixture
def reader(committed: str) -> Iterator[tuple[Any, str]]:
    """A signed-in agent: the actor and the key of the session, in a database whose commits stay."""
    people.organisation()
    browser = people.client("agent_mdn")
    yield people.actor("agent_mdn"), str(browser.session.session_key)
    connection.close()


def tell(name: str = "satu") -> None:
    with scope(people.actor("admin")):
        notify("tests.told", [people.user_id("agent_mdn")], subject_type="USER", subject_id="x", name=name)
    connection.close()


async def next_event(lines: Lines, seconds: float = 30) -> tuple[str, dict[str, Any]]:
    """The next event that is no heartbeat, as its name and data."""
    async with asyncio.timeout(seconds):
        while True:
            fields = dict(line.split(": ", 1) for line in (await anext(lines)).splitlines() if ": " in line and not line.startswith(":"))
            if "event" in fields:
                return fields["event"], json.loads(fields["data"])


def streaming(reader: tuple[Any, str], play: Callable[[Lines], Any], known: str = "") -> Any:
    """Run the play against a stream of the reader."""

    async def run() -> Any:
        lines = live.stream(actor=reader[0], session_key=reader[1], known=known)
        try:
            return await play(lines)
        finally:
            await lines.aclose()

    return async_to_sync(run)()


def test_a_notice_is_told_by_its_commit(reader, monkeypatch):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 600)  # no look in between finds it

    async def play(lines: Lines) -> tuple[Any, Any]:
        first = await next_event(lines)
        await listening()
        await sync_to_async(tell)()
        return first, await next_event(lines)

    first, second = streaming(reader, play)

    assert (first[0], first[1]["unread"]) == ("inbox", 0)
    assert (second[0], second[1]["unread"]) == ("inbox", 1)


def test_who_comes_back_with_what_was_seen_hears_only_what_is_new(reader, monkeypatch):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.2)
    seen = streaming(reader, next_event)[1]["mark"]

    async def play(lines: Lines) -> list[str]:
        return [await anext(lines) for _ in range(3)]

    assert streaming(reader, play, known=seen) == ["retry: 3000\n\n", ": \n\n", ": \n\n"]
    tell()
    assert streaming(reader, next_event, known=seen)[1]["unread"] == 1


@pytest.mark.parametrize(
    "ending",
    [
        "DELETE FROM iam.django_session",
        "UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'agent_mdn'",
        "DELETE FROM iam.user_roles WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn')",
    ],
    ids=["signed out", "suspended", "role withdrawn"],
)
def test_a_stream_ends_with_the_session_or_the_right_to_read(reader, monkeypatch, ending):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.2)

    def end() -> None:
        with rows():
            execute(ending)
        connection.close()

    async def play(lines: Lines) -> tuple[Any, list[str]]:
        await next_event(lines)
        await sync_to_async(end)()
        return await next_event(lines), [line async for line in lines]

    assert streaming(reader, play) == (("end", {}), [])


def test_a_session_that_idles_ends_although_a_stream_is_open(reader, monkeypatch, settings):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.2)

    async def play(lines: Lines) -> Any:
        await next_event(lines)
        settings.SESSION_IDLE_SECONDS = 1
        return await next_event(lines)

    assert streaming(reader, play) == ("end", {})


def test_opening_a_stream_does_not_keep_a_session_alive(committed):
    people.organisation()
    browser = people.client("agent_mdn")
    browser.api("GET", "/inbox/summary")
    session = browser.session
    session["simpul_seen"] = earlier = int(time.time()) - 120
    session.save()

    answer = browser.get("/api/v1/inbox/stream", headers={"Accept": "text/event-stream"})
    after_stream = browser.session["simpul_seen"]
    browser.api("GET", "/inbox/summary")

    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "text/event-stream", "no-store")
    assert after_stream == earlier
    assert browser.session["simpul_seen"] > earlier


def connections() -> list[str]:
    """What the other connections to this database asked last."""
    name, mine = query("SELECT current_database() AS name, pg_backend_pid() AS pid")[0].values()
    with psycopg.connect(ADMIN) as admin:
        # Without the server's own, such as a vacuum that happens to run.
        asked = "SELECT query FROM pg_stat_activity WHERE datname = %s AND pid <> %s AND backend_type = 'client backend'"
        return [row[0] for row in admin.execute(asked, (name, mine)).fetchall()]


async def listening() -> None:
    """Until the process listens."""
    async with asyncio.timeout(30):
        while not any(asked.startswith("LISTEN") for asked in await sync_to_async(connections)()):
            await asyncio.sleep(0.05)


def test_a_waiting_stream_holds_one_listening_connection_for_all_and_no_other(reader):
    async def play(lines: Lines) -> Any:
        others = [live.stream(actor=reader[0], session_key=reader[1], known="") for _ in range(20)]
        for each in (lines, *others):
            await next_event(each)
        await listening()
        found = await sync_to_async(connections)()
        for each in others:
            await each.aclose()
        return found

    assert streaming(reader, play) == ["; ".join(f"LISTEN {each}" for each in sorted(streams._channels))]


def test_a_lost_listening_connection_is_opened_again_and_nothing_is_missed(reader):
    def cut() -> None:
        name = query("SELECT current_database() AS name")[0]["name"]
        with psycopg.connect(ADMIN) as admin:
            cut = admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%' AND datname = %s", (name,)).fetchall()
        assert cut == [(True,)]
        tell("sementara tidak ada yang mendengar")

    async def play(lines: Lines) -> Any:
        await next_event(lines)
        await listening()
        await sync_to_async(cut)()
        return await next_event(lines)

    assert streaming(reader, play)[1]["unread"] == 1
