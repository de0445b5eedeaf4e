"""What the follow-up programme refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, NotFound
from simpul.platform.text import Text


class FollowupMemberNotFound(NotFound):
    """No such member within the caller's reach."""

    title = Text(id="Anggota tidak ditemukan", en="Member not found")


class FollowupAgentNotFound(NotFound):
    """No such agent in the programme."""

    title = Text(id="Petugas tidak ditemukan", en="Agent not found")


class FollowupDayOffNotFound(NotFound):
    """No such days off, or they were cancelled."""

    title = Text(id="Hari libur tidak ditemukan", en="Days off not found")


class FollowupRunNotFound(NotFound):
    """No such run within the caller's reach, or it has not run yet."""

    title = Text(id="Rotasi tidak ditemukan", en="Run not found")


class FollowupAgentExists(Conflict):
    """This colleague is an agent of the programme already."""

    title = Text(id="Rekan ini sudah menjadi petugas tindak lanjut", en="This colleague is a follow-up agent already")
