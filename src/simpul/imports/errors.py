"""Why an import, or a look at one, was refused."""

from __future__ import annotations

from simpul.platform.errors import Conflict, DomainError, Invalid, NotFound
from simpul.platform.text import Text


class ProfileInvalid(Invalid):
    """The profile cannot be used: it is not readable, or names something that does not exist."""

    title = Text(id="Profil impor tidak dapat dipakai", en="The import profile cannot be used")


class SourceUnreadable(Invalid):
    """The file is not what the profile describes; nothing of it was written."""

    title = Text(id="Berkas sumber tidak dapat dibaca", en="The source file cannot be read")


class ImportIsRunning(Conflict):
    """Another import of the same source system has not ended."""

    title = Text(id="Impor lain dari sistem sumber ini masih berjalan", en="Another import from this source system is still running")


class RunNotFound(NotFound):
    """No such import, or not this actor's to see."""

    title = Text(id="Impor tidak ditemukan", en="No such import")


class Bad(DomainError):
    """One value that cannot be right; the reason is told with its row."""

    title = Text(id="Nilai tidak sah", en="The value is not valid")
    status = 422
