"""What the contract tests and the browser tests know of messages and the inbox."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from playwright.sync_api import Page, expect

from simpul.iam.grants import resources
from simpul.iam.public import system_actor
from simpul.messaging.models import MessageProvider, MessageTemplate, MessageTemplateVersion, SuppressedAddress
from simpul.messaging.public import Channel, Purpose, message_queue
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.ids import uuid7
from tests.contract.declared import Contract, Link, Look, Tab
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import DIALOG, heading, record, refused
from tests.messaging import app_recipes
from tests.messaging.browsing import several_messages, several_providers
from tests.support import people
from tests.support.database import rows

_ACCOUNT = {
    "name": "Server surat", "channel": "EMAIL", "adapter": "SMTP", "is_active": False, "settings": {"host": "127.0.0.1", "port": 1, "from_address": "bank@example.co.id"},
}  # fmt: skip


def _key(world: World) -> dict[str, Any]:
    with rows():
        MessageProvider.objects.get_or_create(
            key="surat", defaults={**_ACCOUNT, "settings": {**_ACCOUNT["settings"], "security": "NONE"}, "updated_by": people.user_id("admin")}
        )
    return {"key": "surat"}


def _message(world: World) -> dict[str, Any]:
    """A message of the product's own about the customer."""
    with scope(system_actor()):
        made = message_queue(
            actor=system_actor(), customer_id=world.customer_id, branch_code=None, channel=Channel.SMS, purpose=Purpose.SERVICE, subject_type="CUSTOMER",
            subject_id=str(world.customer_id), resource="customer", tier=1, title="", body="Data Anda diperbarui.", recipient="+6281234567890",
        )  # fmt: skip
    return {"message_id": made.id}


def _suppressed(world: World) -> dict[str, Any]:
    with rows():
        made = SuppressedAddress.objects.create(channel="EMAIL", address_hash=uuid7().bytes * 2, hint="", reason="BOUNCE", added_by=people.user_id("admin"))
    return {"suppression_id": made.id}


def _opens(role: str | None, subject: str) -> int:
    """Who is shown a customer's summary, or one field, is told nothing of what was written about the customer."""
    cell = resources()["customer"].grants.get(role or "", "")
    return 200 if any("R" in part.split(" ")[0] and "(" not in part for part in cell.split("; ")) else 404


def _chooses(role: str | None, subject: str) -> int:
    return 200 if covers(role, "consent", "U", subject) else 403


TEMPLATE_WORDS = {"channel": "SMS", "body": "Halo {{customer.name}}."}


def template_version(status: str) -> dict[str, UUID]:
    """A new template whose one version stands so, written by somebody whom no caller is."""
    at, writer, approver = now(), people.user_id("nobody"), people.user_id("director")
    with rows():
        template = MessageTemplate.objects.create(
            key=f"t{uuid4().hex[:12]}", name="Templat uji", channel="SMS", purpose="SERVICE", created_at=at, created_by=writer
        )
        version = MessageTemplateVersion(
            template=template, language="id", number=1, content=TEMPLATE_WORDS, content_hash="0" * 64, status="DRAFT", revision=1, author_id=writer, writers=[writer],
            edited_at=at,
        )  # fmt: skip
        version.save(force_insert=True)
        if status != "DRAFT":
            MessageTemplateVersion.objects.filter(pk=version.pk).update(status="SUBMITTED", submitted_at=at, submitted_by=writer)
        if status == "APPROVED":
            MessageTemplateVersion.objects.filter(pk=version.pk).update(status="APPROVED", approved_at=at, approved_by=approver)
    return {"template_id": template.id, "version_id": version.id}


def _compared(world: World) -> str:
    """The version of the template that the path made last, with itself."""
    with rows():
        version = MessageTemplateVersion.objects.latest("edited_at", "id").id
    return f"?before={version}&after={version}"


RECIPES: dict[str, Recipe] = {
    "inbox_list": Recipe(),
    "inbox_summary": Recipe(),
    "inbox_mark": Recipe(body=lambda world: {"mark": "READ"}),
    "inbox_mail_get": Recipe(),
    "inbox_mail_update": Recipe(body=lambda world: {"every": True, "kinds": []}),
    "inbox_stream": Recipe(),
    "messages_list": Recipe(subject=True),
    "messages_get": Recipe(path=_message, subject=True, rule=_opens),
    "contact_preferences_list": Recipe(subject=True),
    "contact_preferences_set": Recipe(body=lambda world: {"channel": "SMS", "is_wanted": False}, subject=True, rule=_chooses),
    "suppressed_addresses_lift": Recipe(path=_suppressed, body=lambda world: {"reason": "Nasabah memperbaiki alamatnya."}),
    "message_providers_list": Recipe(),
    "message_providers_create": Recipe(body=lambda world: {**_ACCOUNT, "key": f"p{uuid7().hex[:20]}"}),
    "message_providers_update": Recipe(path=_key, body=lambda world: {**_ACCOUNT, "version": 1}),
    "message_providers_resume": Recipe(path=_key),
    # Nobody listens there.
    "message_providers_test": Recipe(path=_key, body=lambda world: {"recipient": "uji@example.co.id"}, rule=lambda role, subject: 409),
    **app_recipes.RECIPES,
    "templates_list": Recipe(),
    "templates_create": Recipe(body=lambda world: {"key": f"t{uuid4().hex[:12]}", "name": "Templat baru", "channel": "SMS", "purpose": "SERVICE"}),
    "templates_tokens": Recipe(),
    "templates_render": Recipe(body=lambda world: {"content": TEMPLATE_WORDS, "purpose": "SERVICE", "language": "id"}),
    "templates_get": Recipe(path=lambda world: {"template_id": template_version("DRAFT")["template_id"]}),
    "templates_edit": Recipe(
        path=lambda world: {"template_id": template_version("DRAFT")["template_id"], "language": "en"},
        body=lambda world: {"revision": 0, "content": TEMPLATE_WORDS},
    ),
    "templates_compare": Recipe(path=lambda world: {"template_id": template_version("DRAFT")["template_id"]}, query=_compared),
    "templates_version": Recipe(path=lambda world: template_version("DRAFT")),
    "templates_submit": Recipe(path=lambda world: template_version("DRAFT"), body=lambda world: {"revision": 1}),
    "templates_approve": Recipe(path=lambda world: template_version("SUBMITTED")),
    "templates_reject": Recipe(path=lambda world: template_version("SUBMITTED"), body=lambda world: {"note": "Kalimatnya belum jelas."}),
    "templates_retire": Recipe(path=lambda world: template_version("APPROVED")),
}

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "iam.resources_whole(asked_action text)": ("simpul_search", "of the caller only"),
    "crm.notice_goes_by_mail(asked_user uuid, asked_kind text)": ("simpul_search", "whether a notice goes by mail too: yes or no, for who sends it"),
    "crm.waiting_messages()": ("simpul_search", "numbers of messages by channel, for who keeps the accounts with providers"),
}


def written(page: Page) -> None:
    """The blocks of an e-mail stand beside what arrives."""
    expect(page.get_by_role("list", name="Blok").get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_title("Pratinjau")).to_be_visible()


def choosing_mail(page: Page) -> None:
    """Some kinds of notices are to come by mail too."""
    page.get_by_role("button", name="Surel").click()
    some = page.get_by_role("radio", name="Jenis tertentu")
    if some.is_enabled():
        some.check()
        expect(page.get_by_role("checkbox").first).to_be_visible()


def making(page: Page) -> None:
    """A template is being made."""
    page.get_by_role("button", name="Buat templat").click()
    expect(page.get_by_role("dialog").get_by_label("Nama")).to_be_visible()


def opened(page: Page) -> None:
    """What a message says, and to whom."""
    record("Pesan")(page)
    page.get_by_role("button", name="Buka isi: WhatsApp, Layanan").first.click()
    expect(page.get_by_role("dialog").get_by_text("Alamat Anda sudah diperbarui.")).to_be_visible()


def changing(page: Page) -> None:
    """A provider is being changed; its secret is there and not shown."""
    page.get_by_role("button", name="Ubah Gerbang SMS utama").click()
    expect(page.get_by_role("dialog").get_by_label("Alamat pengiriman")).to_have_value("https://sms.example/kirim")


RECORDS = {
    "messages": lambda site, record: several_messages(site),
    "providers": lambda site, record: several_providers(site),
    "template": lambda site, record: str(
        site.rows("SELECT template_id::text FROM crm.message_templates WHERE template_key = 'kur_penawaran_email'")[0]["template_id"]
    ),
}

PAGES = {
    "inbox": Look("AGENT", "/inbox", heading("Kotak masuk")),
    "choosing notices by mail": Look("AGENT", "/inbox", choosing_mail, within=DIALOG),
    "inbox of compliance": Look("COMPLIANCE", "/inbox", heading("Kotak masuk")),
    "library of templates": Look("MARKETING", "/message-templates", heading("Templat pesan")),
    "library of templates, filtered to nothing": Look("MARKETING", "/message-templates?channel=IN_APP", heading("Templat pesan")),
    "library of templates refused": Look("AGENT", "/message-templates", refused, (403,)),
    "a template": Look("COMPLIANCE", "/message-templates/{template}", heading("Penawaran KUR (e-mail)")),
    "writing a template": Look("MARKETING", "/message-templates/{template}/edit/id", written),
    "making a template": Look("MARKETING", "/message-templates", making, within=DIALOG),
    "messages of a customer": Look("AGENT", "/customers/{budi}?tab=messages", record("Pesan"), after="messages"),
    "messages of a customer, filtered to nothing": Look("AGENT", "/customers/{budi}?tab=messages&kind=LETTER", record("Pesan")),
    "an opened message": Look("AGENT", "/customers/{budi}?tab=messages", opened, within=DIALOG, after="messages"),
    "providers of messages": Look("ADMIN", "/message-providers", heading("Penyedia pesan"), after="providers"),
    "changing a provider": Look("ADMIN", "/message-providers", changing, within=DIALOG, after="providers"),
    "providers of messages refused": Look("AGENT", "/message-providers", refused, (403,)),
}

LINKS = (
    Link("Templat pesan", "/message-templates", 45, ["SUPERVISOR", "MARKETING", "COMPLIANCE"], "work", short="Templat"),
    Link("Penyedia pesan", "/message-providers", 145, ["COMPLIANCE", "ADMIN"], "configuration", short="Penyedia"),
)
TABS = (Tab("Pesan", 37),)

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    records=RECORDS,
    system_views={
        "crm.segment_offers": "when offers went out, for segments: no address, no text",
        "crm.segment_suppressions": "who gets no offers on which channel, for segments: no address",
        "crm.segment_devices": "who has a device, for segments: no device",
    },
    links=LINKS,
    tabs=TABS,
)
