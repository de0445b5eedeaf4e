"""Who may read and change users, roles and the organisation itself.

Row-level security and triggers hold the same; each of the two is enough on its own.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from simpul.iam.models import Absence, User
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
_ACTIVE = Text(id="Pengguna ini sudah aktif.", en="This user is active.")


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


def can_suspend(actor: Actor, user: User) -> Verdict:
    """An active person who is somebody else; the last administrator is kept by the service and the database."""
    verdict = can_change_access(actor, user)
    return deny(_SUSPENDED) if verdict and user.status != User.Status.ACTIVE else verdict


def can_activate(actor: Actor, user: User) -> Verdict:
    """A suspended person."""
    verdict = can_change_access(actor, user)
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
