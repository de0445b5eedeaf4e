"""Programs that may call the API, and their keys."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.iam.errors import KeyIsOver, UsernameTaken
from simpul.iam.schemas.service_accounts import (
    KeyOperationsOut,
    ServiceAccountIn,
    ServiceAccountOut,
    ServiceAccountsOut,
    ServiceAccountUpdateIn,
    ServiceKeyIn,
)
from simpul.iam.selectors import service_accounts as selectors
from simpul.iam.services import service_accounts as services
from simpul.platform.actor import Act
from simpul.platform.errors import StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)


@router.get("/service-accounts", permission=_READ, response={200: ServiceAccountsOut, **problems()}, operation_id="service_accounts_list")
def list_accounts(request: ActorRequest) -> dict[str, Any]:
    """Every service account with its keys."""
    return {"items": selectors.account_list(request.auth)}


@router.get("/service-accounts/operations", permission=_READ, response={200: KeyOperationsOut, **problems()}, operation_id="service_accounts_operations")
def list_operations(request: ActorRequest) -> dict[str, Any]:
    """What a key can be made for."""
    return {"items": selectors.key_operations(), "longest_days": services.LONGEST_DAYS}


@router.post("/service-accounts", permission=_MANAGE, response={202: ProposalOut, **problems(UsernameTaken)}, operation_id="service_accounts_create")
def create_account(request: ActorRequest, body: ServiceAccountIn) -> Any:
    """Add a program that may call the API, with its roles and branches, when a second person agrees."""
    return propose_change(request.auth, "service_accounts_create", body)


@router.get("/service-accounts/{account_id}", permission=_READ, response={200: ServiceAccountOut, **problems()}, operation_id="service_accounts_get")
def get_account(request: ActorRequest, account_id: UUID) -> dict[str, Any]:
    """One service account with its keys."""
    return selectors.account_get(request.auth, account_id)


@router.patch(
    "/service-accounts/{account_id}",
    permission=_MANAGE,
    response={200: ServiceAccountOut, 202: ProposalOut, **problems(StaleVersion)},
    operation_id="service_accounts_update",
)
def update_account(request: ActorRequest, account_id: UUID, body: ServiceAccountUpdateIn) -> Any:
    """Rename or suspend a service account at once; re-open it, or give it other roles and branches, when a second person agrees."""
    return propose_change(request.auth, "service_accounts_update", body, lambda _: selectors.account_get(request.auth, account_id), account_id=account_id)


@router.post("/service-accounts/{account_id}/keys", permission=_MANAGE, response={202: ProposalOut, **problems()}, operation_id="service_account_keys_create")
def create_key(request: ActorRequest, account_id: UUID, body: ServiceKeyIn) -> Any:
    """Make a key, when a second person agrees; who proposed it takes it once, within a day."""
    return propose_change(request.auth, "service_account_keys_create", body, account_id=account_id)


@router.post(
    "/service-accounts/{account_id}/keys/{key_id}/revoke",
    permission=_MANAGE,
    response={200: ServiceAccountOut, **problems(KeyIsOver)},
    operation_id="service_account_keys_revoke",
)
def revoke_key(request: ActorRequest, account_id: UUID, key_id: UUID) -> dict[str, Any]:
    """End a key; its next request is refused."""
    services.key_revoke(actor=request.auth, account_id=account_id, key_id=key_id)
    return selectors.account_get(request.auth, account_id)
