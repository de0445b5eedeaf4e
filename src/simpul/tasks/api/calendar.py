"""The address that calendar programs read without signing in, with its key as the proof."""

# scaffold: leave out (the whole file)
from __future__ import annotations

import re
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from simpul.audit.public import Action, record
from simpul.iam.public import actor_for, anonymous_actor, system_identity
from simpul.platform import ratelimit
from simpul.platform.actor import Act, Actor
from simpul.platform.db import execute, scope
from simpul.platform.errors import NotFound, RateLimited
from simpul.platform.refusing import render
from simpul.platform.text import speaking
from simpul.tasks.models import CalendarFeed
from simpul.tasks.policies import RESOURCE, SUBJECT
from simpul.tasks.selectors.feeds import feed_by_key, feed_content
from simpul.tasks.services.feeds import feed_read

# Keys are guessed by trying many, so wrong ones are limited by address; a feed has its own limit.
_WRONG_AN_HOUR, _READS_AN_HOUR, _HOUR = 30, 120, 3_600
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")


@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """The open tasks of whoever made the feed, as they are allowed to see them now.

    A wrong key, a revoked one and one of a suspended person are answered alike.
    """
    wrong = f"calendar_wrong:{anonymous_actor(request).ip}"
    tries = ratelimit.level(wrong, capacity=_WRONG_AN_HOUR, seconds=_HOUR)
    if not tries.allowed:
        return render(request, RateLimited(tries.retry_after))
    found = _feed_of(request, key)
    if found is None:
        ratelimit.take(wrong, capacity=_WRONG_AN_HOUR, seconds=_HOUR)
        return render(request, NotFound())
    feed, actor = found
    taken = ratelimit.take(f"calendar:{feed.id}", capacity=_READS_AN_HOUR, seconds=_HOUR)
    if not taken.allowed:
        return render(request, RateLimited(taken.retry_after))
    with scope(actor), speaking(actor.language):
        execute("SET TRANSACTION READ ONLY")
        site = str(settings.PUBLIC_URL) or request.build_absolute_uri("/").rstrip("/")
        content = feed_content(actor, with_titles=feed.with_titles, site=site)
    with scope(system_identity()):
        digest, changed_at = feed_read(feed, content)
    response = _answer(request, content, digest, changed_at)
    if response.status_code == 200:
        with scope(actor):
            record(actor, Action.VIEW_LIST, object_type=SUBJECT, object_id="calendar_feed")
    return response


def _feed_of(request: HttpRequest, key: str) -> tuple[CalendarFeed, Actor] | None:
    """The feed of a key with its person; None where nothing is to be read."""
    if not _KEY.fullmatch(key):
        return None
    with scope(system_identity()):
        if (feed := feed_by_key(key)) is None:
            return None
        actor = actor_for(feed.user_id, request)
    if actor is None or not actor.may(RESOURCE, Act.READ):
        return None
    return feed, actor


def _answer(request: HttpRequest, content: bytes, digest: str, changed_at: datetime) -> HttpResponse:
    """The calendar, or that it is as the program knows it."""
    tag, since = f'"{digest[:32]}"', int(changed_at.timestamp())
    response = HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={
            "ETag": tag,
            "Last-Modified": http_date(since),
            "Cache-Control": "private, no-cache",
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
        },
    )
    known = get_conditional_response(request, etag=tag, last_modified=since, response=response)
    return known or response
