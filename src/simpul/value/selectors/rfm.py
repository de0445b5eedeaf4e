"""The score of one customer in words: what it rests on, what to do, and on which legal basis it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypedDict
from uuid import UUID

from simpul.customers.public import Part, customer_get, parts
from simpul.iam.public import system_identity
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.text import Text
from simpul.value.models import CustomerRfm, RfmThresholds
from simpul.value.selectors.questions import bounds_of
from simpul.value.settings import ASKS_CONSENT
from simpul.value.vocabulary import ACTION_NAMES, CLV_NAMES, METHOD_NAMES, RULE_OF, SEGMENT_NAMES

_CONSENT = "SELECT crm.consent_at(%s, 'PROFILING', NULL, %s) AS status"
_INTEREST = Text(
    id="Kepentingan yang sah: skor dihitung untuk pelayanan (UU 27/2022 pasal 20 ayat 2 huruf f).",
    en="Legitimate interest: the score is computed for service (Law 27/2022 article 20(2)(f)).",
)
_CONSENTED = Text(
    id="Persetujuan pemrofilan nasabah (UU 27/2022 pasal 20 ayat 2 huruf a).",
    en="The customer's consent to profiling (Law 27/2022 article 20(2)(a)).",
)
_NO_ADVICE = Text(
    id="Saran tidak ditampilkan: nasabah belum menyetujui pemrofilan.",
    en="No advice is shown: the customer has not agreed to profiling.",
)
NOT_AGREED = Text(
    id="Skor tidak ditampilkan: nasabah belum menyetujui pemrofilan.",
    en="The score is not shown: the customer has not agreed to profiling.",
)
NOT_COMPUTED = Text(id="Skor belum dihitung.", en="No score was computed yet.")
# How a score reads, from 1 to 5.
_RECENCY = (
    Text(id="sangat lama tidak aktif", en="not seen for very long"),
    Text(id="lama tidak aktif", en="not seen for long"),
    Text(id="cukup baru", en="fairly recent"),
    Text(id="baru", en="recent"),
    Text(id="sangat baru", en="very recent"),
)
_FREQUENCY = (
    Text(id="sangat jarang", en="very rare"),
    Text(id="jarang", en="rare"),
    Text(id="cukup sering", en="fairly frequent"),
    Text(id="sering", en="frequent"),
    Text(id="sangat sering", en="very frequent"),
)
_MONETARY = (
    Text(id="nilai sangat rendah", en="very low value"),
    Text(id="nilai rendah", en="low value"),
    Text(id="nilai sedang", en="medium value"),
    Text(id="nilai tinggi", en="high value"),
    Text(id="nilai sangat tinggi", en="very high value"),
)
_REASON = Text(
    id="R={r}, F={f}, M={m}: {words}. Aturan {number} ({rule}), ambang versi {version}.",
    en="R={r}, F={f}, M={m}: {words}. Rule {number} ({rule}), thresholds version {version}.",
)
_FIFTHS = Text(
    id="R={r}, F={f}, M={m}: {words}. Aturan {number} ({rule}), skor menurut seperlima nasabah.",
    en="R={r}, F={f}, M={m}: {words}. Rule {number} ({rule}), scored by fifths of the customers.",
)
_ELSE = Text(id="selain yang di atas", en="none of the others")


@dataclass(frozen=True)
class RfmScore:
    """The score of a customer as a page shows it.

    `action` is None without consent to profiling, then `action_withheld` says so. The bounds are those of the scores 5, 4, 3 and 2
    in the version that the scores were computed by.
    """

    customer_id: UUID
    recency_score: int
    recency_days: int
    recency_words: str
    frequency_score: int
    frequency_count: int
    frequency_words: str
    monetary_score: int
    monetary_value: Decimal
    monetary_words: str
    total_score: int
    segment: str
    segment_name: str
    clv_proxy: str
    clv_name: str
    rule: int
    rule_words: str
    method: str
    method_name: str
    thresholds_version: int
    recency_bounds: tuple[int, ...]
    frequency_bounds: tuple[int, ...]
    monetary_bounds: tuple[Decimal, ...]
    reason: str
    action: str | None
    action_withheld: str | None
    legal_basis: str
    calculated_at: datetime


@dataclass(frozen=True)
class RfmCard:
    """The score that may be shown, or why none is."""

    score: RfmScore | None
    missing: str | None


def segment_reason(row: CustomerRfm) -> Text:
    """Why a customer is in a segment, from the stored scores: in words, with the rule and the version of the thresholds."""
    rule = RULE_OF[row.rule]
    words = [names[score - 1] for names, score in _scores(row)]
    pattern = _REASON if row.method == "THRESHOLDS" else _FIFTHS
    filled = {"r": row.recency_score, "f": row.frequency_score, "m": row.monetary_score}
    filled |= {"number": row.rule, "version": row.thresholds_version}
    return Text(
        id=pattern.id.format(words=", ".join(word.id for word in words), rule=rule.words or _ELSE.id, **filled),
        en=pattern.en.format(words=", ".join(word.en for word in words), rule=rule.words or _ELSE.en, **filled),
    )


def _scores(row: CustomerRfm) -> tuple[tuple[tuple[Text, ...], int], ...]:
    return ((_RECENCY, row.recency_score), (_FREQUENCY, row.frequency_score), (_MONETARY, row.monetary_score))


def profiling_granted(customer_id: UUID) -> bool:
    """Whether the customer agrees to profiling at this instant, whoever asks."""
    with scope(system_identity()):
        return bool(query(_CONSENT, (customer_id, now()))[0]["status"] == "GRANTED")


def rfm_card(*, actor: Actor, customer_id: UUID) -> RfmCard:
    """The score of a customer whose business with us the actor may see, or why none shows.

    Raises: CustomerNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    row = CustomerRfm.objects.filter(customer_id=customer.id).first() if Part.BUSINESS in parts(actor, customer) else None
    if row is None:
        return RfmCard(None, str(NOT_COMPUTED))
    agreed = profiling_granted(customer.id)
    if configuration.value(ASKS_CONSENT, actor) and not agreed:
        return RfmCard(None, str(NOT_AGREED))
    return RfmCard(_worded(row, agreed, consent_asked=bool(configuration.value(ASKS_CONSENT, actor))), None)


class RfmBadge(TypedDict):
    """The segment of a customer as the head of the page names it."""

    segment: str
    segment_name: str
    clv_proxy: str
    clv_name: str
    total_score: int


def rfm_badge(customer_id: UUID) -> RfmBadge | None:
    """The segment of a customer whose business the caller sees; None where none was computed or none may show."""
    row = CustomerRfm.objects.filter(customer_id=customer_id).first()
    if row is None or (configuration.value(ASKS_CONSENT) and not profiling_granted(customer_id)):
        return None
    return {
        "segment": row.segment,
        "segment_name": str(SEGMENT_NAMES[row.segment]),
        "clv_proxy": row.clv_proxy,
        "clv_name": str(CLV_NAMES[row.clv_proxy]),
        "total_score": row.total_score,
    }


def rfm_get(actor: Actor, customer_id: UUID) -> RfmScore | None:
    """The score of a customer in words; None where none was computed or none may show.

    Raises: CustomerNotFound.
    """
    return rfm_card(actor=actor, customer_id=customer_id).score


def rfm_segments_among(customer_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The segment of each of these customers, as far as the caller reaches them; who has none is missing. One statement."""
    rows = CustomerRfm.objects.filter(customer_id__in=list(customer_ids)).values_list("customer_id", "segment")
    return dict(rows) if customer_ids else {}


def _worded(row: CustomerRfm, agreed: bool, *, consent_asked: bool) -> RfmScore:
    recency, frequency, monetary = (str(names[score - 1]) for names, score in _scores(row))
    rule = RULE_OF[row.rule]
    bounds = bounds_of(RfmThresholds.objects.get(pk=row.thresholds_version))
    return RfmScore(
        customer_id=row.customer_id,
        recency_score=row.recency_score,
        recency_days=row.recency_days,
        recency_words=recency,
        frequency_score=row.frequency_score,
        frequency_count=row.frequency_count,
        frequency_words=frequency,
        monetary_score=row.monetary_score,
        monetary_value=row.monetary_value,
        monetary_words=monetary,
        total_score=row.total_score,
        segment=row.segment,
        segment_name=str(SEGMENT_NAMES[row.segment]),
        clv_proxy=row.clv_proxy,
        clv_name=str(CLV_NAMES[row.clv_proxy]),
        rule=row.rule,
        rule_words=rule.words or str(_ELSE),
        method=row.method,
        method_name=str(METHOD_NAMES[row.method]),
        thresholds_version=row.thresholds_version,
        recency_bounds=bounds.recency_days,
        frequency_bounds=bounds.frequency_count,
        monetary_bounds=bounds.monetary_value,
        reason=str(segment_reason(row)),
        action=str(ACTION_NAMES[row.segment]) if agreed else None,
        action_withheld=None if agreed else str(_NO_ADVICE),
        legal_basis=str(_CONSENTED if consent_asked else _INTEREST),
        calculated_at=row.calculated_at,
    )
