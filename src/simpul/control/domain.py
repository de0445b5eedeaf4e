"""What changes by two people state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.control.acts import ControlAct
from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.control import settings, subscribers
    from simpul.control.selectors.proposals import proposal_labels
    from simpul.control.selectors.recertifications import review_labels
    from simpul.control.services import codes, following, recertifying, telling
    from simpul.control.services.proposing import change_propose
    from simpul.control.vocabulary import RECERTIFICATION, SUBJECT
    from simpul.platform import ports
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            ports.Plug(ports.propose, change_propose),
            settings.GROUP,
            settings.SETTING,
            *settings.RECERTIFICATION_SETTINGS,
            SubjectType(SUBJECT, Text(id="Perubahan berdua", en="Change by two people"), proposal_labels, "/proposals/{id}"),
            *following.NOTICES,
            *telling.NOTICES,
            *codes.NOTICES,
            *recertifying.NOTICES,
            SubjectType(RECERTIFICATION, Text(id="Peninjauan hak", en="Review of rights"), review_labels, "/recertification"),
            *subscribers.workflow_entries(),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.control import api

    return [("control", api.router), ("recertification", api.reviews)]


OBJECTS = {"CONTROL_CODES": Text(id="Kode tersegel", en="Sealed codes")}

DOMAIN = Domain("control", acts=ControlAct, parts=_parts, routers=_routers, objects=OBJECTS)
