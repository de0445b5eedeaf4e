"""The accounts with providers over HTTP."""

from __future__ import annotations

from simpul.messaging.errors import ProviderDoesNotSend, ProviderExists, ProviderNotFound
from simpul.messaging.schemas.messages import (
    MessageProviderOut,
    MessageProvidersOut,
    ProviderBody,
    ProviderCreateIn,
    ProviderTestIn,
    ProviderTestOut,
    ProviderUpdateIn,
)
from simpul.messaging.selectors.accounts import ProviderRow, WaitingRow, provider_row, provider_rows, waiting_messages
from simpul.messaging.services import accounts
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)


@router.get("/message-providers", permission=_READ, response={200: MessageProvidersOut, **problems()}, operation_id="message_providers_list")
def list_providers(request: ActorRequest) -> dict[str, list[ProviderRow] | list[WaitingRow]]:
    """Every account with a provider: whether it works, what failed last, and how many messages wait."""
    return {"items": provider_rows(actor=request.auth), "waiting": waiting_messages()}


@router.post(
    "/message-providers",
    permission=_MANAGE,
    response={201: MessageProviderOut, **problems(ProviderExists, Forbidden)},
    operation_id="message_providers_create",
)
def create_provider(request: ActorRequest, body: ProviderCreateIn) -> ProviderRow:
    """Add an account with a provider; messages that wait go out by it from the next pass on."""
    return provider_row(request.auth, accounts.provider_create(actor=request.auth, key=body.key, account=_account(body)))


@router.patch(
    "/message-providers/{slug:key}",
    permission=_MANAGE,
    response={200: MessageProviderOut, **problems(ProviderNotFound, StaleVersion, Forbidden)},
    operation_id="message_providers_update",
)
def update_provider(request: ActorRequest, key: str, body: ProviderUpdateIn) -> ProviderRow:
    """Change an account; a secret that is left out stays as it is."""
    return provider_row(request.auth, accounts.provider_update(actor=request.auth, key=key, version=body.version, account=_account(body)))


@router.post(
    "/message-providers/{slug:key}/resume",
    permission=_MANAGE,
    response={200: MessageProviderOut, **problems(ProviderNotFound, Forbidden)},
    operation_id="message_providers_resume",
)
def resume_provider(request: ActorRequest, key: str) -> ProviderRow:
    """Let an account go on that was stopped, or that waits after failures."""
    return provider_row(request.auth, accounts.provider_resume(actor=request.auth, key=key))


@router.post(
    "/message-providers/{slug:key}/test",
    permission=_MANAGE,
    response={200: ProviderTestOut, **problems(ProviderNotFound, ProviderDoesNotSend, RateLimited, Forbidden)},
    operation_id="message_providers_test",
)
def test_provider(request: ActorRequest, key: str, body: ProviderTestIn) -> dict[str, str]:
    """Send a fixed text to one address, now."""
    return {"reference": accounts.provider_test(actor=request.auth, key=key, recipient=body.recipient)}


def _account(body: ProviderBody) -> accounts.Account:
    return accounts.Account(
        body.name, Channel(body.channel), Adapter(body.adapter), body.position, body.is_active, body.settings, body.secrets, body.per_second, body.batch_size
    )
