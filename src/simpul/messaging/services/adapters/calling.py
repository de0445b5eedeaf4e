"""Calls to providers over HTTP: a batch at once on kept connections, each with what came of it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx

from simpul.messaging.services.adapters.base import Handed, Outcome, address_problem

_LANES = 16
_ONE = httpx.Limits(max_connections=1, max_keepalive_connections=1)


@dataclass(frozen=True)
class Call:
    """One request of a batch, with a body in JSON or as it is."""

    url: str
    headers: Mapping[str, str]
    json: Mapping[str, Any] | None = None
    content: bytes | None = None


@cache
def trusted_roots() -> ssl.SSLContext:
    """Whose certificates are believed, read once: reading them anew takes longer than a batch of calls."""
    return httpx.create_ssl_context(trust_env=False)


def call_all(calls: Sequence[Call | Handed], judge: Callable[[httpx.Response], Handed], *, timeout_seconds: float) -> list[Handed]:
    """Make the calls, some at once, and judge the answers in order; what was decided before its call stays as it is.

    No connection, and no time to get one, mean that nothing was taken; whatever breaks after that leaves the outcome unknown.
    """
    return asyncio.run(_call_all(calls, judge, timeout_seconds))


async def _call_all(calls: Sequence[Call | Handed], judge: Callable[[httpx.Response], Handed], timeout_seconds: float) -> list[Handed]:
    """Lanes side by side, each with a connection of its own: one pool of many connections looks through all of them at every call."""
    handed: dict[int, Handed] = {}
    waiting = iter(enumerate(calls))

    async def work_lane() -> None:
        async with httpx.AsyncClient(timeout=timeout_seconds, limits=_ONE, follow_redirects=False, trust_env=False, verify=trusted_roots()) as client:
            for place, call in waiting:
                handed[place] = call if isinstance(call, Handed) else await _make_call(client, call, judge, timeout_seconds)

    await asyncio.gather(*(work_lane() for _ in range(min(_LANES, len(calls)))))
    return [handed[place] for place in range(len(calls))]


async def _make_call(client: httpx.AsyncClient, call: Call, judge: Callable[[httpx.Response], Handed], timeout_seconds: float) -> Handed:
    if address_problem(call.url):
        return Handed(Outcome.STOPPED, reason="ADDRESS")
    try:
        # The provider's own pace is bounded as well: an answer that trickles in ends too.
        async with asyncio.timeout(2 * timeout_seconds):
            return judge(await client.post(call.url, headers=dict(call.headers), json=call.json, content=call.content))
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
        return Handed(Outcome.LATER, reason="NO_CONNECTION")
    except httpx.InvalidURL:
        return Handed(Outcome.STOPPED, reason="ADDRESS")
    except Exception:
        return Handed(Outcome.UNKNOWN, reason="NO_ANSWER")


def wait_of(response: httpx.Response) -> float | None:
    """How long the provider asks to wait, in seconds, an hour at most."""
    written = response.headers.get("Retry-After", "")
    return min(3_600.0, float(written)) if written.isascii() and written.isdigit() else None


def judge_status(response: httpx.Response, protocol: str) -> Handed:
    """What a status means where the provider says nothing better. 503 is an answer before anything was taken; other faults of a server may come after."""
    reason = f"{protocol}_{response.status_code}"
    if response.status_code in (429, 503):
        return Handed(Outcome.LATER, reason=reason, wait_seconds=wait_of(response))
    if response.status_code in (401, 402, 403):
        return Handed(Outcome.STOPPED, reason=reason)
    return Handed(Outcome.REFUSED if 400 <= response.status_code < 500 else Outcome.UNKNOWN, reason=reason)
