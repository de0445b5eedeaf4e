"""The refusals of users and their ways in."""

from __future__ import annotations

from simpul.platform.errors import Conflict
from simpul.platform.text import Text


class UsernameTaken(Conflict):
    """Somebody, or a program, has this user name already."""

    title = Text(id="Nama pengguna ini sudah dipakai", en="This user name is taken")


class KeyIsOver(Conflict):
    """The key of a service account was revoked before."""

    title = Text(id="Kunci ini sudah dicabut", en="This key was revoked already")
