"""The operations on calendar feeds of one's own."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from uuid import UUID

from simpul.platform.actor import Act
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.tasks.errors import CalendarFeedNotFound, CalendarFeedsAreEnough
from simpul.tasks.policies import RESOURCE
from simpul.tasks.schemas.feeds import (
    CalendarFeedIn,
    CalendarFeedMadeOut,
    CalendarFeedOut,
    CalendarFeedsOut,
)
from simpul.tasks.selectors.feeds import FeedListRow, FeedRow, MadeFeedRow, feed_row, own_feeds
from simpul.tasks.services import feeds as services

router = Router()
_READ = needs(RESOURCE, Act.READ)


@router.get(
    "/calendar-feeds",
    permission=_READ,
    response={200: CalendarFeedsOut, **problems()},
    operation_id="calendar_feeds_list",
)
def list_feeds(request: ActorRequest) -> FeedListRow:
    """My 20 latest calendar feeds, revoked ones included."""
    found = own_feeds(request.auth)[:20]
    return {"items": [feed_row(feed) for feed in found], "most": services.MOST_FEEDS}


@router.post(
    "/calendar-feeds",
    permission=_READ,
    response={201: CalendarFeedMadeOut, **problems(CalendarFeedsAreEnough)},
    operation_id="calendar_feeds_create",
)
def create_feed(request: ActorRequest, body: CalendarFeedIn) -> MadeFeedRow:
    """Make an address under which a calendar program reads my open tasks."""
    made, key = services.feed_create(actor=request.auth, label=body.label, with_titles=body.with_titles)
    return {**feed_row(made), "path": f"/calendar/{key}.ics"}


@router.post(
    "/calendar-feeds/{uuid:feed_id}/revoke",
    permission=_READ,
    response={200: CalendarFeedOut, **problems(CalendarFeedNotFound)},
    operation_id="calendar_feeds_revoke",
)
def revoke_feed(request: ActorRequest, feed_id: UUID) -> FeedRow:
    """Let nothing be read by one of my feeds any more."""
    return feed_row(services.feed_revoke(actor=request.auth, feed_id=feed_id))
