"""Notices that colleagues want by mail as well: chosen by each for themself, written once by a job.

The mark stands on the notice, set when it is made and taken away in the transaction that writes the mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction

from simpul.audit.public import audited_change
from simpul.iam.public import staff_languages
from simpul.messaging.acts import NoticeAct
from simpul.messaging.models import NoticeMailChoice
from simpul.messaging.policies import can_mark
from simpul.messaging.selectors.inbox import EVERY_KIND, MailChoices, filled, mail_choices
from simpul.messaging.services.staff_mail import staff_mail_queue
from simpul.platform import notifier, subjects
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.platform.errors import Invalid
from simpul.platform.ports import system_actor
from simpul.platform.text import Text, speaking

_AT_ONCE = 500
_UNKNOWN = Text(id="Jenis pemberitahuan ini tidak dikenal.", en="This kind of notice is not known.")
_TAKE = """
UPDATE crm.notices n SET to_mail = false
WHERE n.notice_id IN (SELECT w.notice_id FROM crm.notices w WHERE w.to_mail
                      ORDER BY w.created_at, w.notice_id LIMIT %s FOR UPDATE SKIP LOCKED)
RETURNING n.user_id, n.kind, n.subject_type, n.subject_id, n.words, n.created_at
"""


@transaction.atomic
def mail_choices_update(*, actor: Actor, every: bool, kinds: Sequence[str]) -> MailChoices:
    """Choose which notices come by mail too: every one, or those of these kinds.

    Raises: Forbidden, Invalid naming `kinds`.
    """
    with audited_change(actor, NoticeAct.CHOOSE_MAIL, "NOTICE") as change:
        change.require(can_mark(actor))
        if set(kinds) - notifier.kinds.keys():
            raise Invalid({"kinds": _UNKNOWN})
        chosen = {EVERY_KIND} if every else set(kinds)
        own = NoticeMailChoice.objects.filter(user_id=actor.id)
        before = set(own.values_list("kind", flat=True))
        if chosen == before:
            change.nothing_changed()
            return mail_choices(actor)
        own.exclude(kind__in=chosen).delete()
        NoticeMailChoice.objects.bulk_create(NoticeMailChoice(user_id=actor.id, kind=kind) for kind in sorted(chosen - before))
        change.describe(before=sorted(before), after=sorted(chosen))
    return mail_choices(actor)


def notices_write_mails() -> int:
    """Write the mails of notices that wait for one; how many notices there were. Several to one colleague make one mail."""
    done = 0
    while True:
        with scope(system_actor()):
            taken = query(_TAKE, (_AT_ONCE,))
            by_user: dict[UUID, list[dict[str, object]]] = {}
            for row in sorted(taken, key=lambda row: row["created_at"]):
                by_user.setdefault(row["user_id"], []).append(row)
            spoken = staff_languages(by_user)
            for user_id, rows in by_user.items():
                if user_id in spoken:
                    _write_mail(user_id, rows, spoken[user_id])
        done += len(taken)
        if len(taken) < _AT_ONCE:
            return done


def _write_mail(user_id: UUID, rows: Sequence[dict[str, object]], language: str) -> None:
    """One mail about these notices. What a notice holds names no customer; its page asks who reads."""
    with speaking(language):
        parts = [_notice_lines(row) for row in rows]
        count = len(parts)
        title = parts[0][0] if count == 1 else str(_SEVERAL.format(count=str(count)))
    staff_mail_queue(
        user_id=user_id,
        title=title,
        body="\n\n".join("\n".join(lines) for lines in parts),
        subject_type=str(rows[0]["subject_type"]),
        subject_id=str(rows[0]["subject_id"]),
    )


_SEVERAL = Text(id="{count} pemberitahuan baru", en="{count} new notices")


def _notice_lines(row: dict[str, object]) -> list[str]:
    kind = notifier.kinds.get(str(row["kind"]))
    words = row["words"]
    values = {key: str(value) for key, value in words.items()} if isinstance(words, dict) else {}
    lines = [filled(str(kind.title), values), filled(str(kind.body), values)] if kind else [str(row["kind"])]
    address = subjects.address(str(row["subject_type"]), str(row["subject_id"]))
    if address and settings.PUBLIC_URL:
        lines.append(f"{settings.PUBLIC_URL}{address}")
    return lines
