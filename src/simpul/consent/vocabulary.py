"""Closed lists of consent."""

from __future__ import annotations

from django.db.models import TextChoices

from simpul.platform.text import Text

CONSENT_WORKFLOW = "consent_change"  # the workflow of changes that wait for approval
MARKETING = "MARKETING"  # the purpose that campaigns ask for


class ConsentStatus(TextChoices):
    """What the customer said last; without a row the answer is no."""

    GRANTED = "GRANTED"
    WITHDRAWN = "WITHDRAWN"


class CapturedChannel(TextChoices):
    """Where the customer said it."""

    BRANCH = "BRANCH"
    CALL_CENTER = "CALL_CENTER"
    MOBILE = "MOBILE"
    EMAIL = "EMAIL"
    WEB = "WEB"
    WHATSAPP = "WHATSAPP"


class VerificationMethod(TextChoices):
    """How we know that it was the customer. The last two withdraw only, and no person records them."""

    PHONE_OTP = "PHONE_OTP"
    IN_PERSON = "IN_PERSON"
    DIGITAL_SIGNATURE = "DIGITAL_SIGNATURE"
    KNOWLEDGE = "KNOWLEDGE"
    SIGNED_LINK = "SIGNED_LINK"
    PROVIDER_SIGNAL = "PROVIDER_SIGNAL"


# What a colleague can do while the customer is there or on the line.
BY_STAFF = (VerificationMethod.PHONE_OTP, VerificationMethod.KNOWLEDGE, VerificationMethod.IN_PERSON, VerificationMethod.DIGITAL_SIGNATURE)


class MessageChannel(TextChoices):
    """A way of writing to the customer that a consent may be narrowed to."""

    EMAIL = "EMAIL"
    SMS = "SMS"
    WHATSAPP = "WHATSAPP"
    PUSH = "PUSH"
    IN_APP = "IN_APP"
    CALL = "CALL"


class RequestStatus(TextChoices):
    """How far a change that waits for approval has come."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


CHANNEL_NAMES: dict[str, Text] = {
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "SMS": Text(id="SMS", en="SMS"),
    "WHATSAPP": Text(id="WhatsApp", en="WhatsApp"),
    "PUSH": Text(id="Notifikasi aplikasi", en="App notification"),
    "IN_APP": Text(id="Di dalam aplikasi", en="Inside the app"),
    "CALL": Text(id="Telepon", en="Phone call"),
}
CAPTURED_NAMES: dict[str, Text] = {
    "BRANCH": Text(id="Kantor cabang", en="Branch"),
    "CALL_CENTER": Text(id="Pusat panggilan", en="Call centre"),
    "MOBILE": Text(id="Aplikasi", en="App"),
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "WEB": Text(id="Situs web", en="Web site"),
    "WHATSAPP": Text(id="WhatsApp", en="WhatsApp"),
}
METHOD_NAMES: dict[str, Text] = {
    "PHONE_OTP": Text(id="Kode sekali pakai", en="One-time code"),
    "IN_PERSON": Text(id="Hadir sendiri", en="In person"),
    "DIGITAL_SIGNATURE": Text(id="Dokumen bertanda tangan", en="Signed document"),
    "KNOWLEDGE": Text(id="Pertanyaan verifikasi", en="Verification questions"),
    "SIGNED_LINK": Text(id="Tautan berhenti langganan", en="Unsubscribe link"),
    "PROVIDER_SIGNAL": Text(id="Pemberitahuan penyedia pesan", en="Notice of the message provider"),
}
STATUS_NAMES: dict[str, Text] = {
    "GRANTED": Text(id="Diberikan", en="Granted"),
    "WITHDRAWN": Text(id="Ditarik", en="Withdrawn"),
}
