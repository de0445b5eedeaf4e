"""Reading the own inbox: pages, and how much is unread."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.iam.public import mail_addresses
from simpul.messaging.models import InboxNotice, NoticeMailChoice
from simpul.messaging.policies import visible_notices
from simpul.platform import notifier, subjects
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page

_LATEST = Keyset(("-created_at", datetime), ("-id", UUID))
_PLACE = re.compile(r"\{\w+\}")
EVERY_KIND = "*"
COUNTED = 100  # the badge says 99+ from here


@dataclass(frozen=True)
class InboxFilter:
    """Which of the own notices: in the inbox or archived, only unread ones, of one kind."""

    archived: bool = False
    unread: bool = False
    kind: str | None = None


class MailKind(TypedDict):
    """A kind of notice, and whether it comes by mail too."""

    key: str
    title: str
    is_chosen: bool


class MailChoices(TypedDict):
    """What of the notices comes by mail: every one, or some kinds. Without an address nothing does."""

    has_address: bool
    every: bool
    kinds: list[MailKind]


@dataclass(frozen=True)
class InboxState:
    """How much is unread (`capped`: at least so much), and a mark that changes with every change of the inbox."""

    unread: int
    capped: bool
    mark: str


def notice_page(*, actor: Actor, wanted: InboxFilter, cursor: str | None, limit: int) -> Page:
    """One page, newest first; a subject that the reader may not see has no label and no address."""
    rows = visible_notices(actor).filter(archived_at__isnull=not wanted.archived)
    if wanted.unread:
        rows = rows.filter(read_at__isnull=True)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    return _LATEST.page(rows, cursor, limit, lambda page: _told(actor, page))


def inbox_state(actor: Actor) -> InboxState:
    """The badge of the actor's inbox."""
    rows = query(
        """SELECT (SELECT count(*) FROM (SELECT FROM crm.notices WHERE user_id = %(me)s AND archived_at IS NULL AND read_at IS NULL LIMIT %(most)s) u) AS unread,
                  (SELECT (extract(epoch FROM max(touched_at)) * 1000000)::bigint FROM crm.notices WHERE user_id = %(me)s) AS touched""",
        {"me": actor.id, "most": COUNTED},
    )
    unread, touched = rows[0]["unread"], rows[0]["touched"] or 0
    return InboxState(unread, unread == COUNTED, f"{touched}-{unread}")


def summarise_inbox(*, actor: Actor) -> dict[str, Any]:
    """What is unread, and the kinds that the inbox holds with how many of each are unread."""
    state = inbox_state(actor)
    # A kind is called by its title; what differs from notice to notice is left open.
    words = {key: _PLACE.sub("…", str(kind.title)) for key, kind in notifier.kinds.items()}
    kinds = query(
        """SELECT kind AS key, count(*) FILTER (WHERE read_at IS NULL) AS unread FROM crm.notices
           WHERE user_id = %s AND archived_at IS NULL GROUP BY kind ORDER BY kind""",
        (actor.id,),
    )
    return {
        "unread": {"count": state.unread, "capped": state.capped},
        "mark": state.mark,
        "kinds": [{**row, "title": words.get(row["key"], row["key"])} for row in kinds],
    }


def mail_choices(actor: Actor) -> MailChoices:
    """The kinds of notices that the actor has had or chose, with what comes by mail; what always does is no choice."""
    chosen = set(NoticeMailChoice.objects.filter(user_id=actor.id).values_list("kind", flat=True))
    known = query("SELECT DISTINCT kind FROM crm.notices WHERE user_id = %s", (actor.id,))
    keys = ({row["kind"] for row in known} | chosen) & {key for key, kind in notifier.kinds.items() if not kind.by_mail}
    titles = {key: _PLACE.sub("…", str(notifier.kinds[key].title)) for key in keys}
    return {
        "has_address": actor.id in mail_addresses([actor.id]),
        "every": EVERY_KIND in chosen,
        "kinds": [{"key": key, "title": titles[key], "is_chosen": key in chosen} for key in sorted(keys, key=lambda key: titles[key])],
    }


def _told(actor: Actor, page: Iterable[InboxNotice]) -> list[dict[str, Any]]:
    rows = list(page)
    names = {subject.key: str(subject.name) for subject in subjects.known()}
    labels = subjects.labels(actor, ((row.subject_type, row.subject_id) for row in rows))
    told = []
    for row in rows:
        kind, label = notifier.kinds.get(row.kind), labels.get((row.subject_type, row.subject_id))
        told.append(
            {
                "id": row.id,
                "kind": row.kind,
                "title": filled(str(kind.title), row.values) if kind else row.kind,
                "body": filled(str(kind.body), row.values) if kind else "",
                "subject_type": row.subject_type,
                "subject_name": names.get(row.subject_type),
                "subject_label": label,
                "address": (subjects.address(row.subject_type, row.subject_id) or None) if label is not None else None,
                "created_at": row.created_at,
                "read_at": row.read_at,
                "archived_at": row.archived_at,
            }
        )
    return told


def filled(words: str, values: dict[str, str]) -> str:
    """The wording with its values; a name without a value stays as it is, so that a later wording breaks no old notice."""
    return words.format_map(_Kept(values))


class _Kept(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def count_own(actor: Actor, ids: list[UUID]) -> int:
    """How many of these are the actor's notices."""
    return visible_notices(actor).filter(pk__in=ids).count()


def as_words(values: Any) -> str:
    """A notice's values as JSON."""
    return json.dumps(dict(values))
