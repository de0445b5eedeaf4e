"""Message templates of the demonstration: six that are sent, and one that waits for approval."""

from __future__ import annotations

from datetime import timedelta

from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.messaging.models import MessageTemplate
from simpul.messaging.selectors.templates.content import (
    AnyContent,
    ButtonBlock,
    DividerBlock,
    EmailBlock,
    EmailContent,
    FooterBlock,
    HeaderBlock,
    PushContent,
    SmsContent,
    TextBlock,
    WhatsAppButton,
    WhatsAppContent,
    WhatsAppHeader,
)
from simpul.messaging.services.templates.deciding import template_approve, template_status_changed
from simpul.messaging.services.templates.drafts import template_create, template_edit, template_submit
from simpul.messaging.vocabulary import Channel, Purpose
from simpul.platform.actor import Actor
from simpul.platform.clock import shifted
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage

_HELLO = 'Yth. {{customer.name|"Bapak/Ibu"}},'


def _email(subject: str, title: str, *texts: str, button: tuple[str, str] | None = None, footer: str, unsubscribe: bool = False) -> EmailContent:
    words = [TextBlock(type="text", text=text) for text in texts]
    press = [ButtonBlock(type="button", label=button[0], link=button[1])] if button else []
    ends: list[EmailBlock] = [DividerBlock(type="divider"), FooterBlock(type="footer", text=footer, unsubscribe=unsubscribe)]
    return EmailContent(channel="EMAIL", subject=subject, preheader="", blocks=[HeaderBlock(type="header", title=title), *words, *press, *ends])


_FOOTER = "{{branch.name}}, {{branch.city}}. E-mail ini dikirim otomatis; balasan tidak terbaca."
# Key, name, purpose, the words by language, and how many days ago they were approved; None for what waits.
_PLANS: tuple[tuple[str, str, Purpose, dict[str, AnyContent], int | None], ...] = (
    (
        "tanda_terima_pengaduan", "Tanda terima pengaduan", Purpose.SERVICE,
        {
            "id": _email(
                "Pengaduan {{value.number}} kami terima", "Pengaduan Anda kami terima", _HELLO,
                "Pengaduan Anda tercatat dengan nomor **{{value.number}}**. Kami menjawab paling lambat {{value.due_on}}.", footer=_FOOTER,
            ),
            "en": _email(
                "We have received your complaint {{value.number}}", "We have received your complaint", 'Dear {{customer.name|"customer"}},',
                "Your complaint has the number **{{value.number}}**. We answer by {{value.due_on}}.", footer="{{branch.name}}, {{branch.city}}.",
            ),
        }, 60,
    ),
    (
        "jawaban_akhir_pengaduan", "Pemberitahuan jawaban akhir", Purpose.SERVICE,
        {
            "id": _email(
                "Jawaban atas pengaduan {{value.number}}", "Jawaban atas pengaduan Anda", _HELLO, "{{value.text}}",
                "Bila belum puas, Anda dapat:\n\n- membalas ke cabang {{branch.name}}, telepon {{branch.phone}}\n- mengadu ke lembaga penyelesaian sengketa", footer=_FOOTER,
            )
        }, 55,
    ),
    (
        "kur_penawaran_email", "Penawaran KUR (e-mail)", Purpose.MARKETING,
        {
            "id": _email(
                'KUR untuk usaha {{customer.first_name|"Bapak/Ibu"}}', "KUR Berkah: modal untuk usaha Anda", _HELLO,
                "Ajukan **{{promo.name}}** dengan kode **{{promo.code}}** sebelum {{promo.ends_on}}:\n\n- bunga ringan\n- tanpa biaya provisi\n- proses di {{branch.name}}",
                button=("Ajukan sekarang", "{{promo.link}}"), footer="{{organisation.name}} berizin dan diawasi oleh OJK.", unsubscribe=True,
            )
        }, 30,
    ),
    (
        "kur_penawaran_wa", "Penawaran KUR (WhatsApp)", Purpose.MARKETING,
        {
            "id": WhatsAppContent(
                channel="WHATSAPP", header=WhatsAppHeader(kind="TEXT", text="KUR Berkah"), footer="Balas STOP untuk berhenti",
                body='Halo {{customer.first_name|"Bapak/Ibu"}}, ajukan {{promo.name}} di {{branch.name}} dengan kode {{promo.code}} sebelum {{promo.ends_on}}. Terima kasih.',
                buttons=[WhatsAppButton(kind="URL", label="Ajukan sekarang", link="https://bank.example/kur/{{promo.code}}")],
            )
        }, 28,
    ),
    (
        "pengingat_menabung", "Pengingat menabung", Purpose.SERVICE,
        {"id": SmsContent(channel="SMS", body='{{customer.first_name|"Bapak/Ibu"}}, setoran {{value.product}} sebesar {{value.amount}} jatuh pada {{value.due_on}}. Info: {{branch.phone}}')}, 20,
    ),
    (
        "pengingat_pembayaran", "Pengingat pembayaran", Purpose.COLLECTION,
        {"id": SmsContent(channel="SMS", body="Tagihan {{value.number}} sebesar {{value.amount}} jatuh tempo {{value.due_on}}. Abaikan bila sudah dibayar. {{branch.name}}")}, 20,
    ),
    (
        "promo_akhir_tahun", "Promo akhir tahun (aplikasi)", Purpose.MARKETING,
        {"id": PushContent(channel="PUSH", title="{{promo.name}} sampai {{promo.ends_on}}", body="Pakai kode {{promo.code}} di aplikasi.", link="{{promo.link}}")}, None,
    ),
)  # fmt: skip


def play_templates(stage: Stage) -> int:
    """Play them once, written by marketing and approved by compliance; an installation that has templates keeps its own. Says how many there are."""
    system = system_actor()
    with scope(system):
        if standing := MessageTemplate.objects.count():
            return standing
        known = people_by_username({"marketing", "compliance"})
        writer, approver = (actor_for(known[username].id) for username in ("marketing", "compliance"))
    assert writer is not None and approver is not None  # the demonstration's own people work
    for key, name, purpose, words, age in _PLANS:
        _play(writer, approver, (key, name, purpose), words, age)
    with scope(system):
        template_status_changed("kur_penawaran_wa_v1", "id", "APPROVED", "NONE")
        return MessageTemplate.objects.count()


def _play(writer: Actor, approver: Actor, kind: tuple[str, str, Purpose], words: dict[str, AnyContent], age: int | None) -> None:
    key, name, purpose = kind
    written = []
    with shifted(timedelta(days=-(age or 0), hours=-3)), scope(writer):
        template = template_create(actor=writer, key=key, name=name, channel=Channel(next(iter(words.values())).channel), purpose=purpose)
        for language, content in words.items():
            draft = template_edit(actor=writer, template_id=template.id, language=language, revision=0, content=content)
            written.append(template_submit(actor=writer, template_id=template.id, version_id=draft.id, revision=draft.revision))
    if age is not None:
        with shifted(timedelta(days=-age)), scope(approver):
            for version in written:
                template_approve(actor=approver, template_id=template.id, version_id=version.id)


TEMPLATES = Demonstration("Message templates", len(_PLANS), play_templates)
