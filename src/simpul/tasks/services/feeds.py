"""Calendar feeds of one's own: made with a key that is shown once, and revoked."""

# scaffold: leave out (the whole file)
from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.tasks.acts import TaskAct
from simpul.tasks.errors import CalendarFeedNotFound, CalendarFeedsAreEnough
from simpul.tasks.models import CalendarFeed
from simpul.tasks.policies import FEED_SUBJECT
from simpul.tasks.selectors.feeds import feed_get, key_digest, own_feeds

MOST_FEEDS = 5
_KEY_BYTES = 32
# A program that asks every few seconds is no reason to write every few seconds.
_NOTED_EVERY = timedelta(minutes=5)


@transaction.atomic
def feed_create(*, actor: Actor, label: str, with_titles: bool) -> tuple[CalendarFeed, str]:
    """Make a feed of the actor's open tasks; its key is given here and nowhere else.

    Raises: CalendarFeedsAreEnough.
    """
    meta = {"with_titles": with_titles}
    with audited_change(actor, TaskAct.CREATE_CALENDAR_FEED, FEED_SUBJECT, meta=meta) as change:
        if own_feeds(actor).filter(revoked_at__isnull=True).count() >= MOST_FEEDS:
            raise CalendarFeedsAreEnough()
        key = secrets.token_urlsafe(_KEY_BYTES)
        made = CalendarFeed(
            user_id=actor.id,
            label=label,
            key_digest=key_digest(key),
            with_titles=with_titles,
            content_digest="",
            created_at=now(),
        )
        made.save(force_insert=True)
        change.object_id = made.id
    return made, key


@transaction.atomic
def feed_revoke(*, actor: Actor, feed_id: UUID) -> CalendarFeed:
    """Let nothing be read by a feed of one's own any more.

    Raises: CalendarFeedNotFound, also for one that is revoked already.
    """
    feed = feed_get(actor=actor, feed_id=feed_id)
    if feed.revoked_at is not None:
        raise CalendarFeedNotFound()
    with audited_change(actor, TaskAct.REVOKE_CALENDAR_FEED, FEED_SUBJECT, feed_id):
        CalendarFeed.objects.filter(pk=feed_id).update(revoked_at=now())
    return feed_get(actor=actor, feed_id=feed_id)


def feed_read(feed: CalendarFeed, content: bytes) -> tuple[str, datetime]:
    """Note that a feed was read; the digest of what it held, and since when it holds that."""
    digest, at = sha256(content).hexdigest(), now().replace(microsecond=0)
    changed_at = feed.changed_at
    if digest != feed.content_digest or changed_at is None:
        changed_at = at
    if feed.last_read_at is None or changed_at == at or at - feed.last_read_at > _NOTED_EVERY:
        CalendarFeed.objects.filter(pk=feed.pk).update(
            content_digest=digest,
            changed_at=changed_at,
            last_read_at=at,
        )
    return digest, changed_at
