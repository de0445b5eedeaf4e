"""Delivering notices, and what their reader does with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.messaging.acts import NoticeAct
from simpul.messaging.errors import NoticeNotFound
from simpul.messaging.policies import can_mark
from simpul.messaging.selectors.inbox import InboxFilter, as_words, count_own, inbox_state
from simpul.platform import notifier
from simpul.platform.actor import Actor, require
from simpul.platform.db import execute, query
from simpul.platform.notifier import Notice

Mark = Literal["READ", "UNREAD", "ARCHIVE", "RESTORE"]

# What each mark sets, which notices it still concerns, and the column that its undoing looks at.
_MARKS: dict[str, tuple[str, str, str]] = {
    "READ": ("read_at = %(now)s", "read_at IS NULL", ""),
    "UNREAD": ("read_at = NULL", "read_at IS NOT NULL", "read_at"),
    "ARCHIVE": ("archived_at = %(now)s", "archived_at IS NULL", ""),
    "RESTORE": ("archived_at = NULL", "archived_at IS NOT NULL", "archived_at"),
}


def deliver(notices: Sequence[Notice]) -> None:
    """Put notices into each receiver's inbox, in the transaction of the change that they tell of."""
    rows = [
        (receiver, one.kind, one.subject_type, one.subject_id, as_words(one.values), notifier.kinds[one.kind].by_mail) for one in notices for receiver in one.to
    ]
    execute(
        """INSERT INTO crm.notices (notice_id, user_id, kind, subject_type, subject_id, words, sent_by, to_mail)
           SELECT uuidv7(), n.receiver, n.kind, n.subject_type, n.subject_id, n.words::jsonb, iam.uid(),
                  n.by_mail OR crm.notice_goes_by_mail(n.receiver, n.kind)
           FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::text[], %s::boolean[])
                AS n (receiver, kind, subject_type, subject_id, words, by_mail)""",
        [list(column) for column in zip(*rows, strict=True)],
    )


@transaction.atomic
def notices_mark(
    *, actor: Actor, mark: Mark, ids: list[UUID] | None = None, wanted: InboxFilter | None = None, marked_at: datetime | None = None
) -> dict[str, Any]:
    """Mark some of the own notices, or all that match; marking again what is marked changes nothing.

    `marked_at` takes back an earlier mark: only notices that got theirs at that instant are concerned.

    Raises: NoticeNotFound, Forbidden.
    """
    require(can_mark(actor))
    if ids is not None and count_own(actor, ids) != len(set(ids)):
        raise NoticeNotFound()
    sets, open_, undone = _MARKS[mark]
    conditions = ["user_id = %(me)s", open_]
    if ids is not None:
        conditions.append("notice_id = ANY(%(ids)s)")
    if undone and marked_at is not None:
        conditions.append(f"{undone} = %(marked_at)s")
    elif ids is None and mark != "RESTORE":
        conditions.append("archived_at IS NULL")
    if wanted is not None and wanted.kind:
        conditions.append("kind = %(kind)s")
    if wanted is not None and wanted.unread:
        conditions.append("read_at IS NULL")
    moment = query("SELECT date_trunc('milliseconds', clock_timestamp()) AS moment")[0]["moment"]
    changed = execute(
        f"UPDATE crm.notices SET {sets}, touched_at = %(now)s WHERE {' AND '.join(conditions)}",
        {"now": moment, "me": actor.id, "ids": ids, "marked_at": marked_at, "kind": wanted.kind if wanted else None},
    )
    if changed:
        one = str(ids[0]) if ids is not None and len(ids) == 1 else ""
        record(actor, NoticeAct.MARK_NOTICES, object_type="NOTICE", object_id=one, meta={"mark": mark, "rows": changed})
    state = inbox_state(actor)
    return {"changed": changed, "marked_at": moment if changed and not undone else None, "unread": {"count": state.unread, "capped": state.capped}}


def notices_forget(*, days: int) -> int:
    """Remove the notices that are older than so many days; the trail keeps what they told of."""
    return execute("DELETE FROM crm.notices WHERE created_at < now() - make_interval(days => %s)", (days,))
