"""The protocols that providers are spoken to in, one file each."""

from __future__ import annotations

from simpul.messaging.services.adapters.base import MessageAdapter
from simpul.messaging.services.adapters.esp import AnymailAdapter
from simpul.messaging.services.adapters.fcm import FcmAdapter
from simpul.messaging.services.adapters.guarding import GuardedAdapter
from simpul.messaging.services.adapters.inapp import InAppAdapter
from simpul.messaging.services.adapters.sms import SmsAdapter
from simpul.messaging.services.adapters.smtp import SmtpAdapter
from simpul.messaging.services.adapters.webpush import WebPushAdapter
from simpul.messaging.services.adapters.whatsapp import WhatsAppAdapter
from simpul.messaging.vocabulary import Adapter

_ADAPTERS: dict[Adapter, MessageAdapter] = {
    Adapter.SMTP: GuardedAdapter(SmtpAdapter()),
    Adapter.ANYMAIL: GuardedAdapter(AnymailAdapter()),
    Adapter.WHATSAPP_CLOUD: GuardedAdapter(WhatsAppAdapter()),
    Adapter.SMS_HTTP: GuardedAdapter(SmsAdapter()),
    Adapter.WEB_PUSH: GuardedAdapter(WebPushAdapter()),
    Adapter.FCM: GuardedAdapter(FcmAdapter()),
    Adapter.IN_APP: GuardedAdapter(InAppAdapter()),
}


def adapter_of(protocol: Adapter) -> MessageAdapter:
    """The adapter of a protocol."""
    return _ADAPTERS[protocol]
