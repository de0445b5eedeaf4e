"""How one may sign in, for the sign-in page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from simpul.iam.schemas.ways_in import WaysInOut
from simpul.iam.single_sign_on.providers import providers
from simpul.platform.http import Router, problems, public

router = Router()


@router.get(
    "/ways-in",
    permission=public("The sign-in page offers the organisation's identity providers."),
    response={200: WaysInOut, **problems()},
    operation_id="ways_in_list",
)
def list_ways(request: HttpRequest) -> dict[str, Any]:
    """The identity providers that the organisation has configured."""
    return {"sso": [{"key": one.key, "name": one.name, "start": f"/sso/{one.key}/start"} for one in providers().values()]}
