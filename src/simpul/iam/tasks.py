"""Housekeeping of sessions and of access that is over."""

from __future__ import annotations

from simpul.iam.events import UserLeft
from simpul.iam.services import leavers, role_exceptions
from simpul.platform import ports
from simpul.platform.db import execute
from simpul.platform.events import EncodedEvent, decode
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("iam.forget_ended_sessions", title=Text(id="Menghapus sesi yang berakhir", en="Remove sessions that have ended"), cron="23 * * * *")
def forget_ended_sessions(timestamp: int = 0) -> None:
    """Remove sessions that have ended, with what describes them, every hour."""
    execute("DELETE FROM iam.django_session WHERE expire_date < now()")
    execute("DELETE FROM iam.usersessions_usersession u WHERE NOT EXISTS (SELECT FROM iam.django_session s WHERE s.session_key = u.session_key)")


@job("iam.close_dormant_accounts", title=Text(id="Menutup akun yang lama tidak dipakai", en="Close accounts that were not used for long"), cron="40 2 * * *")
def close_dormant_accounts(timestamp: int = 0) -> None:
    """Suspend accounts that nobody used for as long as the setting says, every night."""
    leavers.dormant_close(actor=ports.system_actor())


@job("iam.settle_role_exceptions", title=Text(id="Mengakhiri pengecualian peran", en="Follow ended exceptions of roles"), cron="30 2 * * *")
def settle_role_exceptions(timestamp: int = 0) -> None:
    """Take the later of two incompatible roles away where an exception has ended, every night."""
    role_exceptions.exceptions_settle(actor=ports.system_actor())


@job("iam.follow_leaver", title=Text(id="Mengakhiri milik pengguna yang keluar", en="End what belongs to a leaver"))
def follow_leaver(event: EncodedEvent) -> None:
    """Cancel the days away of somebody who left."""
    leavers.leaver_follow(actor=ports.system_actor(), user_id=decode(UserLeft, event).user_id)
