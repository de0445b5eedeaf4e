"""Reading calendar feeds: those of one's own, and the open tasks that one holds as iCalendar."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypedDict
from uuid import UUID

from django.db.models import QuerySet
from icalendar import Alarm, Calendar, Event

from simpul.customers.public import mask_name, shown_names
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.text import Text
from simpul.tasks.errors import CalendarFeedNotFound
from simpul.tasks.models import CalendarFeed, Task, TaskStatus
from simpul.tasks.policies import visible_tasks

# A feed holds what was due lately and what is to come; nobody plans by what is a year overdue.
_BACK, _AHEAD = timedelta(days=90), timedelta(days=366)
MOST_TASKS = 500
_NAME = Text(id="Tugas Simpul", en="Simpul tasks")
_PLAIN = Text(id="Tugas: {name}", en="Task: {name}")
_SOMEBODY = Text(id="nasabah", en="customer")


class FeedRow(TypedDict):
    """A feed as its person sees it."""

    id: UUID
    label: str
    with_titles: bool
    created_at: datetime
    last_read_at: datetime | None
    revoked_at: datetime | None


class MadeFeedRow(FeedRow):
    """A feed that was made just now, with where it is read."""

    path: str


class FeedListRow(TypedDict):
    """A person's feeds, and how many may be in use at once."""

    items: list[FeedRow]
    most: int


def feed_row(feed: CalendarFeed) -> FeedRow:
    """A feed as its person sees it."""
    return {
        "id": feed.id,
        "label": feed.label,
        "with_titles": feed.with_titles,
        "created_at": feed.created_at,
        "last_read_at": feed.last_read_at,
        "revoked_at": feed.revoked_at,
    }


def key_digest(key: str) -> str:
    """What is kept of a key; it has 256 random bits, so that a plain digest tells nothing of it."""
    return sha256(key.encode()).hexdigest()


def own_feeds(actor: Actor) -> QuerySet[CalendarFeed]:
    """The actor's own feeds, the latest first."""
    return CalendarFeed.objects.filter(user_id=actor.id).order_by("-created_at", "-id")


def feed_get(*, actor: Actor, feed_id: UUID) -> CalendarFeed:
    """One feed of the actor's own.

    Raises: CalendarFeedNotFound.
    """
    if (found := own_feeds(actor).filter(pk=feed_id).first()) is None:
        raise CalendarFeedNotFound()
    return found


def feed_by_key(key: str) -> CalendarFeed | None:
    """The feed that a key opens; None for a wrong or revoked one. Only SYSTEM finds it."""
    return CalendarFeed.objects.filter(key_digest=key_digest(key), revoked_at__isnull=True).first()


def feed_content(actor: Actor, *, with_titles: bool, site: str) -> bytes:
    """The actor's own open tasks as iCalendar, each an event of its due day.

    Without titles an event says no more than whose initials it is about; notes are in no feed.
    """
    day = today()
    tasks = list(
        visible_tasks(actor)
        .filter(
            owner_id=actor.id,
            status=TaskStatus.OPEN,
            due_on__gte=day - _BACK,
            due_on__lte=day + _AHEAD,
        )
        .order_by("due_on", "id")[:MOST_TASKS]
    )
    calendar = Calendar()
    calendar.add("prodid", "-//Simpul//Tasks//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", str(_NAME))
    for event in _events(actor, tasks, with_titles=with_titles, site=site):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(actor: Actor, tasks: Sequence[Task], *, with_titles: bool, site: str) -> list[Event]:
    names = {} if with_titles else shown_names(actor, {task.customer_id for task in tasks})
    made = []
    for task in tasks:
        name = names.get(task.customer_id)
        plain = _PLAIN.format(name=mask_name(name) if name else str(_SOMEBODY))
        summary = task.title if with_titles else str(plain)
        address = f"{site}/tasks/{task.id}"
        event = Event()
        event.add("uid", f"{task.id}@simpul")
        event.add("dtstamp", task.created_at)
        event.add("sequence", task.version)
        event.add("dtstart", task.due_on)
        event.add("dtend", task.due_on + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", address)
        event.add("url", address)
        event.add("transp", "TRANSPARENT")
        if task.remind_at is not None:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", summary)
            alarm.add("trigger", task.remind_at)
            event.add_component(alarm)
        made.append(event)
    return made
