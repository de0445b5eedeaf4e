"""Who may read and change users, roles and the organisation itself.

Row-level security and triggers hold the same; each of the two is enough on its own.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from simpul.iam.models import Absence, ListView, RoleConflict, RoleException, User
from simpul.iam.models.list_views import ListPage
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.db import query
from simpul.platform.text import Text

_NO = deny(Text(id="Hanya administrator yang mengubah cabang, unit, dan pengguna.", en="Only an administrator changes branches, units and users."))
_NOT_READER = deny(Text(id="Administrasi hanya untuk administrator dan kepatuhan.", en="Administration is for administrators and compliance."))
_YOURSELF = Text(
    id="Anda tidak dapat mengubah akses Anda sendiri; minta administrator lain.", en="You cannot change your own access; ask another administrator."
)
_NOT_COLLEAGUE = Text(id="Orang ini tidak bekerja di cabang yang tugasnya Anda bagi.", en="This person does not work in a branch whose tasks you assign.")
_NO_PERSON = Text(id="Pengguna ini bukan orang; aksesnya diatur di tempat lain.", en="This user is no person; its access is managed elsewhere.")
_SUSPENDED = Text(id="Pengguna ini sudah dinonaktifkan.", en="This user is suspended.")
_LEFT = Text(id="Orang ini sudah keluar; bila kembali, buat pengguna baru.", en="This person has left; if they come back, add a new user.")
_EXCEPTION_ENDED = Text(id="Pengecualian ini sudah berakhir.", en="This exception has ended.")
_ACTIVE = Text(id="Pengguna ini sudah aktif.", en="This user is active.")
_NO_LIST = deny(Text(id="Daftar ini bukan untuk peran Anda.", en="This list is not for your role."))
_NO_SHARING = deny(
    Text(
        id="Tampilan dibagikan oleh pemberi tugas di cabangnya.",
        en="Views are shared by whoever assigns work in the branch.",
    )
)
_NOT_MY_VIEW = deny(Text(id="Tampilan ini milik rekan lain.", en="This view belongs to a colleague."))


def can_read_organisation(actor: Actor) -> Verdict:
    """Readers and managers of the configuration see users, roles, grants and settings."""
    reach = max(actor.reach("configuration", Act.READ), actor.reach("configuration", Act.MANAGE))
    return ALLOW if reach is Reach.ALL else _NOT_READER


def can_manage_organisation(actor: Actor) -> Verdict:
    """Whoever manages the configuration."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else _NO


def visible_users(actor: Actor) -> QuerySet[User]:
    """Every user for who may read the organisation, nobody for others."""
    return User.objects.all() if can_read_organisation(actor) else User.objects.none()


def visible_conflicts(actor: Actor) -> QuerySet[RoleConflict]:
    """The incompatible roles in force, for who may read the organisation."""
    return RoleConflict.objects.filter(removed_at__isnull=True) if can_read_organisation(actor) else RoleConflict.objects.none()


def visible_exceptions(actor: Actor) -> QuerySet[RoleException]:
    """Every exception, open or ended, for who may read the organisation."""
    return RoleException.objects.all() if can_read_organisation(actor) else RoleException.objects.none()


def can_end_exception(actor: Actor, exception: RoleException, *, is_open: bool) -> Verdict:
    """Whoever manages the configuration ends an exception that stands."""
    verdict = can_manage_organisation(actor)
    return deny(_EXCEPTION_ENDED) if verdict and not is_open else verdict


def can_change_access(actor: Actor, user: User) -> Verdict:
    """An administrator changes roles, scopes, switches and sign-in of any person but themself."""
    verdict = can_manage_organisation(actor)
    if not verdict:
        return verdict
    if user.kind != User.Kind.USER:
        return deny(_NO_PERSON)
    return deny(_YOURSELF) if user.id == actor.id else ALLOW


def can_update_user(actor: Actor, user: User) -> Verdict:
    """An administrator corrects the name, address and language of any person."""
    return can_manage_organisation(actor) if user.kind == User.Kind.USER else deny(_NO_PERSON)


def can_leave(actor: Actor, user: User) -> Verdict:
    """Somebody else, suspended or not, who has not left before."""
    verdict = can_change_access(actor, user)
    return deny(_LEFT) if verdict and user.left_at is not None else verdict


def can_suspend(actor: Actor, user: User) -> Verdict:
    """An active person who is somebody else; the last administrator is kept by the service and the database."""
    verdict = can_change_access(actor, user)
    return deny(_SUSPENDED) if verdict and user.status != User.Status.ACTIVE else verdict


def can_activate(actor: Actor, user: User) -> Verdict:
    """A suspended person who has not left."""
    verdict = can_change_access(actor, user)
    if verdict and user.left_at is not None:
        return deny(_LEFT)
    return deny(_ACTIVE) if verdict and user.status == User.Status.ACTIVE else verdict


def can_link_password(actor: Actor, user: User) -> Verdict:
    """A link is for an active person who is somebody else."""
    verdict = can_change_access(actor, user)
    return deny(_SUSPENDED) if verdict and user.status != User.Status.ACTIVE else verdict


def can_enter_absence(actor: Actor, user_id: UUID) -> Verdict:
    """Everybody for themself; whoever assigns tasks for colleagues of the own branches."""
    return ALLOW if user_id == actor.id or _assigns_to(actor, user_id) else deny(_NOT_COLLEAGUE)


def can_cancel_absence(actor: Actor, absence: Absence) -> Verdict:
    """As entering it."""
    return can_enter_absence(actor, absence.user_id)


def _assigns_to(actor: Actor, user_id: UUID) -> bool:
    if actor.reach("task", Act.ASSIGN) < Reach.BRANCH:
        return False
    return bool(query("SELECT iam.is_colleague(%s, 'task', 'A') AS yes", (user_id,))[0]["yes"])


def reads_list(actor: Actor, page: ListPage) -> Verdict:
    """Whoever reads some of its records, however few."""
    return ALLOW if actor.reach(page.resource, Act.READ) is not Reach.NONE else _NO_LIST


def can_share_views(actor: Actor, resource: str) -> Verdict:
    """Who assigns such records in branches of their own shows colleagues what to look at."""
    assigns = actor.reach(resource, Act.ASSIGN) >= Reach.BRANCH
    return ALLOW if assigns and actor.own_branch_codes else _NO_SHARING


def can_change_view(actor: Actor, view: ListView) -> Verdict:
    """Its owner."""
    return ALLOW if view.user_id == actor.id else _NOT_MY_VIEW


def can_delete_view(actor: Actor, view: ListView, *, is_kept: bool) -> Verdict:
    """Its owner; when the owner has left, whoever could share it in a branch that it shows in."""
    if view.user_id == actor.id:
        return ALLOW
    in_reach = not actor.own_branch_codes.isdisjoint(view.branch_codes)
    may_share = bool(can_share_views(actor, view.resource))
    return ALLOW if not is_kept and in_reach and may_share else _NOT_MY_VIEW
