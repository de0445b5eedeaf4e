"""Rounds in which heads confirm or remove the rights of their people; what nobody confirms in time ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.control.acts import ControlAct
from simpul.control.errors import NothingToReview, RecertificationIsOpen
from simpul.control.models import Recertification, RecertificationItem
from simpul.control.policies import can_open_review, can_review_item, visible_items
from simpul.control.settings import RECERTIFICATION_DAYS, RECERTIFICATION_MONTHS
from simpul.control.vocabulary import RECERTIFICATION, ItemDecision
from simpul.iam.errors import LastAdministrator, LastWatcher
from simpul.iam.public import holders, powerful_people, right_end, rights_sql, watching_people
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query
from simpul.platform.errors import Forbidden
from simpul.platform.jobs import defer
from simpul.platform.notifier import Notice, NoticeKind, notify, notify_many
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

_REMIND_BEFORE = timedelta(days=3)
_NOT_YOURS = Text(id="Hak ini tidak ada pada daftar Anda.", en="This right is not on your list.")
_DECIDED = Text(id="Hak ini sudah diputuskan.", en="This right was decided about already.")
_TAKES_TWO = Text(
    id="Orang ini menjaga akses: haknya dicabut oleh dua orang, dari halaman penggunanya.",
    en="This person guards access: two people remove such a right, from the person's page.",
)
_CLOSED = Text(id="Peninjauan ini sudah ditutup.", en="This review is closed.")
NOTICES = (
    NoticeKind(
        "control.review_opened",
        title=Text(id="Hak orang-orang Anda perlu ditinjau", en="The rights of your people are to be reviewed"),
        body=Text(id="{rights} hak menunggu keputusan Anda sampai {due}. Yang tidak ditegaskan berakhir.", en="{rights} rights wait for your decision until {due}. What is not confirmed ends."),
        by_mail=True,
    ),
    NoticeKind(
        "control.review_ends_soon",
        title=Text(id="Peninjauan hak segera berakhir", en="The review of rights ends soon"),
        body=Text(id="{rights} hak belum Anda putuskan; pada {due} hak itu berakhir.", en="You have not decided about {rights} rights; on {due} they end."),
        by_mail=True,
    ),
    NoticeKind(
        "control.rights_ended",
        title=Text(id="Sebagian hak Anda berakhir", en="Some of your rights have ended"),
        body=Text(id="{rights} hak berakhir karena peninjauan. Bila masih perlu, sampaikan kepada pimpinan Anda.", en="{rights} rights ended by the review. Where you still need them, tell your head."),
        by_mail=True,
    ),
    NoticeKind(
        "control.review_closed",
        title=Text(id="Peninjauan hak selesai", en="The review of rights is over"),
        body=Text(id="{confirmed} ditegaskan, {removed} dicabut, {lapsed} berakhir tanpa keputusan, {kept} dipertahankan.", en="{confirmed} confirmed, {removed} removed, {lapsed} ended without a decision, {kept} kept."),
    ),
)  # fmt: skip


@transaction.atomic
def recertification_open(*, actor: Actor) -> Recertification:
    """Begin a round over every right that anybody holds now, and tell each head how many wait.

    Raises: Forbidden, RecertificationIsOpen, NothingToReview.
    """
    facts = {"action": ControlAct.OPEN_RECERTIFICATION, "object_type": RECERTIFICATION, "object_id": ""}
    if not (verdict := can_open_review(actor)):
        raise Forbidden(verdict.reason).recorded_as(**facts)
    execute("SELECT pg_advisory_xact_lock(hashtextextended('control.recertification', 0))")
    if Recertification.objects.filter(closed_at__isnull=True).exists():
        raise RecertificationIsOpen().recorded_as(**facts)
    at = now()
    due_at = at + timedelta(days=configuration.number(RECERTIFICATION_DAYS))
    review = Recertification.objects.create(opened_at=at, opened_by=actor.id, due_at=due_at)
    made = execute(
        f"""INSERT INTO crm.recertification_items (item_id, recertification_id, user_id, kind, ref, place, reviewer_id)
            SELECT uuidv7(), %s, r.user_id, r.kind, r.ref, r.place, r.reviewer_id FROM ({rights_sql()}) r""",
        (review.id,),
    )
    if not made:
        raise NothingToReview().recorded_as(**facts)
    record(actor, ControlAct.OPEN_RECERTIFICATION, object_type=RECERTIFICATION, object_id=review.id, meta={"rights": made, "due_at": due_at})
    _tell_reviewers("control.review_opened", review)
    return review


@transaction.atomic
def items_decide(*, actor: Actor, decisions: Mapping[UUID, str], note: str = "") -> list[Mapping[str, Any]]:
    """Confirm or remove rights, each with its own result; what is removed ends at once, by the system.

    A decision stands: a right that was removed by mistake is given anew, by two people. Nobody alone removes a right of whoever guards access.
    """
    rows = {row.id: row for row in RecertificationItem.objects.select_for_update(of=("self",)).select_related("recertification").filter(pk__in=decisions)}
    seen = set(visible_items(actor).filter(pk__in=decisions).values_list("pk", flat=True))
    powerful = powerful_people(item.user_id for item in rows.values())
    results: list[Mapping[str, Any]] = []
    taken: list[RecertificationItem] = []
    for item_id, decision in sorted(decisions.items()):
        item = rows.get(item_id)
        problem = _problem(actor, item if item_id in seen else None)
        if item is not None and problem is None and decision == ItemDecision.REMOVED and item.user_id in powerful:
            problem = _TAKES_TWO
        results.append({"id": item_id, "ok": problem is None, "reason": None if problem is None else str(problem)})
        if item is not None and problem is None:
            item.decision, item.decided_by, item.decided_at, item.note = decision, actor.id, now(), note
            taken.append(item)
    RecertificationItem.objects.bulk_update(taken, ["decision", "decided_by", "decided_at", "note"])
    for review_id, items in _by_review(taken).items():
        for decision in sorted({str(item.decision) for item in items}):
            people = sorted({str(item.user_id) for item in items if item.decision == decision})
            rights = sum(item.decision == decision for item in items)
            meta = {"decision": decision, "rights": rights, "people": people[:50], "note": redacted(note)}
            record(actor, ControlAct.DECIDE_RECERTIFICATION, object_type=RECERTIFICATION, object_id=review_id, meta=meta)
    if any(item.decision == ItemDecision.REMOVED for item in taken):
        defer("control.end_reviewed_rights", key="control.end_reviewed_rights")
    return results


def _problem(actor: Actor, item: RecertificationItem | None) -> Text | None:
    """Why the actor cannot decide about an item."""
    if item is None:
        return _NOT_YOURS
    if not (verdict := can_review_item(actor, item)):
        return verdict.reason
    if item.recertification.closed_at is not None or item.recertification.due_at <= now():
        return _CLOSED
    return None if item.decision is None else _DECIDED


def _by_review(items: Iterable[RecertificationItem]) -> dict[UUID, list[RecertificationItem]]:
    found: dict[UUID, list[RecertificationItem]] = {}
    for item in items:
        found.setdefault(item.recertification_id, []).append(item)
    return found


@transaction.atomic
def removed_end(*, actor: Actor) -> int:
    """End what reviewers removed, as the system, and tell whose it was; how many rights ended. What keeps the house stays, as KEPT."""
    items = list(RecertificationItem.objects.select_for_update().filter(decision=ItemDecision.REMOVED, ended_at__isnull=True))
    return _end(actor, items)


@transaction.atomic
def recertifications_keep(*, actor: Actor) -> None:
    """What the calendar asks for: begin a round when its month has come, remind three days before the end, and end what nobody confirmed."""
    moment = now()
    review = Recertification.objects.select_for_update().filter(closed_at__isnull=True).first()
    if review is None:
        if _is_time(moment):
            recertification_open(actor=actor)
        return
    if review.due_at <= moment:
        _close(actor, review, moment)
    elif review.reminded_at is None and review.due_at - _REMIND_BEFORE <= moment:
        _tell_reviewers("control.review_ends_soon", review)
        review.reminded_at = moment
        review.save(update_fields=["reminded_at"])


def _is_time(moment: datetime) -> bool:
    months = configuration.number(RECERTIFICATION_MONTHS)
    if not months:
        return False
    # An installation that has never had a round counts from its first person.
    [row] = query(
        """SELECT coalesce((SELECT max(opened_at) FROM crm.recertifications), (SELECT min(created_at) FROM iam.users WHERE kind = 'USER'))
                  + make_interval(months => %s) <= %s AS due""",
        (months, moment),
    )
    return bool(row["due"])


def _close(actor: Actor, review: Recertification, moment: datetime) -> None:
    left = list(RecertificationItem.objects.select_for_update().filter(recertification=review, decision__isnull=True))
    for item in left:
        item.decision, item.decided_at = ItemDecision.LAPSED, moment
    RecertificationItem.objects.bulk_update(left, ["decision", "decided_at"])
    _end(actor, left)
    removed_end(actor=actor)
    review.closed_at = moment
    review.save(update_fields=["closed_at"])
    counts = Counter(RecertificationItem.objects.filter(recertification=review).values_list("decision", flat=True))
    figures = {decision.lower(): str(counts[decision]) for decision in ItemDecision.values}
    record(actor, ControlAct.CLOSE_RECERTIFICATION, object_type=RECERTIFICATION, object_id=review.id, meta=figures)
    told = {*watching_people(), *holders("configuration", "M")}
    notify("control.review_closed", sorted(told), subject_type=RECERTIFICATION, subject_id=review.id, **figures)


def _end(actor: Actor, items: Sequence[RecertificationItem]) -> int:
    """End these rights one by one; a right without which nobody would administer or watch is kept."""
    ended: Counter[UUID] = Counter()
    for item in sorted(items, key=lambda each: (each.kind, str(each.id))):
        try:
            with transaction.atomic():
                if right_end(actor=actor, user_id=item.user_id, kind=item.kind, ref=item.ref, why=str(item.decision)):
                    ended[item.user_id] += 1
            item.ended_at = now()
        except (LastAdministrator, LastWatcher):
            item.decision, item.ended_at = ItemDecision.KEPT, None
    RecertificationItem.objects.bulk_update(items, ["decision", "ended_at"])
    notify_many(Notice("control.rights_ended", (user_id,), "USER", str(user_id), {"rights": str(count)}) for user_id, count in sorted(ended.items()))
    return sum(ended.values())


def _tell_reviewers(kind: str, review: Recertification) -> None:
    """Each reviewer, with how many rights wait for them; those without a head wait for who watches or administers."""
    rows = query(
        "SELECT reviewer_id, count(*) AS n FROM crm.recertification_items WHERE recertification_id = %s AND decision IS NULL GROUP BY reviewer_id", (review.id,)
    )
    due = review.due_at.date().isoformat()
    for row in rows:
        to = [row["reviewer_id"]] if row["reviewer_id"] else sorted({*watching_people(), *holders("configuration", "M")})
        notify(kind, to, subject_type=RECERTIFICATION, subject_id=review.id, rights=str(row["n"]), due=due)
