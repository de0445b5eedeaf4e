"""The configuration as one file: exported, compared, imported."""

from __future__ import annotations

from typing import Any

from simpul.oversight.errors import ConfigurationHasProblems, ConfigurationIsTheSame, ConfigurationLowersProtection, ConfigurationUnreadable
from simpul.oversight.schemas.configuration import ConfigurationFileOut, ConfigurationImportIn, ConfigurationPlanOut, ConfigurationPreviewIn
from simpul.oversight.services import configuration as services
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)


@router.get("/configuration/export", permission=_READ, response={200: ConfigurationFileOut, **problems(Forbidden)}, operation_id="configuration_export")
def export_configuration(request: ActorRequest) -> dict[str, Any]:
    """Settings, branches, units, roles, grants, calendars and workflows in force, without secrets and without people."""
    return services.configuration_export(actor=request.auth)


@router.post(
    "/configuration/preview",
    permission=_MANAGE,
    response={200: ConfigurationPlanOut, **problems(Forbidden, ConfigurationUnreadable)},
    operation_id="configuration_preview",
)
def preview_configuration(request: ActorRequest, body: ConfigurationPreviewIn) -> dict[str, Any]:
    """What a file would change here, in sentences, and what stands against it; nothing is changed."""
    return services.configuration_preview(actor=request.auth, document=body.document)


@router.post(
    "/configuration/import",
    permission=_MANAGE,
    response={
        202: ProposalOut,
        **problems(Forbidden, ConfigurationUnreadable, ConfigurationHasProblems, ConfigurationIsTheSame, ConfigurationLowersProtection, StaleVersion),
    },
    operation_id="configuration_import",
)
def import_configuration(request: ActorRequest, body: ConfigurationImportIn) -> Any:
    """Bring a file in, all of it or nothing, when a second person agrees."""
    return propose_change(request.auth, "configuration_import", body)
