"""Reading consents: what holds for one customer, what was said when, and how many agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from simpul.consent.models import Consent, ConsentPurpose, ConsentWording
from simpul.consent.policies import SUBJECT, can_change, can_read, visible_consents, visible_requests
from simpul.consent.selectors.purposes import purpose_name, purpose_names, wording_row, wordings_in_force
from simpul.consent.selectors.rows import BadgeRow, ConsentRow, CountRow, CustomerConsentRow, CustomerConsents, CustomerRefRow, PersonRow, StandingRow
from simpul.consent.vocabulary import BY_STAFF, CAPTURED_NAMES, CHANNEL_NAMES, METHOD_NAMES, STATUS_NAMES, ConsentStatus
from simpul.customers.public import customer_get, shown_names
from simpul.iam.public import people, system_identity
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text
from simpul.timeline.public import Event, Wanted

_LATEST = Keyset(("-effective_at", datetime), ("-id", UUID))
OUT_OF_REACH = Text(id="Nasabah di luar jangkauan", en="Customer out of reach")
# The latest word of each purpose and way of writing; a narrower one that is older than the general one holds no more.
_STANDING = """
SELECT DISTINCT ON (c.consent_type, c.channel) c.consent_type, c.channel, c.status, c.effective_at, c.captured_channel, c.verification_method, c.wording_id, w.number
FROM crm.consents c LEFT JOIN crm.consent_wordings w USING (wording_id)
WHERE c.customer_id = %s
ORDER BY c.consent_type, c.channel, c.effective_at DESC
"""


_WORDS = {
    "GRANTED": Text(id="Persetujuan diberikan", en="Consent given"),
    "WITHDRAWN": Text(id="Persetujuan ditarik", en="Consent withdrawn"),
}


@dataclass(frozen=True)
class Standing:
    """What holds for one purpose, or one way of writing within it."""

    status: str
    since: datetime
    wording_id: UUID | None


def consent_state(customer_id: UUID, consent_type: str, channel: str | None) -> Standing | None:
    """The latest word about exactly this: all ways of writing, or one of them, which a later general word overrides."""
    rows = Consent.objects.filter(customer_id=customer_id, consent_type=consent_type)
    rows = rows.filter(channel__isnull=True) if channel is None else rows.filter(channel=channel) | rows.filter(channel__isnull=True)
    found = rows.order_by("-effective_at").first()
    return Standing(found.status, found.effective_at, found.wording_id) if found else None


def narrower_differs(customer_id: UUID, consent_type: str, channel: str | None, status: str) -> bool:
    """Whether a word about one way of writing, later than the general one, says otherwise; a general word then says something new."""
    if channel is not None:
        return False
    general = Consent.objects.filter(customer_id=customer_id, consent_type=consent_type, channel__isnull=True).order_by("-effective_at").first()
    later = Consent.objects.filter(customer_id=customer_id, consent_type=consent_type, channel__isnull=False)
    if general is not None:
        later = later.filter(effective_at__gt=general.effective_at)
    return any(word.status != status for word in later.order_by("channel", "-effective_at").distinct("channel"))


def marketing_stopped(customer_id: UUID) -> bool:
    """Whether a customer wants no offers at all, whatever was said of one channel since."""
    found = consent_state(customer_id, "MARKETING", None)
    return found is None or found.status == ConsentStatus.WITHDRAWN


def marketing_badge(actor: Actor, customer: Any) -> BadgeRow | None:
    """What a customer's page says beside the name about consent to marketing; None for who may not read it."""
    if not can_read(actor, customer):
        return None
    found = consent_state(customer.id, "MARKETING", None)
    return {"status": found.status if found else None, "since": found.since if found else None}


def customer_consents(*, actor: Actor, customer_id: UUID, code_channels: list[str]) -> CustomerConsents:
    """What holds for each purpose, what waits for approval, and what the caller may do.

    Raises: CustomerNotFound, Forbidden.
    """
    customer = _readable(actor, customer_id)
    standing: dict[str, dict[str | None, Mapping[str, Any]]] = {}
    for row in query(_STANDING, (customer_id,)):
        standing.setdefault(row["consent_type"], {})[row["channel"]] = row
    waiting = {(row.consent_type, row.channel): row for row in visible_requests(actor).filter(customer_id=customer_id, status="PENDING")}
    wordings = wordings_in_force()
    may = bool(can_change(actor, customer))
    items: list[CustomerConsentRow] = []
    for purpose in ConsentPurpose.objects.order_by("position", "key"):
        said = standing.get(purpose.key, {})
        if not purpose.is_active and not said:
            continue
        wording = wordings.get(purpose.key)
        items.append(
            {
                "consent_type": purpose.key,
                "name": purpose_name(purpose),
                "is_active": purpose.is_active,
                "needs_approval": purpose.needs_approval,
                "standing": _standing_row(said[None]) if None in said else None,
                "narrower": [
                    {"channel": channel, "channel_name": str(CHANNEL_NAMES[channel]), **_standing_row(row)}
                    for channel, row in sorted(said.items(), key=lambda pair: pair[0] or "")
                    if channel is not None and (None not in said or row["effective_at"] > said[None]["effective_at"])
                ],
                "wording": wording_row(wording) if wording else None,
                "waiting": [
                    {"request_id": row.id, "channel": row.channel, "requested_at": row.requested_at, "mine": row.requested_by == actor.id}
                    for (consent_type, _), row in waiting.items()
                    if consent_type == purpose.key
                ],
                "can": {"grant": may and purpose.is_active and wording is not None, "withdraw": may},
            }
        )
    methods = [method.value for method in BY_STAFF if method != "PHONE_OTP" or code_channels]
    return {"items": items, "methods": methods, "code_channels": code_channels, "can": {"change": may}}


def consent_history(*, actor: Actor, customer_id: UUID, cursor: str | None, limit: int) -> Page:
    """All that a customer said, newest first.

    Raises: CustomerNotFound, Forbidden, Invalid for a cursor that is not this list's.
    """
    _readable(actor, customer_id)
    return _LATEST.page(visible_consents(actor).filter(customer_id=customer_id), cursor, limit, lambda rows: consent_rows(actor, rows))


@dataclass(frozen=True)
class ConsentFilter:
    """Which words of customers; every part that is given must hold. `since` is inclusive, `until` exclusive."""

    consent_type: str | None = None
    status: str | None = None
    verification_method: str | None = None
    captured_channel: str | None = None
    branch_code: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def filter_consents(actor: Actor, wanted: ConsentFilter) -> QuerySet[Consent]:
    """The words that a filter leaves."""
    rows = visible_consents(actor)
    for name in ("consent_type", "status", "verification_method", "captured_channel"):
        if (value := getattr(wanted, name)) is not None:
            rows = rows.filter(**{name: value})
    if wanted.branch_code is not None:
        rows = rows.filter(branch_code=wanted.branch_code)
    if wanted.since is not None:
        rows = rows.filter(effective_at__gte=wanted.since)
    if wanted.until is not None:
        rows = rows.filter(effective_at__lt=wanted.until)
    return rows


def consent_page(*, actor: Actor, wanted: ConsentFilter, cursor: str | None, limit: int) -> Page:
    """One page of what customers said, newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    return _LATEST.page(filter_consents(actor, wanted), cursor, limit, lambda rows: consent_rows(actor, rows))


def consent_rows(actor: Actor, rows: Sequence[Consent]) -> list[ConsentRow]:
    """Words of customers as lists show them."""
    named = people({user for row in rows for user in (row.captured_by, row.approved_by) if user})
    customers = name_customers(actor, {row.customer_id for row in rows})
    purposes = purpose_names()
    numbers = dict(ConsentWording.objects.filter(pk__in={row.wording_id for row in rows if row.wording_id}).values_list("pk", "number"))

    def named_person(user: UUID | None) -> PersonRow | None:
        return {"id": user, "full_name": named[user].full_name} if user is not None and user in named else None

    return [
        {
            "consent_id": row.id,
            "customer": customers[row.customer_id],
            "consent_type": row.consent_type,
            "purpose": purposes.get(row.consent_type, row.consent_type),
            "channel": row.channel,
            "channel_name": str(CHANNEL_NAMES[row.channel]) if row.channel else None,
            "status": row.status,
            "old_status": row.old_status,
            "effective_at": row.effective_at,
            "captured_channel": row.captured_channel,
            "captured_channel_name": str(CAPTURED_NAMES[row.captured_channel]),
            "captured_by": named_person(row.captured_by),
            "verification_method": row.verification_method,
            "verification_method_name": str(METHOD_NAMES[row.verification_method]),
            "wording_number": numbers.get(row.wording_id) if row.wording_id else None,
            "evidence_document_id": row.evidence_document_id,
            "approved_by": named_person(row.approved_by),
            "reason": row.reason,
            "notes": row.notes,
        }
        for row in rows
    ]


def name_customers(actor: Actor, ids: set[UUID]) -> dict[UUID, CustomerRefRow]:
    """Customers by the names that the actor may know: masked for who reads all consents and does not reach them."""
    shown = shown_names(actor, ids)
    beyond = sorted(ids - shown.keys())
    masked = {row["customer_id"]: row["name"] for row in query("SELECT * FROM crm.masked_names(%s::uuid[])", (beyond,))} if beyond else {}
    return {key: {"id": key, "name": shown.get(key) or masked.get(key) or str(OUT_OF_REACH), "reached": key in shown} for key in ids}


def customers_masked(ids: Sequence[UUID]) -> dict[UUID, str]:
    """The masked names of customers, whoever asks; the mask is made in the database."""
    with scope(system_identity()):
        return {row["customer_id"]: row["name"] for row in query("SELECT * FROM crm.masked_names(%s::uuid[])", (list(ids),))}


def consent_summary(*, actor: Actor) -> list[CountRow]:
    """How many customers within reach said yes, and how many withdrew, for each purpose; narrower words are not counted."""
    latest = visible_consents(actor).filter(channel__isnull=True).order_by("customer_id", "consent_type", "-effective_at")
    sql, params = latest.distinct("customer_id", "consent_type").values("consent_type", "status").query.sql_with_params()
    counted: dict[str, dict[str, int]] = {}
    for row in query(f"SELECT s.consent_type, s.status, count(*)::integer AS customers FROM ({sql}) s GROUP BY 1, 2", params):
        counted.setdefault(row["consent_type"], {})[row["status"]] = row["customers"]
    return [
        {
            "consent_type": purpose.key,
            "name": purpose_name(purpose),
            "granted": counted.get(purpose.key, {}).get(ConsentStatus.GRANTED, 0),
            "withdrawn": counted.get(purpose.key, {}).get(ConsentStatus.WITHDRAWN, 0),
        }
        for purpose in ConsentPurpose.objects.order_by("position", "key")
    ]


def consent_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The words of customers that the actor may read, called by their purpose."""
    purposes = purpose_names()
    return {
        str(key): f"{purposes.get(kind, kind)}: {STATUS_NAMES[status]}"
        for key, kind, status in visible_consents(actor).filter(pk__in=read_uuids(ids)).values_list("pk", "consent_type", "status")
    }


def _readable(actor: Actor, customer_id: UUID) -> Any:
    """Raises: CustomerNotFound, Forbidden."""
    customer = customer_get(actor=actor, customer_id=customer_id)
    verdict = can_read(actor, customer)
    if not verdict:
        raise Forbidden(verdict.reason)
    return customer


def _standing_row(row: Mapping[str, Any]) -> StandingRow:
    return {
        "status": row["status"], "since": row["effective_at"], "captured_channel_name": str(CAPTURED_NAMES[row["captured_channel"]]),
        "verification_method_name": str(METHOD_NAMES[row["verification_method"]]), "wording_number": row["number"],
    }  # fmt: skip


def read_uuids(written: Sequence[str]) -> list[UUID]:
    """The ids among what was written."""
    found = []
    for each in written:
        with suppress(ValueError):
            found.append(UUID(each))
    return found


def consent_events(wanted: Wanted) -> list[Event]:
    """What the customer agreed to or withdrew, as far as the reader sees it."""
    if "ConsentEvent" not in wanted.kinds:
        return []
    rows = visible_consents(wanted.actor).filter(customer_id=wanted.customer_id)
    if wanted.since is not None:
        rows = rows.filter(effective_at__gte=wanted.since)
    if wanted.until is not None:
        rows = rows.filter(effective_at__lt=wanted.until)
    if wanted.before is not None:
        at, event_id = wanted.before
        rows = rows.filter(effective_at__lt=at) | rows.filter(effective_at=at, id__lt=event_id)
    purposes = purpose_names()
    return [
        Event(
            event_id=row.id,
            kind="ConsentEvent",
            occurred_at=row.effective_at,
            title=str(_WORDS[row.status]),
            detail=" · ".join(
                str(part)
                for part in (
                    purposes.get(row.consent_type, row.consent_type),
                    CHANNEL_NAMES[row.channel] if row.channel else None,
                    METHOD_NAMES[row.verification_method],
                )
                if part
            ),
            actor_user_id=row.captured_by,
            subject_type=SUBJECT,
            subject_id=str(row.id),
        )
        for row in rows.order_by("-effective_at", "-id")[: wanted.limit]
    ]
