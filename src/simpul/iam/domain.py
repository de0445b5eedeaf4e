"""What users, roles and scopes state about themselves."""

from __future__ import annotations

from simpul.iam.acts import IamAct
from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text


def _parts() -> Parts:
    from simpul.iam import actors, limits, portable, subscribers
    from simpul.iam.api import absences, account, grants, identities, organisation, password_links, service_accounts, users, ways_in
    from simpul.iam.selectors import directory
    from simpul.iam.services.administrators import MADE_NOTICE
    from simpul.platform import ports
    from simpul.platform.subjects import SubjectType

    return Parts(
        routers=[
            ("iam", account.router),
            ("iam", ways_in.router),
            ("service accounts", service_accounts.router),
            ("users", users.router),
            ("users", identities.router),
            ("absences", absences.router),
            ("roles", grants.router),
            ("organisation", organisation.router),
            ("users", password_links.router),
        ],
        entries=[
            ports.Plug(ports.anonymous_actor, actors.anonymous_actor),
            ports.Plug(ports.system_actor, actors.system_actor),
            ports.Plug(ports.stored_settings, limits.stored),
            *limits.GROUPS,
            *limits.SETTINGS,
            *portable.sections(),
            MADE_NOTICE,
            SubjectType("USER", Text(id="Pengguna", en="User"), directory.user_labels),
        ],
        at_start=[subscribers.connect],
    )


DOMAIN = Domain("iam", schema="iam", acts=IamAct, parts=_parts)
