"""The protocols that providers are spoken to in, one file each."""

from __future__ import annotations

from simpul.messaging.services.adapters.base import MessageAdapter
from simpul.messaging.services.adapters.sms import SmsAdapter
from simpul.messaging.services.adapters.smtp import SmtpAdapter
from simpul.messaging.services.adapters.whatsapp import WhatsAppAdapter
from simpul.messaging.vocabulary import Adapter

_ADAPTERS: dict[Adapter, MessageAdapter] = {
    Adapter.SMTP: SmtpAdapter(),
    Adapter.WHATSAPP_CLOUD: WhatsAppAdapter(),
    Adapter.SMS_HTTP: SmsAdapter(),
}


def adapter_of(protocol: Adapter) -> MessageAdapter:
    """The adapter of a protocol."""
    return _ADAPTERS[protocol]
