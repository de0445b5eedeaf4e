"""What the administration of users, roles and the organisation refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, NotFound
from simpul.platform.text import Text


class IdentityTaken(Conflict):
    """The person at the provider signs in as another user."""

    title = Text(id="Identitas ini sudah diikat ke pengguna lain", en="This identity is tied to another user")


class UserIsTied(Conflict):
    """The user is tied to another person at this provider; that tie is taken off first."""

    title = Text(id="Pengguna ini sudah diikat pada penyedia ini", en="This user is tied at this provider already")


class IdentityNotFound(NotFound):
    """The user has no such tie."""

    title = Text(id="Ikatan identitas tidak ditemukan", en="Identity not found")


class AbsenceNotFound(NotFound):
    """No such absence, or it was taken back."""

    title = Text(id="Ketidakhadiran tidak ditemukan", en="Absence not found")


class AbsenceOverlaps(Conflict):
    """The person is away on one of these days already."""

    title = Text(id="Orang ini sudah tercatat tidak hadir pada sebagian hari itu", en="This person is away on some of these days already")


class ListNotFound(NotFound):
    """There is no such list whose views are saved."""

    title = Text(id="Daftar tidak ditemukan", en="List not found")


class ListViewNotFound(NotFound):
    """No such view of a list, or not the caller's and not shared with them."""

    title = Text(id="Tampilan tidak ditemukan", en="View not found")


class ListViewNameTaken(Conflict):
    """One's own views of a list have different names."""

    title = Text(id="Anda sudah punya tampilan dengan nama ini", en="You have a view of this name already")


class UserHasLeft(Conflict):
    """Whoever left the organisation does not come back under the old name."""

    title = Text(id="Pengguna ini sudah keluar dari organisasi", en="This user has left the organisation")


class UserNotFound(NotFound):
    """There is no such user."""

    title = Text(id="Pengguna tidak ditemukan", en="User not found")


class UsernameTaken(Conflict):
    """Somebody, or a program, has this user name already."""

    title = Text(id="Nama pengguna ini sudah dipakai", en="This user name is taken")


class KeyIsOver(Conflict):
    """The key of a service account was revoked before."""

    title = Text(id="Kunci ini sudah dicabut", en="This key was revoked already")


class AdministratorExists(Conflict):
    """Somebody can administer already; the command that makes the first one is not for a second."""

    title = Text(id="Sudah ada administrator aktif", en="There is an active administrator already")


class LastWatcher(Conflict):
    """The last active person of compliance stays one."""

    title = Text(
        id="Petugas kepatuhan aktif yang terakhir tidak dapat dinonaktifkan atau dilepas perannya",
        en="The last active person of compliance can neither be suspended nor lose the role",
    )


class LastAdministrator(Conflict):
    """Without this user nobody could administer."""

    title = Text(id="Administrator aktif terakhir tidak dapat dinonaktifkan", en="The last active administrator stays active")


class UserIsSuspended(Conflict):
    """A suspended user is activated first."""

    title = Text(id="Pengguna ini dinonaktifkan", en="This user is suspended")


class UserIsActive(Conflict):
    """The user is active already."""

    title = Text(id="Pengguna ini sudah aktif", en="This user is active")


class ScopeOverlaps(Conflict):
    """The user works for this place in that time already."""

    title = Text(id="Pengguna sudah bertugas di tempat ini pada waktu itu", en="The user works for this place in that time already")


class ScopeHasEnded(Conflict):
    """A scope ends once."""

    title = Text(id="Penugasan ini sudah berakhir", en="This assignment has ended")


class LinkNotValid(NotFound):
    """The link is unknown, was used, has ended or its user may not sign in: told apart nowhere."""

    title = Text(id="Tautan ini tidak berlaku lagi; minta yang baru kepada administrator", en="This link no longer works; ask an administrator for a new one")


class RoleNotFound(NotFound):
    """There is no such role."""

    title = Text(id="Peran tidak ditemukan", en="Role not found")


class RoleExists(Conflict):
    """The key is taken."""

    title = Text(id="Kode peran ini sudah dipakai", en="This role key is taken")


class RoleIsShipped(Conflict):
    """A shipped role keeps its name and stays."""

    title = Text(id="Peran bawaan tidak diubah namanya dan tidak dipensiunkan", en="A shipped role keeps its name and is not retired")


class RoleIsHeld(Conflict):
    """Somebody still has the role; `users` says how many."""

    title = Text(id="Peran ini masih dipegang pengguna", en="Somebody still has this role")


class RoleIsRetired(Conflict):
    """A retired role is restored first."""

    title = Text(id="Peran ini sudah dipensiunkan", en="This role is retired")


class RoleConflictNotFound(NotFound):
    """There is no such pair of incompatible roles, or it was removed."""

    title = Text(id="Pasangan peran ini tidak ditemukan", en="This pair of roles was not found")


class RoleConflictExists(Conflict):
    """The two roles are incompatible already."""

    title = Text(id="Kedua peran ini sudah dinyatakan bertentangan", en="These two roles are incompatible already")


class RoleExceptionNotFound(NotFound):
    """There is no such exception."""

    title = Text(id="Pengecualian tidak ditemukan", en="Exception not found")


class RoleExceptionStands(Conflict):
    """The person has an exception for this pair that lasts as long, or longer."""

    title = Text(id="Sudah ada pengecualian yang berlaku selama itu atau lebih lama", en="There is an exception that lasts as long, or longer")


class RoleExceptionHasEnded(Conflict):
    """An exception ends once."""

    title = Text(id="Pengecualian ini sudah berakhir", en="This exception has ended")


class NothingChanges(Conflict):
    """What was sent is what holds already."""

    title = Text(id="Tidak ada yang berubah", en="Nothing changes")


class UnitNotFound(NotFound):
    """There is no such unit."""

    title = Text(id="Unit tidak ditemukan", en="Unit not found")


class UnitExists(Conflict):
    """The code is taken."""

    title = Text(id="Kode unit ini sudah dipakai", en="This unit code is taken")


class BranchNotFound(NotFound):
    """There is no such branch."""

    title = Text(id="Cabang tidak ditemukan", en="Branch not found")


class BranchExists(Conflict):
    """The code is taken."""

    title = Text(id="Kode cabang ini sudah dipakai", en="This branch code is taken")


TOO_FAST = Text(
    id="Terlalu banyak percobaan masuk dari jaringan ini dalam satu menit. Tunggu sebentar, lalu coba lagi.",
    en="Too many attempts to sign in from this network within a minute. Wait a little and try again.",
)
