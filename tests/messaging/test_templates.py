"""Message templates: what they may say, who approves it, and what each customer is written by them."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from html.parser import HTMLParser
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.iam.models import Role, UserRole
from simpul.iam.public import system_actor
from simpul.messaging.errors import TemplateNotFound
from simpul.messaging.selectors.templates.compiling import content_compile
from simpul.messaging.selectors.templates.content import ButtonBlock, EmailContent, FooterBlock, HeaderBlock, TextBlock
from simpul.messaging.selectors.templates.filling import ValueMissing, parts_fill, value_cleaned
from simpul.messaging.selectors.templates.segments import sms_length
from simpul.messaging.selectors.templates.tokens import Token, TokenFault, token_samples, tokens_parse
from simpul.messaging.services.adapters.base import ChannelTemplate
from simpul.messaging.services.templates.deciding import template_status_changed
from simpul.messaging.services.templates.rendering import Missing, Rendered, approved_version, render_messages
from simpul.messaging.vocabulary import Channel, NotSent
from simpul.platform.db import execute, query, scope
from tests.messaging.templates import OFFER, SMS, WHATSAPP, act, made, saved
from tests.support import customers, people
from tests.support.database import rows

STOP = {"unsubscribe.url": "https://bank.example/stop?t=1&u=2"}


def test_marketing_writes_another_person_approves_and_what_is_approved_never_changes(client_of: Callable[..., Any], trace: Any) -> None:
    writer, supervisor = client_of("marketing"), client_of("supervisor_mdn")
    template = made(writer, OFFER, purpose="MARKETING")
    unfooted = {**OFFER, "blocks": OFFER["blocks"][:3]}
    first = saved(writer, template, unfooted).json()["version"]
    refused = act(writer, template, first, "submit")
    assert (refused.status_code, list(refused.json()["errors"])) == (422, ["blocks"])
    assert saved(writer, template, OFFER, revision=7).json()["code"] == "stale_version"
    second = saved(writer, template, OFFER, revision=1).json()["version"]
    assert (second["id"], second["number"], second["revision"]) == (first["id"], 1, 2)
    assert act(supervisor, template, second, "approve").json()["code"] == "template_forbids_this"
    trace.start()
    submitted = act(writer, template, second, "submit").json()["versions"][0]
    assert (submitted["status"], submitted["can"]["approve"]) == ("SUBMITTED", False)
    assert saved(writer, template, OFFER, revision=2).json()["code"] == "template_forbids_this"
    approved = act(supervisor, template, second, "approve").json()["versions"][0]
    assert (approved["status"], approved["in_force"], approved["approved_by"]["full_name"]) == ("APPROVED", True, "Supervisor Mdn")
    assert trace()["audit"] == ["SUBMIT_TEMPLATE", "EDIT_TEMPLATE:FAILED", "APPROVE_TEMPLATE"]

    later = saved(writer, template, {**OFFER, "subject": "Baru"}, revision=0).json()["version"]
    assert (later["number"], later["status"]) == (2, "DRAFT")
    shown = writer.api("GET", f"/message-templates/{template}/compare?before={first['id']}&after={later['id']}").json()["items"]
    assert [(row["kind"], row["place"], row["after"]) for row in shown if row["kind"] != "SAME"] == [("CHANGED", "subject", "Baru")]
    act(writer, template, later, "submit")
    rejected = act(supervisor, template, later, "reject", {"note": "Kalimat pembuka kurang sopan."}).json()
    assert [(row["number"], row["status"], row["in_force"]) for row in rejected["versions"]] == [(2, "REJECTED", False), (1, "APPROVED", True)]
    retired = act(writer, template, second, "retire").json()
    assert [(row["number"], row["status"], row["in_force"]) for row in retired["versions"]] == [(2, "REJECTED", False), (1, "RETIRED", False)]


@pytest.mark.parametrize(
    "change",
    [
        "content = '{\"channel\": \"SMS\", \"body\": \"lain\"}'", "content_hash = repeat('0', 64)", "approved_by = author_id", "status = 'DRAFT'", "number = 9",
        "writers = writers || approved_by",
    ],
)  # fmt: skip
def test_the_database_keeps_an_approved_version_as_it_was(approved: Callable[..., tuple[str, UUID]], change: str) -> None:
    _, version = approved(SMS)
    with pytest.raises(DatabaseError), rows(), transaction.atomic():
        execute(f"UPDATE crm.message_template_versions SET {change} WHERE version_id = %s", (version,))


def test_nobody_approves_what_they_wrote_however_many_roles_they_have(client_of: Callable[..., Any]) -> None:
    writer = client_of("marketing")
    template = made(writer, SMS)
    version = saved(writer, template, SMS).json()["version"]
    act(writer, template, version, "submit")
    with rows():
        UserRole.objects.create(user_id=people.user_id("marketing"), role=Role.objects.get(key="COMPLIANCE"))
    assert act(writer, template, version, "approve").json()["code"] == "own_template"
    with pytest.raises(DatabaseError), rows(), transaction.atomic():
        execute(
            "UPDATE crm.message_template_versions SET status = 'APPROVED', approved_at = now(), approved_by = author_id WHERE version_id = %s", (version["id"],)
        )


@pytest.mark.parametrize(
    ("content", "field", "at"),
    [
        ({**SMS, "body": "Halo {{customer.nik}}"}, "body", "karakter ke-6"),
        ({**SMS, "body": "Halo {{customer.name"}, "body", "karakter ke-6"),
        ({**SMS, "body": "{{ 7*7 }}"}, "body", "karakter ke-1"),
        ({**SMS, "body": "{{customer.name.__class__}}"}, "body", "karakter ke-1"),
        ({**SMS, "body": "Stop: {{unsubscribe.url}}"}, "body", "kaki e-mail"),
        ({**OFFER, "blocks": [{"type": "button", "label": "x", "link": "javascript:alert(1)"}]}, "blocks.0.link", "https://"),
        ({**OFFER, "blocks": [{"type": "button", "label": "x", "link": "https://{{promo.code}}.jahat.example/"}]}, "blocks.0.link", "https://"),
        ({**OFFER, "blocks": [{"type": "text", "text": "[klik](data:text/html,x)"}]}, "blocks.0.text", "https://"),
        ({**OFFER, "blocks": [{"type": "image", "url": "http://bank.example/a.png", "alt": "x"}]}, "blocks.0.url", "https://"),
    ],
)
def test_what_can_never_be_right_is_refused_when_it_is_saved_with_its_field_and_place(client_of: Callable[..., Any], content: Any, field: str, at: str) -> None:
    writer = client_of("marketing")
    refused = saved(writer, made(writer, content), content)
    assert refused.status_code == 422
    errors = refused.json()["errors"]
    assert list(errors) == [field]
    assert at in str(errors[field])


def test_a_set_is_rendered_in_a_fixed_number_of_queries_and_a_hole_is_written_to_nobody(
    approved: Callable[..., tuple[str, UUID]], django_assert_num_queries: Any
) -> None:
    key, version = approved(OFFER, purpose="MARKETING")
    rahmat = customers.customer("H. Rahmat <b>Siregar</b>")
    company = customers.customer("PT Maju & Jaya", kind="ORGANISATION", birth_date=None, gender=None)
    unknown = uuid4()
    with scope(system_actor()):
        assert (found := approved_version(key, Channel.EMAIL, "en")).id == version  # Indonesian where English has none
        assert (found.language, found.purpose) == ("id", "MARKETING")
        render_messages(version, [(rahmat.id, {})])
        with django_assert_num_queries(5):
            written = render_messages(
                version,
                [
                    (rahmat.id, {"promo.code": "KUR 25&x", **STOP, "customer.name": "Orang lain"}),
                    (company.id, {"promo.code": "KUR", **STOP}),
                    (unknown, {"promo.code": "K", **STOP}),
                ],
            )
        holes = render_messages(version, [(rahmat.id, STOP), (company.id, {"promo.code": "K", "unsubscribe.url": "javascript:alert(1)"})])
    mail = written[rahmat.id]
    assert isinstance(mail, Rendered)
    assert mail.html is not None
    assert mail.title == "Tawaran untuk H. Rahmat <b>Siregar</b>"
    assert mail.body == (
        "KUR Berkah\n\nHalo Rahmat, bunga ringan di Medan Utama.\n\nLihat: https://bank.example/kur?kode=KUR%2025%26x\n\n"
        "Bank Contoh\nBerhenti menerima penawaran: https://bank.example/stop?t=1&u=2"
    )
    assert "<b>" not in mail.html
    assert 'href="https://bank.example/kur?kode=KUR%2025%26x"' in mail.html
    assert 'href="https://bank.example/stop?t=1&amp;u=2"' in mail.html
    assert isinstance(letter := written[company.id], Rendered)
    assert "Halo Bapak/Ibu," in letter.body
    assert written[unknown] == Missing(NotSent.TEMPLATE, "customer.name")
    assert holes == {rahmat.id: Missing(NotSent.TEMPLATE, "promo.code"), company.id: Missing(NotSent.TEMPLATE, "unsubscribe.url")}


def test_whatsapp_is_sent_by_its_own_template_while_whatsapp_agrees(approved: Callable[..., tuple[str, UUID]]) -> None:
    key, version = approved(WHATSAPP, purpose="MARKETING")
    rahmat = customers.customer("Rahmat Siregar")
    with scope(system_actor()):
        with pytest.raises(TemplateNotFound):
            approved_version(key, Channel.WHATSAPP, "id")
        assert template_status_changed(f"{key}_v1", "id", "APPROVED", "NONE")
        assert not template_status_changed("lain", "id", "APPROVED", "NONE")
        assert approved_version(key, Channel.WHATSAPP, "id").id == version
        written = render_messages(version, [(rahmat.id, {"promo.code": "KUR 25"})])
        assert written == {
            rahmat.id: Rendered(
                "", "Halo Rahmat, pakai kode KUR 25 untuk Rahmat segera.\n\nBank Contoh", None,
                ChannelTemplate(f"{key}_v1", "id", ("Rahmat", "KUR 25"), ("IMAGE", "https://bank.example/kur.png"), ((0, "KUR%2025"),)),
            )
        }  # fmt: skip
        template_status_changed(f"{key}_v1", "id", "PAUSED", "LOW_QUALITY")
        assert render_messages(version, [(rahmat.id, {"promo.code": "K"})]) == {rahmat.id: Missing(NotSent.TEMPLATE)}
        assert query("SELECT provider_status, provider_reason FROM crm.message_template_versions WHERE version_id = %s", (version,)) == [
            {"provider_status": "PAUSED", "provider_reason": "LOW_QUALITY"}
        ]


def test_a_trial_shows_a_customer_as_the_caller_may_see_them(client_of: Callable[..., Any]) -> None:
    rahmat = customers.customer("Rahmat Siregar")
    body = {"content": {"channel": "SMS", "body": "Halo {{customer.name}} {{value.amount}} €"}, "purpose": "SERVICE", "language": "id"}
    sample = client_of("marketing").api("POST", "/message-templates/render", body).json()
    assert (sample["body"], sample["sms"]) == ("Halo Budi Santoso Rp1.250.000 €", {"encoding": "GSM-7", "length": 32, "segments": 1})
    chosen = {**body, "customer_id": str(rahmat.id), "values": {"value.amount": "Rp5", "customer.name": "Orang lain"}}
    assert client_of("supervisor_mdn").api("POST", "/message-templates/render", chosen).json()["body"] == "Halo Rahmat Siregar Rp5 €"
    for stranger in ("marketing", "supervisor_bnj"):
        assert client_of(stranger).api("POST", "/message-templates/render", chosen).status_code == 404
    wrong = client_of("marketing").api("POST", "/message-templates/render", {**body, "content": {"channel": "SMS", "body": "{{x.y}}"}}).json()
    assert (wrong["body"], [fault["field"] for fault in wrong["faults"]]) == ("", ["body"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("GSM-7", 0, 0)), ("a" * 160, ("GSM-7", 160, 1)), ("a" * 161, ("GSM-7", 161, 2)), ("a" * 306, ("GSM-7", 306, 2)), ("a" * 307, ("GSM-7", 307, 3)),
        ("€" * 80, ("GSM-7", 160, 1)), ("a" * 152 + "€" + "a" * 10, ("GSM-7", 164, 2)), ("a" * 152 + "€" + "a" * 152, ("GSM-7", 306, 3)),
        ("–" * 70, ("UCS-2", 70, 1)), ("–" * 71, ("UCS-2", 71, 2)), ("😀" * 35, ("UCS-2", 70, 1)), ("😀" * 67, ("UCS-2", 134, 3)),
    ],
)  # fmt: skip
def test_an_sms_is_counted_as_the_network_does(text: str, expected: tuple[str, int, int]) -> None:
    counted = sms_length(text)
    assert (counted.encoding, counted.length, counted.segments) == expected


class _Page(HTMLParser):
    """What a browser would make of a page: its elements, the addresses it leads to, and its handlers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


_PIECES = st.sampled_from(
    ["<script>", "</p>", "<!--", "-->", "]]>", "&lt;", '"', "'", "**", "*", "- ", "\n\n", "[x](https://a.example/", ")", "[", "](javascript:x)", "{{customer.name}}", "{{",
     "}}", '{{customer.name|"<b>"}}', "{{promo.link}}", "<mj-raw>", "<mj-include path='/etc/passwd'/>", "onload=x", "zq", "\u00a0", "a"]
)  # fmt: skip
_WORDS = st.lists(st.one_of(_PIECES, st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co")), max_size=8)), max_size=12).map("".join)


@given(text=_WORDS, value=st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_or_given_is_words_and_never_markup(text: str, value: str) -> None:
    try:
        parts = tokens_parse(text)
    except TokenFault:
        return
    assert "".join(part if isinstance(part, str) else "" for part in parts) == re.sub(r"\{\{.*?\}\}", "", text)
    assert all(not isinstance(part, Token) or part.name in token_samples("id") for part in parts)
    line = re.sub(r"\s", " ", text) if len(text) <= 120 else "a"
    content = EmailContent(
        channel="EMAIL", subject=line,
        blocks=[HeaderBlock(type="header", title=line), TextBlock(type="text", text=text), ButtonBlock(type="button", label="x", link="https://a.example/"),
                FooterBlock(type="footer", text=text, unsubscribe=True)],
    )  # fmt: skip
    compiled = content_compile(content, "id")
    assert compiled.html is not None
    named = any(isinstance(part, Token) and part.name == "customer.name" and part.fallback is None for part in parts)
    with pytest.raises(ValueMissing) if named and not value_cleaned(value) else nullcontext():
        page = _Page(parts_fill(compiled.html, {**token_samples("id"), "customer.name": value}))
    if named and not value_cleaned(value):
        return
    assert not page.handlers
    assert not {"script", "iframe", "object", "b", "mj-raw", "mj-include"} & set(page.elements)
    assert all(re.match(r"https?://", link) for link in page.links)
