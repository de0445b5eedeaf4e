"""Calls to providers over HTTP: a batch at once on kept connections, each with what came of it."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import aiohttp
import certifi

from simpul.messaging.services.adapters.base import Handed, Outcome, address_problem

_AT_ONCE = 16


@dataclass(frozen=True)
class Call:
    """One request of a batch, with a body in JSON or as it is."""

    url: str
    headers: Mapping[str, str]
    json: Mapping[str, Any] | None = None
    content: bytes | None = None


@dataclass(frozen=True)
class Answer:
    """What a provider answered, read to its end."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        """The body as a document. Raises: ValueError."""
        return json.loads(self.content)


@cache
def trusted_roots() -> ssl.SSLContext:
    """Whose certificates are believed, read once: reading them anew takes longer than a batch of calls."""
    return ssl.create_default_context(cafile=certifi.where())


def call_all(calls: Sequence[Call | Handed], judge: Callable[[Answer], Handed], *, timeout_seconds: float) -> list[Handed]:
    """Make the calls, some at once, and judge the answers in order; what was decided before its call stays as it is.

    No connection, and no time to get one, mean that nothing was taken; whatever breaks after that leaves the outcome unknown.
    """
    return asyncio.run(_call_all(calls, judge, timeout_seconds))


async def _call_all(calls: Sequence[Call | Handed], judge: Callable[[Answer], Handed], timeout_seconds: float) -> list[Handed]:
    handed: dict[int, Handed] = {}
    waiting = iter(enumerate(calls))
    limits = aiohttp.ClientTimeout(total=2 * timeout_seconds, sock_connect=timeout_seconds, sock_read=timeout_seconds)
    connector = aiohttp.TCPConnector(limit=_AT_ONCE, ssl=trusted_roots())
    async with aiohttp.ClientSession(connector=connector, timeout=limits, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False) as session:

        async def work_lane() -> None:
            for place, call in waiting:
                handed[place] = call if isinstance(call, Handed) else await _make_call(session, call, judge)

        await asyncio.gather(*(work_lane() for _ in range(min(_AT_ONCE, len(calls)))))
    return [handed[place] for place in range(len(calls))]


async def _make_call(session: aiohttp.ClientSession, call: Call, judge: Callable[[Answer], Handed]) -> Handed:
    """One call. The library repeats no POST by itself, whatever becomes of its connection."""
    if address_problem(call.url):
        return Handed(Outcome.STOPPED, reason="ADDRESS")
    body = {"json": call.json} if call.json is not None else {"data": call.content}
    try:
        async with session.post(call.url, headers=dict(call.headers), allow_redirects=False, **body) as response:
            return judge(Answer(response.status, response.headers, await response.read()))
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        return Handed(Outcome.LATER, reason="NO_CONNECTION")
    except aiohttp.InvalidURL:
        return Handed(Outcome.STOPPED, reason="ADDRESS")
    except Exception:
        return Handed(Outcome.UNKNOWN, reason="NO_ANSWER")


def wait_of(response: Answer) -> float | None:
    """How long the provider asks to wait, in seconds, an hour at most."""
    written = response.headers.get("Retry-After", "")
    return min(3_600.0, float(written)) if written.isascii() and written.isdigit() else None


def judge_status(response: Answer, protocol: str) -> Handed:
    """What a status means where the provider says nothing better. 503 is an answer before anything was taken; other faults of a server may come after."""
    reason = f"{protocol}_{response.status_code}"
    if response.status_code in (429, 503):
        return Handed(Outcome.LATER, reason=reason, wait_seconds=wait_of(response))
    if response.status_code in (401, 402, 403):
        return Handed(Outcome.STOPPED, reason=reason)
    return Handed(Outcome.REFUSED if 400 <= response.status_code < 500 else Outcome.UNKNOWN, reason=reason)
