"""What users, roles and scopes state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.iam.acts import IamAct
from simpul.platform.actor import Reach
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "configuration": Resource(
        Text(id="Pengguna, peran, dan konfigurasi", en="Users, roles and configuration"),
        "system",
        "RM",
        least=Reach.ALL,
        grants={
            "COMPLIANCE": "R ALL",
            "ADMIN": "M ALL",
            "SYSTEM": "RM ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.iam import actors, guarding, limits, portable, subscribers
    from simpul.iam.events import UserLeft
    from simpul.iam.selectors import directory
    from simpul.iam.services import leavers, role_exceptions
    from simpul.iam.services.administrators import MADE_NOTICE
    from simpul.iam.services.browsers import NEW_BROWSER
    from simpul.iam.services.single_sign_on import LEFT_OUT_NOTICE
    from simpul.platform import ports
    from simpul.platform.db.forcing import AfterMigrations
    from simpul.platform.events import Subscription
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            ports.Plug(ports.anonymous_actor, actors.anonymous_actor),
            ports.Plug(ports.system_actor, actors.system_actor),
            ports.Plug(ports.stored_settings, limits.stored),
            *limits.GROUPS,
            *limits.SETTINGS,
            *portable.sections(),
            *guarding.guarded_changes(),
            MADE_NOTICE,
            *leavers.NOTICES,
            *role_exceptions.NOTICES,
            LEFT_OUT_NOTICE,
            Subscription(UserLeft, "iam.follow_leaver"),
            NEW_BROWSER,
            SubjectType("USER", Text(id="Pengguna", en="User"), directory.user_labels),
            AfterMigrations("iam", _bring),
        ],
        at_start=[subscribers.connect],
    )


def _bring() -> None:
    """The grants and the incompatible roles of what a release brings come in with it."""
    from simpul.iam.actors import release_actor
    from simpul.iam.services.bringing_grants import grants_bring
    from simpul.iam.services.role_conflicts import conflicts_bring

    with release_actor() as actor:
        grants_bring(actor=actor)
        conflicts_bring(actor=actor)


def _routers() -> list[tuple[str, Router]]:
    from simpul.iam.api import (
        absences,
        account,
        grants,
        identities,
        list_views,
        organisation,
        password_links,
        role_conflicts,
        service_accounts,
        users,
        ways_in,
    )

    return [
        ("iam", account.router),
        ("iam", ways_in.router),
        ("service accounts", service_accounts.router),
        ("users", users.router),
        ("users", identities.router),
        ("absences", absences.router),
        ("list views", list_views.router),
        ("roles", grants.router),
        ("role conflicts", role_conflicts.router),
        ("organisation", organisation.router),
        ("users", password_links.router),
    ]


# What the trail names and no page of its own shows.
OBJECTS = {
    "ADDRESS": Text(id="Alamat", en="Address"),
    "BRANCH": Text(id="Cabang", en="Branch"),
    "GRANTS": Text(id="Hak", en="Grants"),
    "LIST_VIEW": Text(id="Tampilan daftar", en="View of a list"),
    "PASSWORD_LINK": Text(id="Tautan kata sandi", en="Password link"),
    "ROLE": Text(id="Peran", en="Role"),
    "ROLE_CONFLICT": Text(id="Peran yang bertentangan", en="Incompatible roles"),
    "ROLE_EXCEPTION": Text(id="Pengecualian peran", en="Exception from incompatible roles"),
    "SERVICE_ACCOUNT": Text(id="Akun layanan", en="Service account"),
    "SERVICE_KEY": Text(id="Kunci layanan", en="Service key"),
    "SESSION": Text(id="Sesi", en="Session"),
    "SETTINGS": Text(id="Pengaturan", en="Settings"),
    "UNIT": Text(id="Unit", en="Unit"),
}

DOMAIN = Domain("iam", schema="iam", resources=RESOURCES, acts=IamAct, parts=_parts, routers=_routers, objects=OBJECTS)
