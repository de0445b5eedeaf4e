"""Sending dashboards regularly: made, changed and deleted by whom they belong to, and sent by the job.

A colleague gets a notice in the inbox with the figures as they may see them, which leads to the
dashboard, and the same by mail where an address is known; who may export has the PDF with it.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from simpul.audit.public import audited_change, record
from simpul.documents.public import day_words
from simpul.iam.public import system_identity
from simpul.insight.acts import InsightAct
from simpul.insight.errors import DashboardSchedulesAreEnough
from simpul.insight.models import DashboardSchedule
from simpul.insight.policies import can_export_dashboard, can_read_dashboard
from simpul.insight.selectors.answers import dashboard_answer
from simpul.insight.selectors.boards import BOARDS
from simpul.insight.selectors.periods import period_of
from simpul.insight.selectors.schedules import (
    dashboard_find,
    next_sending,
    own_schedules,
    recipient_of,
    schedule_get,
)
from simpul.insight.selectors.wording import figure_words
from simpul.insight.services.dashboards import dashboard_pdf
from simpul.insight.vocabulary import DASHBOARD, NOTICE, SCHEDULE
from simpul.messaging.public import Attachment, staff_mail_queue
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text, speaking

MOST_SCHEDULES = 20
READY = NoticeKind(
    NOTICE,
    title=Text(id="Dasbor {title}", en="Dashboard {title}"),
    body=Text(id="{figures}", en="{figures}"),
)
_NOT_THEIRS = Text(
    id="Rekan ini tidak memiliki dasbor tersebut.",
    en="This colleague does not have that dashboard.",
)


@transaction.atomic
def schedule_create(
    *,
    actor: Actor,
    dashboard: str,
    branch: str | None,
    preset: str,
    frequency: str,
    hour: int,
    recipients: list[UUID],
) -> DashboardSchedule:
    """Send a dashboard regularly, to colleagues who have it themselves.

    Raises: DashboardNotFound, Forbidden, Invalid, DashboardSchedulesAreEnough.
    """
    board = dashboard_find(actor, dashboard)
    people = list(dict.fromkeys(recipients)) or [actor.id]
    meta = {"dashboard": dashboard, "frequency": frequency, "hour": hour, "recipients": len(people)}
    with audited_change(actor, InsightAct.CREATE_DASHBOARD_SCHEDULE, SCHEDULE, branch_code=branch, meta=meta) as change:
        change.require(can_read_dashboard(actor, board.roles, branch))
        if own_schedules(actor).count() >= MOST_SCHEDULES:
            raise DashboardSchedulesAreEnough()
        for at, each in enumerate(people):
            if recipient_of(each, board, branch) is None:
                raise Invalid({f"recipients.{at}": _NOT_THEIRS})
        made = DashboardSchedule(
            dashboard=dashboard,
            branch_code=branch,
            preset=preset,
            frequency=frequency,
            hour=hour,
            recipients=people,
            is_active=True,
            next_at=next_sending(frequency, hour, now()),
            version=1,
            created_by=actor.id,
            created_at=now(),
        )
        made.save(force_insert=True)
        change.object_id = made.id
    return made


@transaction.atomic
def schedule_update(*, actor: Actor, schedule_id: UUID, version: int, is_active: bool, frequency: str, hour: int) -> DashboardSchedule:
    """Pause or resume a schedule of one's own, or change when it is sent.

    Raises: DashboardScheduleNotFound, StaleVersion.
    """
    row = schedule_get(actor, schedule_id, lock=True)
    act = InsightAct.UPDATE_DASHBOARD_SCHEDULE
    with audited_change(actor, act, SCHEDULE, schedule_id, branch_code=row.branch_code) as change:
        change.require_version(version, row.version)
        before = {"is_active": row.is_active, "frequency": row.frequency, "hour": row.hour}
        after = {"is_active": is_active, "frequency": frequency, "hour": hour}
        if before == after:
            change.nothing_changed()
            return row
        row.is_active, row.frequency, row.hour = is_active, frequency, hour
        row.next_at, row.version = next_sending(frequency, hour, now()), row.version + 1
        row.save(update_fields=["is_active", "frequency", "hour", "next_at", "version"])
        change.describe(before=before, after=after)
    return row


@transaction.atomic
def schedule_delete(*, actor: Actor, schedule_id: UUID) -> DashboardSchedule:
    """Send it no more.

    Raises: DashboardScheduleNotFound.
    """
    row = schedule_get(actor, schedule_id, lock=True)
    with audited_change(
        actor,
        InsightAct.DELETE_DASHBOARD_SCHEDULE,
        SCHEDULE,
        schedule_id,
        branch_code=row.branch_code,
    ):
        DashboardSchedule.objects.filter(pk=row.pk).update(deleted_at=now(), is_active=False)
    row.is_active = False
    return row


@transaction.atomic
def schedules_send() -> int:
    """Send every dashboard that is due, to each colleague as they may see it; how many were sent.

    For the product's own jobs. Whoever lost the dashboard meanwhile gets nothing.
    """
    sent = 0
    with scope(system_identity()):
        due = DashboardSchedule.objects.select_for_update(skip_locked=True).filter(is_active=True, deleted_at__isnull=True, next_at__lte=now())
        for row in due.order_by("next_at", "pk")[:200]:
            people = [each for each in row.recipients if _send(row, each)]
            row.sent_at, row.next_at = now(), next_sending(row.frequency, row.hour, now())
            row.save(update_fields=["sent_at", "next_at"])
            meta = {"dashboard": row.dashboard, "recipients": [str(each) for each in people]}
            record(
                system_identity(),
                InsightAct.SEND_DASHBOARD,
                object_type=SCHEDULE,
                object_id=row.id,
                branch_code=row.branch_code,
                meta=meta,
            )
            sent += len(people)
    return sent


def _send(row: DashboardSchedule, user_id: UUID) -> bool:
    """Give one colleague a notice and a mail with the figures as they may see them."""
    board = BOARDS.get(row.dashboard)
    reader = recipient_of(user_id, board, row.branch_code) if board else None
    if board is None or reader is None:
        return False
    with scope(reader), speaking(reader.language):
        answer = dashboard_answer(reader, board, period_of(row.preset, None, None), row.branch_code)
        lines = [f"{tile.title} {figure_words(tile)}" for tile in answer.tiles]
        title, subject = answer.title, str(READY.title.format(title=answer.title))
        period = f"{day_words(answer.since)} - {day_words(answer.until)}"
        page = f"{settings.PUBLIC_URL}/dashboards/{row.dashboard}" if settings.PUBLIC_URL else ""
        body = "\n".join([period, "", *lines, *(["", page] if page else [])])
        file = None
        if can_export_dashboard(reader):
            content = dashboard_pdf(answer, reader)
            file = Attachment(f"dasbor-{row.dashboard}.pdf", "application/pdf", content)
    notify(
        NOTICE,
        [user_id],
        subject_type=DASHBOARD,
        subject_id=row.dashboard,
        title=title,
        figures="; ".join(lines),
    )
    staff_mail_queue(
        user_id=user_id,
        title=subject,
        body=body,
        subject_type=DASHBOARD,
        subject_id=row.dashboard,
        attachment=file,
    )
    return True
