"""Compiling a content once: literal words and slots, which rendering only joins. E-mail goes from blocks over MJML to HTML that mail programs show.

While a text is turned into markup each token is a mark of letters and figures that no writer can guess; whatever else the writer typed is
escaped. Afterwards the marks become slots, each with the way in which its value is written there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import css_inline
import nh3
from mjml import mjml2html

from simpul.messaging.selectors.templates.content import (
    AnyContent,
    BlockColumn,
    ButtonBlock,
    ColumnsBlock,
    DividerBlock,
    EmailBlock,
    EmailContent,
    FooterBlock,
    HeaderBlock,
    ImageBlock,
    InAppContent,
    PushContent,
    SmsContent,
    TextBlock,
    content_hash,
)
from simpul.messaging.selectors.templates.tokens import UNSUBSCRIBE, Token, tokens_parse
from simpul.platform.text import Text

_UNSUBSCRIBE_WORDS = Text(id="Berhenti menerima penawaran", en="Stop receiving offers")
_BOLD, _ITALIC = re.compile(r"\*\*([^*\n]+)\*\*"), re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
_LABELLED = re.compile(r"\[([^\]\n]{1,200})\]\(([^()\s]{1,500})\)")
_INLINER = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)
_HEAD = (
    '<mj-attributes><mj-all font-family="Arial, Helvetica, sans-serif"/><mj-text font-size="15px" line-height="1.55" color="#15191c" padding="8px 24px"/>'
    '<mj-section padding="0" background-color="#ffffff"/><mj-button background-color="#0d6762" color="#ffffff" font-size="15px" border-radius="6px" padding="12px 24px"/>'
    '<mj-image padding="8px 24px"/><mj-divider border-width="1px" border-color="#dfe3e6" padding="12px 24px"/></mj-attributes>'
    "<mj-style>p { margin: 0 0 12px; } ul { margin: 0 0 12px; padding-left: 20px; }</mj-style>"
)


class Writing(StrEnum):
    """How a value is written where its slot is."""

    PLAIN = "PLAIN"
    HTML = "HTML"
    PART_OF_LINK = "PART_OF_LINK"
    LINK = "LINK"
    LINK_IN_HTML = "LINK_IN_HTML"


@dataclass(frozen=True)
class Slot:
    """Where a token's value goes."""

    name: str
    fallback: str | None
    writing: Writing


Parts = tuple[str | Slot, ...]


@dataclass(frozen=True)
class Compiled:
    """A content, ready to be rendered any number of times. `places` are the values that WhatsApp's own template takes, in order."""

    title: Parts
    body: Parts
    html: Parts | None = None
    places: tuple[Parts, ...] = ()
    button_places: tuple[tuple[int, Parts], ...] = ()
    header: tuple[str, str] | None = None
    links: tuple[tuple[str, Parts], ...] = ()
    template_body: str | None = None


class _Marks:
    """The tokens of one content as marks in a text under way."""

    def __init__(self, content: AnyContent) -> None:
        self._key = f"zq{content_hash(content)[:20]}"
        self._tokens: list[Token] = []
        self._mark = re.compile(rf"{self._key}([phul])(\d+)x")

    def mark_tokens(self, text: str, writing: str = "p") -> str:
        """The text with marks for its tokens."""
        written = []
        for part in tokens_parse(text):
            if isinstance(part, Token):
                self._tokens.append(part)
                written.append(f"{self._key}{writing}{len(self._tokens) - 1}x")
            else:
                written.append(part)
        return "".join(written)

    def link_to(self, marked: str) -> str:
        """An address with its marks: one that is nothing but a token takes a whole address, else each value is a part of one."""
        writing = "l" if self._mark.fullmatch(marked) else "u"
        return self._mark.sub(lambda found: f"{self._key}{writing}{found[2]}x", marked)

    def leads_on(self, marked: str) -> bool:
        """Whether an address is one that a message may lead to."""
        return self._mark.fullmatch(marked) is not None or link_opens(marked)

    def split_parts(self, text: str, *, in_html: bool = False) -> Parts:
        """What stands between the marks, and a slot for each of them."""
        writings = {"p": Writing.PLAIN, "h": Writing.HTML, "u": Writing.PART_OF_LINK, "l": Writing.LINK_IN_HTML if in_html else Writing.LINK}
        parts: list[str | Slot] = []
        end = 0
        for found in self._mark.finditer(text):
            if words := text[end : found.start()]:
                parts.append(words)
            token = self._tokens[int(found[2])]
            parts.append(Slot(token.name, token.fallback, writings[found[1]]))
            end = found.end()
        return (*parts, text[end:]) if text[end:] else tuple(parts)


def content_compile(content: AnyContent, language: str) -> Compiled:
    """Compile a content whose tokens have been looked at.

    Raises: TokenFault.
    """
    marks = _Marks(content)
    if isinstance(content, EmailContent):
        page = marks.split_parts(_INLINER.inline(mjml2html(_mjml(marks, content, language))), in_html=True)
        plain = "\n\n".join(text for block in content.blocks if (text := _plain(marks, block, language)))
        return Compiled(marks.split_parts(marks.mark_tokens(content.subject)), marks.split_parts(plain), page)
    if isinstance(content, SmsContent):
        return Compiled((), marks.split_parts(marks.mark_tokens(content.body)))
    if isinstance(content, PushContent | InAppContent):
        named = [("", content.link)] if isinstance(content, PushContent) else [(button.label, button.link) for button in content.buttons]
        links = tuple((label, marks.split_parts(marks.link_to(marks.mark_tokens(link)))) for label, link in named if link)
        return Compiled(marks.split_parts(marks.mark_tokens(content.title)), marks.split_parts(marks.mark_tokens(content.body)), links=links)
    order: list[Token] = []
    template_body = []
    for part in tokens_parse(content.body):
        if isinstance(part, Token):
            if part not in order:
                order.append(part)
            template_body.append(f"{{{{{order.index(part) + 1}}}}}")
        else:
            template_body.append(part)
    ends = [(index, part) for index, button in enumerate(content.buttons) for part in tokens_parse(button.link) if isinstance(part, Token)]
    shown = [marks.mark_tokens(content.header.text) if content.header.kind == "TEXT" else "", marks.mark_tokens(content.body), content.footer]
    return Compiled(
        marks.split_parts(shown[0]),
        marks.split_parts("\n\n".join(text for text in shown[1:] if text)),
        places=tuple((Slot(token.name, token.fallback, Writing.PLAIN),) for token in order),
        button_places=tuple((index, (Slot(token.name, token.fallback, Writing.PART_OF_LINK),)) for index, token in ends),
        header=(content.header.kind, content.header.url) if content.header.kind in ("IMAGE", "DOCUMENT") and content.header.url else None,
        template_body="".join(template_body),
    )


def _mjml(marks: _Marks, content: EmailContent, language: str) -> str:
    preview = f"<mj-preview>{_escaped(marks, content.preheader)}</mj-preview>" if content.preheader else ""
    sections = "".join(_section(marks, block, language) for block in content.blocks)
    title = f"<mj-title>{_escaped(marks, content.subject)}</mj-title>"
    return f'<mjml lang="{language}"><mj-head>{title}{preview}{_HEAD}</mj-head><mj-body background-color="#f1f3f4" width="600px">{sections}</mj-body></mjml>'


def _section(marks: _Marks, block: EmailBlock, language: str) -> str:
    if isinstance(block, HeaderBlock):
        words = f'<mj-text color="#ffffff" font-size="20px" font-weight="700" padding="20px 24px">{_escaped(marks, block.title)}</mj-text>'
        return f'<mj-section background-color="#0d6762"><mj-column>{words}</mj-column></mj-section>'
    if isinstance(block, ColumnsBlock):
        return f'<mj-section padding="8px 0">{"".join(_column(marks, column) for column in block.columns)}</mj-section>'
    if isinstance(block, DividerBlock):
        return "<mj-section><mj-column><mj-divider/></mj-column></mj-section>"
    if isinstance(block, FooterBlock):
        stop = _UNSUBSCRIBE_WORDS.en if language == "en" else _UNSUBSCRIBE_WORDS.id
        link = f'<p><a href="{_address(marks, "{{" + UNSUBSCRIBE + "}}")}">{stop}</a></p>' if block.unsubscribe else ""
        words = f'<mj-text font-size="12px" color="#586069" padding="16px 24px">{_rich(marks, block.text)}{link}</mj-text>'
        return f'<mj-section background-color="#f1f3f4"><mj-column>{words}</mj-column></mj-section>'
    return f"<mj-section><mj-column>{_leaf(marks, block)}</mj-column></mj-section>"


def _column(marks: _Marks, column: BlockColumn) -> str:
    return f"<mj-column>{''.join(_leaf(marks, block) for block in column.blocks)}</mj-column>"


def _leaf(marks: _Marks, block: TextBlock | ImageBlock | ButtonBlock) -> str:
    if isinstance(block, TextBlock):
        return f"<mj-text>{_rich(marks, block.text)}</mj-text>"
    if isinstance(block, ImageBlock):
        leads = f' href="{_address(marks, block.link)}"' if block.link else ""
        return f'<mj-image src="{_address(marks, block.url)}" alt="{_escaped(marks, block.alt)}"{leads}/>' if block.url else ""
    return f'<mj-button href="{_address(marks, block.link)}">{_escaped(marks, block.label)}</mj-button>'


def _escaped(marks: _Marks, text: str) -> str:
    return html.escape(marks.mark_tokens(text, "h"))


def _address(marks: _Marks, link: str) -> str:
    return html.escape(marks.link_to(marks.mark_tokens(link)))


def _rich(marks: _Marks, text: str) -> str:
    """Paragraphs, lists, bold, italic and links as markup; whatever else was typed is words. `nh3` looks at the result once more."""
    marked = html.escape(marks.mark_tokens(text, "h"))
    marked = _LABELLED.sub(lambda found: f'<a href="{marks.link_to(found[2])}">{found[1]}</a>' if marks.leads_on(html.unescape(found[2])) else found[0], marked)
    marked = _ITALIC.sub(r"<em>\1</em>", _BOLD.sub(r"<strong>\1</strong>", marked))
    blocks = []
    for paragraph in re.split(r"\n[ \t]*\n", marked.strip()):
        lines = paragraph.split("\n")
        if all(line.startswith("- ") for line in lines):
            blocks.append("<ul>" + "".join(f"<li>{line[2:]}</li>" for line in lines) + "</ul>")
        elif paragraph.strip():
            blocks.append("<p>" + "<br>".join(lines) + "</p>")
    cleaned = nh3.clean(
        "".join(blocks),
        tags={"p", "br", "strong", "em", "ul", "li", "a"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return cleaned.replace("<br>", "<br/>")


def _plain(marks: _Marks, block: EmailBlock, language: str) -> str:
    """The block for who reads mail without markup."""
    if isinstance(block, HeaderBlock):
        return marks.mark_tokens(block.title)
    if isinstance(block, TextBlock):
        marked = _LABELLED.sub(lambda found: f"{found[1]} ({marks.link_to(found[2])})" if marks.leads_on(found[2]) else found[0], marks.mark_tokens(block.text))
        return _ITALIC.sub(r"\1", _BOLD.sub(r"\1", marked)).strip()
    if isinstance(block, ImageBlock):
        return marks.mark_tokens(block.alt)
    if isinstance(block, ButtonBlock):
        return f"{marks.mark_tokens(block.label)}: {marks.link_to(marks.mark_tokens(block.link))}"
    if isinstance(block, ColumnsBlock):
        return "\n\n".join(text for column in block.columns for leaf in column.blocks if (text := _plain(marks, leaf, language)))
    if isinstance(block, DividerBlock):
        return "----------"
    stop = _UNSUBSCRIBE_WORDS.en if language == "en" else _UNSUBSCRIBE_WORDS.id
    link = f"{stop}: {marks.link_to(marks.mark_tokens('{{' + UNSUBSCRIBE + '}}'))}" if block.unsubscribe else ""
    return "\n".join(text for text in (marks.mark_tokens(block.text).strip(), link) if text)


_OPENS = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:[/?#]\S*)?|mailto:\S+|tel:[+\d]\S*", re.IGNORECASE)


def link_opens(link: str) -> bool:
    """Whether an address is one that a message may lead to: http, https, mailto or tel."""
    return _OPENS.fullmatch(link) is not None


def slots_of(compiled: Compiled) -> Sequence[Slot]:
    """Every slot of a compiled content."""
    groups = [compiled.title, compiled.body, compiled.html or (), *compiled.places, *(parts for _, parts in (*compiled.button_places, *compiled.links))]
    return [part for group in groups for part in group if isinstance(part, Slot)]
