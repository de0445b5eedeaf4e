"""Dated exceptions from incompatible roles: given by two people, ended by anybody who administers, and followed by the system."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from simpul.audit.public import audited_change, record
from simpul.iam.acts import IamAct
from simpul.iam.errors import LastAdministrator, LastWatcher, RoleExceptionHasEnded, RoleExceptionStands
from simpul.iam.models import RoleException, User
from simpul.iam.policies import can_change_access, can_manage_organisation
from simpul.iam.selectors.directory import holders, role_names, watching_people
from simpul.iam.selectors.role_conflicts import LONGEST_DAYS, conflict_get, exception_get, is_open, unexcepted_roles
from simpul.iam.selectors.users import user_get
from simpul.iam.services.ending_rights import right_end
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.db import query
from simpul.platform.errors import Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

OBJECT = "ROLE_EXCEPTION"
ENDED, ENDED_OWN, KEPT = "iam.role_exception_ended", "iam.own_role_ended", "iam.role_exception_kept"
NOTICES = (
    NoticeKind(
        ENDED,
        Text(id="Pengecualian peran berakhir", en="An exception from incompatible roles has ended"),
        Text(
            id="{pair}: pengecualian orang ini berakhir. Peran yang dilepas: {ended}.",
            en="{pair}: this person's exception has ended. Roles taken away: {ended}.",
        ),
    ),
    NoticeKind(
        ENDED_OWN,
        Text(id="Salah satu peran Anda berakhir", en="One of your roles has ended"),
        Text(
            id="Pengecualian untuk {pair} berakhir, maka peran {ended} dilepas. Bila masih perlu, sampaikan kepada administrator.",
            en="The exception for {pair} has ended, so the role {ended} was taken away. Where you still need it, tell an administrator.",
        ),
        by_mail=True,
    ),
    NoticeKind(
        KEPT,
        Text(id="Peran yang bertentangan masih dipegang", en="Incompatible roles are still held"),
        Text(
            id="{pair}: pengecualian berakhir, tetapi orang ini administrator atau petugas kepatuhan aktif yang terakhir. Tunjuk orang lain, lalu lepaskan salah satunya.",
            en="{pair}: the exception has ended, but this person is the last active administrator or the last of compliance. Appoint somebody else, then take one away.",
        ),
    ),
)
_UNTIL = Text(id=f"Pilih hari ini sampai {LONGEST_DAYS} hari ke depan.", en=f"Choose a day from today to {LONGEST_DAYS} days ahead.")


@transaction.atomic
def exception_create(*, actor: Actor, user_id: UUID, conflict_id: UUID, until_on: date, reason: str) -> RoleException:
    """Let a person hold both roles of a pair up to and including a day; nobody has part in one of their own.

    Raises: UserNotFound, RoleConflictNotFound, Forbidden, RoleExceptionStands, Invalid for a day out of range.
    """
    user = user_get(actor=actor, user_id=user_id, lock=True)
    with audited_change(actor, IamAct.CHANGE_RBAC, "USER", user.id, meta={"act": "EXCEPT"}) as change:
        change.require(can_change_access(actor, user))
        conflict = conflict_get(actor=actor, conflict_id=conflict_id)
        if not today() <= until_on <= today() + timedelta(days=LONGEST_DAYS):
            raise Invalid({"until_on": _UNTIL})
        if RoleException.objects.filter(user=user, conflict=conflict, ended_at__isnull=True, until_on__gte=max(until_on, today())).exists():
            raise RoleExceptionStands()
        exception = RoleException.objects.create(
            user=user, conflict=conflict, reason=redacted(reason), until_on=until_on, created_by_id=actor.id, approved_by_id=_approver()
        )
        after = {"roles": [conflict.first_role_id, conflict.second_role_id], "until_on": until_on.isoformat()}
        change.describe(before=None, after=after, reason=exception.reason)
    exception.refresh_from_db()
    return exception


@transaction.atomic
def exception_end(*, actor: Actor, exception_id: UUID, reason: str) -> RoleException:
    """End an exception at once; the night after, the later of the two roles is taken away.

    Raises: RoleExceptionNotFound, Forbidden, RoleExceptionHasEnded.
    """
    exception = exception_get(actor=actor, exception_id=exception_id)
    _lock_person(exception.user_id)
    exception.refresh_from_db()
    meta = {"act": "END_EXCEPTION"}
    with audited_change(actor, IamAct.CHANGE_RBAC, OBJECT, exception.id, meta=meta) as change:
        change.require(can_manage_organisation(actor))
        if not is_open(exception):
            raise RoleExceptionHasEnded()
        exception.ended_at, exception.ended_by_id = now(), actor.id
        exception.save(update_fields=["ended_at", "ended_by"])
        change.describe(before={"until_on": exception.until_on.isoformat()}, after={"ended": True}, reason=redacted(reason), user=str(exception.user_id))
    return exception


def exceptions_settle(*, actor: Actor) -> int:
    """Follow every exception that has ended, as the system: the later of the two roles is taken away; says in how many cases one was.

    Whoever administers or watches last keeps both, and is told of again the next night.
    """
    due = RoleException.objects.filter(Q(ended_at__isnull=False) | Q(until_on__lt=today()), settled_at__isnull=True).order_by("id")
    return sum(_settle(actor, exception_id) for exception_id in due.values_list("id", flat=True))


@transaction.atomic
def _settle(actor: Actor, exception_id: UUID) -> bool:
    exception = RoleException.objects.select_related("conflict").get(pk=exception_id)
    _lock_person(exception.user_id)
    exception.refresh_from_db()
    if exception.settled_at is not None:
        return False
    ended, is_kept = _end_later_roles(actor, exception)
    exception.ended_at = exception.ended_at or now()
    if not is_kept:
        exception.settled_at = now()
        exception.outcome = RoleException.Outcome.ROLE_ENDED if ended else RoleException.Outcome.NOTHING_LEFT
    exception.save(update_fields=["ended_at", "settled_at", "outcome"])
    if not is_kept:
        meta = {"act": "SETTLE_EXCEPTION", "before": None, "after": {"roles_ended": ended}, "user": str(exception.user_id)}
        record(actor, IamAct.CHANGE_RBAC, object_type=OBJECT, object_id=exception.id, meta=meta)
    _tell(exception, ended, is_kept=is_kept)
    return bool(ended)


def _lock_person(user_id: UUID) -> None:
    """Whatever changes a person's roles or exceptions takes turns."""
    User.objects.select_for_update().get(pk=user_id)


def _end_later_roles(actor: Actor, exception: RoleException) -> tuple[list[str], bool]:
    """Take the latest role of the pair away until no pair is left; says which, and whether one had to stay."""
    ended: list[str] = []
    while held := unexcepted_roles(exception.user_id, exception.conflict_id):
        try:
            with transaction.atomic():
                right_end(actor=actor, user_id=exception.user_id, kind="ROLE", ref=held[-1].key, why="ROLE_EXCEPTION_ENDED")
        except (LastAdministrator, LastWatcher):
            return ended, True
        ended.append(held[-1].key)
    return ended, False


def _tell(exception: RoleException, ended: Sequence[str], *, is_kept: bool) -> None:
    """Whoever watches and whoever administers hear of every end; the person hears of what was taken away."""
    names = role_names()

    def role_words(keys: Sequence[str]) -> str:
        return ", ".join(str(names.get(key, key)) for key in keys) or "–"

    pair = " + ".join(role_words([key]) for key in (exception.conflict.first_role_id, exception.conflict.second_role_id))
    told = sorted({*watching_people(), *holders("configuration", "M")} - {exception.user_id})
    notify(KEPT if is_kept else ENDED, told, subject_type="USER", subject_id=exception.user_id, pair=pair, ended=role_words(ended))
    if ended:
        notify(ENDED_OWN, [exception.user_id], subject_type="USER", subject_id=exception.user_id, pair=pair, ended=role_words(ended))


def _approver() -> UUID | None:
    """Who agreed to what this transaction changes; nobody by name where sealed codes did, or the server itself."""
    found = query("SELECT decided_by FROM iam.applied_changes WHERE xid = pg_current_xact_id_if_assigned()")
    return found[0]["decided_by"] if found else None
