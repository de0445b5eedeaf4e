"""Programs that may call the API, and their keys."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.iam.errors import KeyIsOver, UsernameTaken
from simpul.iam.schemas.service_accounts import (
    KeyOperationsOut,
    NewServiceKeyOut,
    ServiceAccountIn,
    ServiceAccountOut,
    ServiceAccountsOut,
    ServiceAccountUpdateIn,
    ServiceKeyIn,
)
from simpul.iam.selectors import service_accounts as selectors
from simpul.iam.services import service_accounts as services
from simpul.platform import idempotency
from simpul.platform.actor import Act
from simpul.platform.errors import Invalid, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.text import Text

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)
# The store of repeated answers would keep the key.
_NOT_KEPT = Text(id="Kunci tidak disimpan untuk diulang.", en="A key is not kept for repeating.")


@router.get("/service-accounts", permission=_READ, response={200: ServiceAccountsOut, **problems()}, operation_id="service_accounts_list")
def list_accounts(request: ActorRequest) -> dict[str, Any]:
    """Every service account with its keys."""
    return {"items": selectors.account_list(request.auth)}


@router.get("/service-accounts/operations", permission=_READ, response={200: KeyOperationsOut, **problems()}, operation_id="service_accounts_operations")
def list_operations(request: ActorRequest) -> dict[str, Any]:
    """What a key can be made for."""
    return {"items": selectors.key_operations(), "longest_days": services.LONGEST_DAYS}


@router.post("/service-accounts", permission=_MANAGE, response={201: ServiceAccountOut, **problems(UsernameTaken)}, operation_id="service_accounts_create")
def create_account(request: ActorRequest, body: ServiceAccountIn) -> dict[str, Any]:
    """Add a program that may call the API, with its roles and branches."""
    return selectors.account_get(request.auth, services.account_create(actor=request.auth, **body.dict()))


@router.get("/service-accounts/{account_id}", permission=_READ, response={200: ServiceAccountOut, **problems()}, operation_id="service_accounts_get")
def get_account(request: ActorRequest, account_id: UUID) -> dict[str, Any]:
    """One service account with its keys."""
    return selectors.account_get(request.auth, account_id)


@router.patch(
    "/service-accounts/{account_id}", permission=_MANAGE, response={200: ServiceAccountOut, **problems(StaleVersion)}, operation_id="service_accounts_update"
)
def update_account(request: ActorRequest, account_id: UUID, body: ServiceAccountUpdateIn) -> dict[str, Any]:
    """Rename, suspend or re-open a service account, or give it other roles and branches."""
    services.account_update(actor=request.auth, account_id=account_id, **body.dict())
    return selectors.account_get(request.auth, account_id)


@router.post(
    "/service-accounts/{account_id}/keys", permission=_MANAGE, response={201: NewServiceKeyOut, **problems()}, operation_id="service_account_keys_create"
)
def create_key(request: ActorRequest, account_id: UUID, body: ServiceKeyIn) -> dict[str, Any]:
    """Make a key; the answer is the only place where it is ever shown."""
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
    key_id, key = services.key_create(actor=request.auth, account_id=account_id, **body.dict())
    return {"id": key_id, "key": key, "account": selectors.account_get(request.auth, account_id)}


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
