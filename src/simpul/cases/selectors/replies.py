"""The replies that the actor may use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simpul.cases.intake_policies import can_keep_reply, visible_replies
from simpul.cases.models import CannedReply
from simpul.iam.public import people
from simpul.platform.actor import Actor

MOST = 500


def reply_list(*, actor: Actor, category: str | None) -> list[CannedReply]:
    """Replies by title; with a category those for it and those for every one."""
    found = visible_replies(actor)
    if category is not None:
        found = found.filter(category_id=category) | found.filter(category_id__isnull=True)
    return list(found.order_by("title", "pk")[:MOST])


def reply_rows(actor: Actor, replies: Sequence[CannedReply]) -> list[dict[str, Any]]:
    """Replies as they are shown."""
    who = people(reply.owner_user_id for reply in replies)
    return [
        {
            "id": reply.id,
            "title": reply.title,
            "body": reply.body,
            "category_code": reply.category_id,
            "shared": reply.shared,
            "owner": {"id": reply.owner_user_id, "full_name": who[reply.owner_user_id].full_name if reply.owner_user_id in who else ""},
            "version": reply.version,
            "can": dict.fromkeys(("update", "delete"), bool(can_keep_reply(actor, shared=reply.shared, owned=reply.owner_user_id == actor.id))),
        }
        for reply in replies
    ]
