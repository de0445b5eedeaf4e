"""What each message says and to whom, at the moment of sending: opened where it was written, rendered where it is one of a set."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from simpul.customers.public import contacts_of
from simpul.documents.public import (
    DocumentIsGone,
    DocumentIsLocked,
    DocumentNotFound,
    document_get,
    document_open,
)
from simpul.messaging.facts import MessageContent
from simpul.messaging.models import OutboundMessage
from simpul.messaging.selectors.customer_app import device_addresses
from simpul.messaging.selectors.gates import Claimed, address_hash
from simpul.messaging.selectors.links import links_followed, preferences_link, public_url
from simpul.messaging.selectors.templates.tokens import UNSUBSCRIBE
from simpul.messaging.services.adapters.base import Attachment, Outgoing
from simpul.messaging.services.outbox import open_content, open_parts, seal_parts
from simpul.messaging.services.templates.rendering import Rendered, render_again, render_messages
from simpul.messaging.vocabulary import Channel, NotSent, Purpose
from simpul.platform.db import scope
from simpul.platform.ports import system_actor

# Stands in history where the customer's own link stood: whoever reads it does not stop the customer's offers.
_NO_LINK = "https://tautan.invalid/"
_HIGHEST_TIER = 2
_LARGEST = 5_000_000


@dataclass(frozen=True)
class Ready:
    """A message that may go. `sealed` and `address_hash` are what it keeps of itself when it got its content just now."""

    claimed: Claimed
    outgoing: Outgoing
    sealed: str | None = None
    address_hash: bytes | None = None


@dataclass(frozen=True)
class Unwritable:
    """A message that has no words or no address."""

    claimed: Claimed
    reason: NotSent


def write_messages(claimed: Sequence[Claimed]) -> list[Ready | Unwritable]:
    """What each message says and where it goes; those of sets with a fixed number of queries for each version and channel."""
    written: list[Ready | Unwritable] = [_opened(each) for each in claimed if each.sealed is not None]
    rest = [each for each in claimed if each.sealed is None]
    for channel in {each.channel for each in rest}:
        here = [each for each in rest if each.channel == channel]
        addresses = addresses_of({each.customer_id for each in here}, Channel(channel))
        for group in _by_version(here):
            written += _rendered(group, addresses)
    return written


def addresses_of(customer_ids: Collection[UUID], channel: Channel) -> dict[UUID, str]:
    """Where messages of this channel reach customers, now."""
    if channel is Channel.IN_APP:
        return {each: str(each) for each in customer_ids}
    return device_addresses(customer_ids) if channel is Channel.PUSH else contacts_of(customer_ids, channel.value)


def content_shown(message: OutboundMessage) -> MessageContent:
    """What a message said, as its history shows it: the mail as it was, without the customer's own links.

    Raises: MessageNotFound when the reader may not know the label of its subject.
    """
    if not message.sealed:  # not written yet, or the customer's data was erased
        return MessageContent("", "", "")
    content = open_content(message.id, message.sealed, message.subject_type, message.subject_id)
    values = open_parts(message.id, message.sealed).values
    if message.template_version_id is None or values is None:
        return content
    # Whoever may open the message is shown its words, also one who sees no templates.
    with scope(system_actor()):
        shown = render_again(message.template_version_id, {**values, UNSUBSCRIBE: _NO_LINK})
    return replace(content, html=shown.html) if isinstance(shown, Rendered) else content


def links_shown(message: OutboundMessage) -> list[tuple[str, str]]:
    """Where a message in the organisation's app leads: words and address of each button."""
    if not message.sealed or message.template_version_id is None:
        return []
    values = open_parts(message.id, message.sealed).values
    found = render_again(message.template_version_id, values) if values is not None else None
    return list(found.links) if isinstance(found, Rendered) else []


def _opened(each: Claimed) -> Ready | Unwritable:
    assert each.sealed is not None
    content = open_content(each.message_id, each.sealed, each.subject_type, each.subject_id)
    if not content.recipient:
        return Unwritable(each, NotSent.NO_ADDRESS)
    values = open_parts(each.message_id, each.sealed).values
    if each.template_version_id is None or values is None:
        outgoing = Outgoing(
            each.message_id,
            content.recipient,
            content.title,
            content.body,
            each.purpose,
            attachments=_attachments(each),
        )
        return Ready(each, outgoing)
    # It was rendered for an attempt that failed: the same words with the same values.
    again = render_again(each.template_version_id, {**values, **_own_links(each)}, to_send=True)
    return Ready(each, _outgoing(each, content.recipient, again)) if isinstance(again, Rendered) else Unwritable(each, NotSent.TEMPLATE)


def _attachments(each: Claimed) -> tuple[Attachment, ...]:
    """The document of a mail. A sensitive one stays in the product: mail is read by others, too."""
    if each.document_id is None or each.channel != Channel.EMAIL:
        return ()
    actor = system_actor()
    try:
        if document_get(actor=actor, document_id=each.document_id).tier > _HIGHEST_TIER:
            return ()
        content = document_open(actor=actor, document_id=each.document_id)
        if content.size > _LARGEST:
            return ()
        return (Attachment(content.file_name, content.media_type, b"".join(content.chunks)),)
    except (DocumentNotFound, DocumentIsGone, DocumentIsLocked):
        # The words go all the same: they say what the customer needs.
        return ()


def _rendered(group: Sequence[Claimed], addresses: Mapping[UUID, str]) -> Iterable[Ready | Unwritable]:
    version_id = group[0].template_version_id
    assert version_id is not None  # a row without words names its template, by a constraint
    found = render_messages(version_id, [(each.customer_id, {**(each.token_values or {}), **_own_links(each)}) for each in group])
    for each in group:
        said, address = found[each.customer_id], addresses.get(each.customer_id)
        if not isinstance(said, Rendered):
            yield Unwritable(each, said.reason)
        elif address is None:
            yield Unwritable(each, NotSent.NO_ADDRESS)
        else:
            kept = {name: value for name, value in said.values.items() if name != UNSUBSCRIBE}
            sealed = seal_parts(each.message_id, said.title, said.body.replace(said.values.get(UNSUBSCRIBE) or "\0", _NO_LINK), address, values=kept)
            yield Ready(each, _outgoing(each, address, said), sealed, address_hash(each.channel, address))


def _own_links(each: Claimed) -> dict[str, str]:
    return {UNSUBSCRIBE: preferences_link(each.message_id)} if public_url() else {}


def _outgoing(each: Claimed, address: str, said: Rendered) -> Outgoing:
    offer = each.purpose == Purpose.MARKETING and bool(public_url())
    page = links_followed(said.html, each.message_id) if said.html is not None and public_url() else said.html
    return Outgoing(
        each.message_id, address, said.title, said.body, each.purpose, html=page, template=said.channel_template,
        unsubscribe_url=preferences_link(each.message_id) if offer else None, data={"link": said.links[0][1]} if said.links else {},
    )  # fmt: skip


def _by_version(claimed: Sequence[Claimed]) -> list[list[Claimed]]:
    """Groups of one version in which no customer stands twice."""
    groups: dict[tuple[UUID | None, int], list[Claimed]] = {}
    seen: dict[tuple[UUID | None, UUID], int] = {}
    for each in claimed:
        turn = seen[each.template_version_id, each.customer_id] = seen.get((each.template_version_id, each.customer_id), -1) + 1
        groups.setdefault((each.template_version_id, turn), []).append(each)
    return list(groups.values())
