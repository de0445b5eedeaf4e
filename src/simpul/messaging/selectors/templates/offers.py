"""Templates of offers, as campaigns choose them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from simpul.messaging.models import MessageTemplate, MessageTemplateVersion
from simpul.messaging.selectors.templates.compiling import link_opens
from simpul.messaging.selectors.templates.content import content_read, texts_of
from simpul.messaging.selectors.templates.filling import LONGEST_VALUE, value_cleaned
from simpul.messaging.selectors.templates.tokens import TOKENS, UNSUBSCRIBE, Token, TokenKind, TokenSource, tokens_parse
from simpul.messaging.vocabulary import Channel, ProviderStatus, TemplateStatus
from simpul.platform.text import Text


@dataclass(frozen=True)
class OfferTemplate:
    """A template, and its latest version that may be sent: None while nobody approved one, or WhatsApp has not."""

    id: UUID
    name: str
    channel: str
    purpose: str
    version_id: UUID | None
    number: int | None


@dataclass(frozen=True)
class OfferToken:
    """A token whose value comes with an offer; `is_required` where a version names it without words that stand for a missing value."""

    kind: TokenKind
    is_required: bool


_NO_TOKEN = Text(id="Token ini tidak ada.", en="There is no such token.")
_TOO_LONG = Text(id="Paling panjang {most} karakter.", en="At most {most} characters.")
_NO_LINK = Text(id="Tulis alamat lengkap, misalnya https://bank.example/promo.", en="Write a whole address, such as https://bank.example/promo.")


def offer_templates(template_ids: Iterable[UUID], language: str = "id") -> dict[UUID, OfferTemplate]:
    """These templates with what may be sent of them in the language, in two queries. For SYSTEM: who reads campaigns need not read templates."""
    found = {row.id: row for row in MessageTemplate.objects.filter(pk__in=set(template_ids))}
    latest: dict[UUID, MessageTemplateVersion] = {}
    versions = MessageTemplateVersion.objects.filter(template__in=found, language=language, status=TemplateStatus.APPROVED).order_by("number")
    for version in versions.defer("content"):
        latest[version.template_id] = version
    offered = {}
    for key, row in found.items():
        approved = latest.get(key)
        if approved is not None and row.channel == Channel.WHATSAPP and approved.provider_status != ProviderStatus.APPROVED:
            approved = None
        offered[key] = OfferTemplate(key, row.name, row.channel, row.purpose, approved.id if approved else None, approved.number if approved else None)
    return offered


def template_ids(keys: Iterable[str]) -> dict[str, UUID]:
    """The templates of these keys; one that does not exist is absent. For SYSTEM."""
    return dict(MessageTemplate.objects.filter(key__in=set(keys)).values_list("key", "id"))


def offer_tokens(version_id: UUID) -> list[OfferToken]:
    """What whoever sends an offer by this version has to say themselves, in the order of the catalogue. For SYSTEM."""
    version = MessageTemplateVersion.objects.get(pk=version_id)
    named = [part for _, text in texts_of(content_read(version.content)) for part in tokens_parse(text) if isinstance(part, Token)]
    required = {token.name for token in named if token.fallback is None}
    wanted = {token.name for token in named}
    return [OfferToken(kind, name in required) for name, kind in TOKENS.items() if name in wanted and _is_said(kind)]


def offer_value_fault(name: str, value: str) -> Text | None:
    """Why a token of an offer cannot have this value; None where it can, and where it is empty."""
    kind = TOKENS.get(name)
    if kind is None or not _is_said(kind):
        return _NO_TOKEN
    cleaned = value_cleaned(value)
    if len(cleaned) > LONGEST_VALUE:
        return _TOO_LONG.format(most=LONGEST_VALUE)
    return _NO_LINK if cleaned and kind.is_link and not link_opens(cleaned) else None


def _is_said(kind: TokenKind) -> bool:
    return kind.source is TokenSource.MESSAGE and kind.name != UNSUBSCRIBE
