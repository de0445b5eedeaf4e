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


class Segment(TextChoices):
    MASS = "MASS"
    PRIORITY = "PRIORITY"
    MSME = "MSME"
    CORPORATE = "CORPORATE"


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


class RelationshipKind(TextChoices):
    FAMILY = "FAMILY"
    EMPLOYER = "EMPLOYER"
    GROUP = "GROUP"
    GUARANTOR = "GUARANTOR"
    JOINT_ACCOUNT = "JOINT_ACCOUNT"


class Product(TextChoices):
    SAVINGS = "SAVINGS"
    LOAN = "LOAN"
    CARD = "CARD"
    MOBILE_BANKING = "MOBILE_BANKING"
    WATER_CONNECTION = "WATER_CONNECTION"


class RequestStatus(TextChoices):
    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


class Language(TextChoices):
    INDONESIAN = "id"
    ENGLISH = "en"
