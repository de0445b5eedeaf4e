"""The closed lists that the customer tables know."""

from __future__ import annotations

from django.db.models import TextChoices

CHANGE_WORKFLOW = "customer_change"  # the workflow of requests for change


class Kind(TextChoices):
    PERSON = "PERSON"
    ORGANISATION = "ORGANISATION"


class Gender(TextChoices):
    MALE = "M"
    FEMALE = "F"
    UNKNOWN = "U"


DEFAULT_SEGMENT = "MASS"  # of a customer of whom nothing else is said


class CodeList(TextChoices):
    """The lists that the organisation keeps itself (see `codes`)."""

    SEGMENT = "SEGMENT"
    PRODUCT = "PRODUCT"
    RELATIONSHIP = "RELATIONSHIP"


class Status(TextChoices):
    ACTIVE = "ACTIVE"
    DORMANT = "DORMANT"
    CLOSED = "CLOSED"


class Channel(TextChoices):
    PHONE = "PHONE"
    WHATSAPP = "WHATSAPP"
    SMS = "SMS"
    EMAIL = "EMAIL"
    BRANCH = "BRANCH"


class IdType(TextChoices):
    CIF = "CIF"
    NIK = "NIK"
    ACCOUNT_NO = "ACCOUNT_NO"
    METER_NO = "METER_NO"
    MEMBER_NO = "MEMBER_NO"


class AddressKind(TextChoices):
    HOME = "HOME"
    MAILING = "MAILING"
    WORK = "WORK"
    INSTALLATION = "INSTALLATION"


class CoordinateSource(TextChoices):
    GPS = "GPS"
    GEOCODED = "GEOCODED"
    MANUAL = "MANUAL"
    IMPORT = "IMPORT"


class RequestStatus(TextChoices):
    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


class Language(TextChoices):
    INDONESIAN = "id"
    ENGLISH = "en"
