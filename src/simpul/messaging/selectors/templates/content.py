"""What a version of a template holds: fields for each channel, and for e-mail a list of blocks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from simpul.platform.schemas import Strict

_CLEAN = r"^[^\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]*$"
_LINE = r"^[^\x00-\x1f\x7f\u2028\u2029\ue000-\uf8ff]*$"
Link = Annotated[str, StringConstraints(max_length=500, pattern=_LINE)]


class HeaderBlock(Strict):
    """The coloured head of an e-mail with its title."""

    type: Literal["header"]
    title: Annotated[str, StringConstraints(max_length=120, pattern=_LINE)]


class TextBlock(Strict):
    """Words: **bold**, *italic*, [label](link) and lines that begin with "- "; a blank line begins a paragraph."""

    type: Literal["text"]
    text: Annotated[str, StringConstraints(max_length=4000, pattern=_CLEAN)]


class ImageBlock(Strict):
    """A picture with the words that stand for it."""

    type: Literal["image"]
    url: Link
    alt: Annotated[str, StringConstraints(max_length=200, pattern=_LINE)]
    link: Link = ""


class ButtonBlock(Strict):
    """A button that leads somewhere."""

    type: Literal["button"]
    label: Annotated[str, StringConstraints(max_length=60, pattern=_LINE)]
    link: Link


class DividerBlock(Strict):
    """A line across."""

    type: Literal["divider"]


class FooterBlock(Strict):
    """Small words at the end; with `unsubscribe` the link by which the customer stops offers."""

    type: Literal["footer"]
    text: Annotated[str, StringConstraints(max_length=600, pattern=_CLEAN)]
    unsubscribe: bool = False


LeafBlock = Annotated[TextBlock | ImageBlock | ButtonBlock, Field(discriminator="type")]


class BlockColumn(Strict):
    """What stands in one column, from the top."""

    blocks: Annotated[list[LeafBlock], Field(max_length=6)]


class ColumnsBlock(Strict):
    """Two or three columns, one below the other on a phone."""

    type: Literal["columns"]
    columns: Annotated[list[BlockColumn], Field(min_length=2, max_length=3)]


EmailBlock = Annotated[HeaderBlock | TextBlock | ImageBlock | ButtonBlock | ColumnsBlock | DividerBlock | FooterBlock, Field(discriminator="type")]


class EmailContent(Strict):
    channel: Literal["EMAIL"]
    subject: Annotated[str, StringConstraints(max_length=150, pattern=_LINE)]
    preheader: Annotated[str, StringConstraints(max_length=200, pattern=_LINE)] = ""
    blocks: Annotated[list[EmailBlock], Field(max_length=40)]


class SmsContent(Strict):
    channel: Literal["SMS"]
    body: Annotated[str, StringConstraints(max_length=1000, pattern=_CLEAN)]


class PushContent(Strict):
    channel: Literal["PUSH"]
    title: Annotated[str, StringConstraints(max_length=100, pattern=_LINE)]
    body: Annotated[str, StringConstraints(max_length=300, pattern=_CLEAN)]
    link: Link = ""


class LinkButton(Strict):
    label: Annotated[str, StringConstraints(max_length=40, pattern=_LINE)]
    link: Link


class InAppContent(Strict):
    channel: Literal["IN_APP"]
    title: Annotated[str, StringConstraints(max_length=100, pattern=_LINE)]
    body: Annotated[str, StringConstraints(max_length=1000, pattern=_CLEAN)]
    buttons: Annotated[list[LinkButton], Field(max_length=2)] = []


class WhatsAppHeader(Strict):
    """Nothing, a line of text, or media by its address."""

    kind: Literal["NONE", "TEXT", "IMAGE", "DOCUMENT"] = "NONE"
    text: Annotated[str, StringConstraints(max_length=60, pattern=_LINE)] = ""
    url: Link = ""


class WhatsAppButton(Strict):
    """A quick reply, or a link of which only the end may be a token."""

    kind: Literal["QUICK_REPLY", "URL"]
    label: Annotated[str, StringConstraints(max_length=25, pattern=_LINE)]
    link: Link = ""


class WhatsAppContent(Strict):
    channel: Literal["WHATSAPP"]
    header: WhatsAppHeader = WhatsAppHeader()
    body: Annotated[str, StringConstraints(max_length=1024, pattern=_CLEAN)]
    footer: Annotated[str, StringConstraints(max_length=60, pattern=_LINE)] = ""
    buttons: Annotated[list[WhatsAppButton], Field(max_length=10)] = []


TemplateContent = Annotated[EmailContent | SmsContent | PushContent | InAppContent | WhatsAppContent, Field(discriminator="channel")]
AnyContent = EmailContent | SmsContent | PushContent | InAppContent | WhatsAppContent
_READER: TypeAdapter[AnyContent] = TypeAdapter(TemplateContent)
# Fields that hold an address, and those that hold a word of our own.
LINKS = frozenset({"link", "url"})
_OURS = frozenset({"type", "channel", "kind"})


def content_read(stored: Mapping[str, object]) -> AnyContent:
    """The content as it was stored."""
    return _READER.validate_python(stored)


def content_written(content: AnyContent) -> dict[str, object]:
    """The content as it is stored."""
    return content.model_dump(mode="json")


def content_hash(content: AnyContent) -> str:
    """What tells one content from every other."""
    return hashlib.sha256(json.dumps(content_written(content), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def empty_content(channel: str) -> AnyContent:
    """What a new template begins with."""
    match channel:
        case "EMAIL":
            return EmailContent(
                channel="EMAIL",
                subject="",
                preheader="",
                blocks=[HeaderBlock(type="header", title=""), TextBlock(type="text", text=""), FooterBlock(type="footer", text="", unsubscribe=False)],
            )
        case "SMS":
            return SmsContent(channel="SMS", body="")
        case "PUSH":
            return PushContent(channel="PUSH", title="", body="")
        case "IN_APP":
            return InAppContent(channel="IN_APP", title="", body="")
    return WhatsAppContent(channel="WHATSAPP", body="")


def texts_of(content: AnyContent) -> Iterator[tuple[str, str]]:
    """Every text that somebody wrote, with its place: `subject`, `blocks.2.label`."""
    return _walk("", content_written(content))


def _walk(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            if name not in _OURS:
                yield from _walk(f"{place}.{name}" if place else str(name), each)
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _walk(f"{place}.{at}", each)
    elif isinstance(value, str):
        yield place, value
