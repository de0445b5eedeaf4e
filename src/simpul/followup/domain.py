"""What the follow-up programme states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.followup.acts import FollowupAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "followup": Resource(
        Text(id="Tindak lanjut", en="Follow-up"),
        "service",
        "RUAX",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "SUPERVISOR": "R BRANCH; X? BRANCH",
            "AGENT": "RU OWN (log a follow-up)",
            "COMPLIANCE": "R ALL",
            "ADMIN": "R ALL (masked)",
            "SYSTEM": "RCUA ALL",
        },
    ),
}
OBJECTS = {
    "FOLLOWUP_DAY_OFF": Text(id="Hari libur petugas tindak lanjut", en="Days off of a follow-up agent"),
    "FOLLOWUP_ENTRIES": Text(id="Anggota yang dimasukkan", en="Members entered"),
}


def _parts() -> Parts:
    from simpul.followup import settings
    from simpul.followup.alerts import FOLLOWUP_PENDING
    from simpul.followup.datasets import DATA_SETS
    from simpul.followup.demonstration import DEMONSTRATION
    from simpul.followup.selectors.labels import (
        agent_labels,
        member_labels,
        member_place,
        moves_labels,
        run_labels,
    )
    from simpul.followup.services.importing import TARGET
    from simpul.followup.services.notices import NOTICES
    from simpul.followup.timeline import KIND
    from simpul.followup.vocabulary import AGENT, MEMBER, MOVES, RUN
    from simpul.platform.subjects import SubjectType
    from simpul.tasks.public import WorkSubject

    return Parts(
        entries=[
            SubjectType(
                MEMBER,
                Text(id="Anggota tindak lanjut", en="Follow-up member"),
                member_labels,
                "/followup/members/{id}",
            ),
            SubjectType(RUN, Text(id="Rotasi tindak lanjut", en="Follow-up run"), run_labels, "/followup/runs/{id}"),
            SubjectType(
                MOVES,
                Text(id="Perpindahan anggota", en="Moves of members"),
                moves_labels,
                "/followup/moves/{id}",
            ),
            SubjectType(
                AGENT,
                Text(id="Petugas tindak lanjut", en="Follow-up agent"),
                agent_labels,
                "/followup/due/{id}",
            ),
            WorkSubject(MEMBER, member_place, opens_customer=True),
            settings.GROUP,
            *settings.SETTINGS,
            *NOTICES,
            FOLLOWUP_PENDING,
            KIND,
            TARGET,
            *DATA_SETS,
            DEMONSTRATION,
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.followup.api import agents, members, runs

    return [
        ("follow-up", members.router),
        ("follow-up", agents.router),
        ("follow-up", runs.router),
    ]


DOMAIN = Domain("followup", resources=RESOURCES, acts=FollowupAct, objects=OBJECTS, parts=_parts, routers=_routers)
