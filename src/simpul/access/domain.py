"""What emergency access states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.access.acts import AccessAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "break_glass": Resource(
        Text(id="Akses darurat", en="Break-glass"),
        "control",
        "RCUA",
        grants={
            "SUPERVISOR": "A BRANCH",
            "COMPLIANCE": "CA ALL",
            "ADMIN": "C ALL",
            "SYSTEM": "RCU ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.access import grant_workflow, limits
    from simpul.access.selectors.requests import request_labels
    from simpul.access.selectors.samples import sample_labels
    from simpul.access.services.following import NOTICES
    from simpul.access.services.sampling import SAMPLE, VIEWS_SOURCE
    from simpul.access.vocabulary import SUBJECT
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            limits.GROUP,
            limits.SETTING,
            SubjectType(SUBJECT, Text(id="Akses darurat", en="Emergency access"), request_labels, "/break-glass/{id}"),
            SubjectType(SAMPLE, Text(id="Uji petik", en="Sample"), sample_labels, "/break-glass/samples/{id}"),
            VIEWS_SOURCE,
            *NOTICES,
            *grant_workflow.entries(),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.access.api import grants, samples

    return [("access", grants.router), ("access", samples.router)]


DOMAIN = Domain("access", resources=RESOURCES, acts=AccessAct, parts=_parts, routers=_routers)
