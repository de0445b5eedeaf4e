"""Rendering approved versions for customers, in sets: words that were compiled once, with the values of each recipient.

`approved_version` says which version of a template is sent in a language, and `render_messages` what each customer is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

from simpul.customers.public import visible_customers
from simpul.iam.public import branches, organisation_name
from simpul.messaging.errors import TemplateNotFound
from simpul.messaging.models import MessageTemplateVersion
from simpul.messaging.selectors.templates.compiling import Compiled, content_compile
from simpul.messaging.selectors.templates.content import content_read
from simpul.messaging.selectors.templates.filling import ValueMissing, parts_fill
from simpul.messaging.selectors.templates.tokens import TOKENS, TokenSource
from simpul.messaging.services.adapters.base import ChannelTemplate
from simpul.messaging.vocabulary import Channel, NotSent, ProviderStatus, TemplateStatus
from simpul.platform.ports import system_actor

_GIVEN = frozenset(name for name, kind in TOKENS.items() if kind.source is TokenSource.MESSAGE)
_SHORTEST_NAME = 2
Values = Mapping[str, str | None]


@dataclass(frozen=True)
class ApprovedVersion:
    """The version of a template that is sent in a language, which is Indonesian where the one asked for has none."""

    id: UUID
    template_id: UUID
    channel: str
    purpose: str
    language: str
    number: int
    content_hash: str


@dataclass(frozen=True)
class Rendered:
    """What one customer is written. For e-mail the body is the plain part; `channel_template` is for WhatsApp, which keeps
    the words itself; `links` are where a message in an app leads, each with its words; `values` those that it was rendered with."""

    title: str
    body: str
    html: str | None = None
    channel_template: ChannelTemplate | None = None
    links: tuple[tuple[str, str], ...] = ()
    values: Values = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Missing:
    """Why one customer cannot be written to by this version, and which token has no value."""

    reason: NotSent
    token: str = ""


def approved_version(template_key: str, channel: Channel, language: str) -> ApprovedVersion:
    """The latest approved version in the language, else the Indonesian one; on WhatsApp only what WhatsApp approved as well.

    Raises: TemplateNotFound when neither is approved.
    """
    found = MessageTemplateVersion.objects.filter(
        template__key=template_key, template__channel=channel.value, language__in={language, "id"}, status=TemplateStatus.APPROVED
    ).select_related("template")
    if channel is Channel.WHATSAPP:
        found = found.filter(provider_status=ProviderStatus.APPROVED)
    versions = sorted(found, key=lambda version: (version.language == language, version.number))
    if not versions:
        raise TemplateNotFound()
    version = versions[-1]
    return ApprovedVersion(
        version.id, version.template_id, version.template.channel, version.template.purpose, version.language, version.number, version.content_hash
    )


def render_messages(version_id: UUID, recipients: Sequence[tuple[UUID, Values]]) -> dict[UUID, Rendered | Missing]:
    """What each customer is written, or why nothing, in a fixed number of queries; called as the product itself.

    The values that come with a message are those of tokens whose source is MESSAGE, by their names; others are read from rows.
    """
    version = MessageTemplateVersion.objects.select_related("template").filter(pk=version_id).first()
    if version is None or not _may_be_sent(version):
        return {customer_id: Missing(NotSent.TEMPLATE) for customer_id, _ in recipients}
    compiled = _compiled(version.id, version.content_hash)
    known = customer_values([customer_id for customer_id, _ in recipients])
    shared = {"organisation.name": organisation_name()}
    rendered: dict[UUID, Rendered | Missing] = {}
    for customer_id, given in recipients:
        values = {name: value for name, value in given.items() if name in _GIVEN} | shared | known.get(customer_id, {})
        rendered[customer_id] = render_values(compiled, values, version.provider_name, version.language)
    return rendered


def render_again(version_id: UUID, values: Values, *, to_send: bool = False) -> Rendered | Missing:
    """What a version says with values that are known already, whatever became of the version since; `to_send` one that was retired says nothing."""
    version = MessageTemplateVersion.objects.select_related("template").filter(pk=version_id).first()
    if version is None or (to_send and not _may_be_sent(version)):
        return Missing(NotSent.TEMPLATE)
    return render_values(_compiled(version.id, version.content_hash), values, version.provider_name, version.language)


def render_values(compiled: Compiled, values: Values, provider_name: str | None, language: str) -> Rendered | Missing:
    """The words with their values; a token without value and fall-back leaves no hole, but nothing at all."""
    try:
        template = None
        if compiled.template_body is not None:
            places = tuple(parts_fill(parts, values) for parts in compiled.places)
            ends = tuple((index, parts_fill(parts, values)) for index, parts in compiled.button_places)
            template = ChannelTemplate(provider_name or "", language, places, compiled.header, ends)
        page = parts_fill(compiled.html, values) if compiled.html is not None else None
        links = tuple((label, parts_fill(parts, values)) for label, parts in compiled.links)
        return Rendered(parts_fill(compiled.title, values), parts_fill(compiled.body, values), page, template, links, values)
    except ValueMissing as missing:
        return Missing(NotSent.TEMPLATE, missing.name)


def customer_values(customer_ids: Sequence[UUID]) -> dict[UUID, dict[str, str | None]]:
    """The values of tokens about customers and their branches, in one query for each."""
    rows = visible_customers(system_actor()).filter(pk__in=set(customer_ids)).values_list("pk", "kind", "full_name", "home_branch_code")
    places = branches()
    known: dict[UUID, dict[str, str | None]] = {}
    for customer_id, kind, full_name, branch_code in rows:
        branch = places.get(branch_code)
        known[customer_id] = {
            "customer.name": full_name,
            "customer.first_name": first_name(full_name) if kind == "PERSON" else None,
            "branch.name": branch.name if branch else None,
            "branch.city": branch.city if branch else None,
            "branch.phone": branch.phone if branch else None,
        }
    return known


def first_name(full_name: str) -> str | None:
    """The first word that a person is called by: neither a title such as `H.` or `Dr.` nor an initial."""
    words = full_name.split()
    return next((word for word in words if not word.endswith(".") and len(word) >= _SHORTEST_NAME), words[0] if words else None)


def _may_be_sent(version: MessageTemplateVersion) -> bool:
    provider_agrees = version.template.channel != Channel.WHATSAPP or version.provider_status == ProviderStatus.APPROVED
    return version.status == TemplateStatus.APPROVED and provider_agrees


@lru_cache(maxsize=512)
def _compiled(version_id: UUID, content_hash: str) -> Compiled:
    """The words of an approved version, compiled once in each process: they never change."""
    version = MessageTemplateVersion.objects.only("content", "language").get(pk=version_id, content_hash=content_hash)
    return content_compile(content_read(version.content), version.language)
