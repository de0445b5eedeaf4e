"""The rules of advice: what each asks of the data, and the words that it gives (product chapter 6.5).

The SQL of a rule gives `customer_id`, `related_type`, `related_id`, `since` and `facts` for every customer for whom its condition
holds at `%(at)s`; it reads views that answer the product's own jobs alone. One text serves one customer, a portfolio and all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simpul.advice.vocabulary import ActionType, AdviceKind
from simpul.platform.clock import JAKARTA
from simpul.platform.text import Text

_NO_RECORD = "NULL::text AS related_type, NULL::uuid AS related_id"
_DAYS = Text(id="hari", en="days")


@dataclass(frozen=True)
class RuleParameter:
    """A number that an organisation sets for a rule."""

    key: str
    label: Text
    minimum: int
    maximum: int
    unit: Text = _DAYS


@dataclass(frozen=True)
class AdviceRule:
    """One rule: what it is called, what it advises and why, and its condition.

    `careful_reason` are the words for readers to whom fraud is not named; they see no record either. `missing` says what a rule
    waits for: it cannot be switched on.
    """

    code: str
    action: ActionType
    kind: AdviceKind
    name: Text
    title: Text
    reason: Text
    sql: str = ""
    parameters: tuple[RuleParameter, ...] = ()
    is_profiling: bool = False
    careful_reason: Text | None = None
    missing: Text | None = None

    def reason_of(self, facts: Mapping[str, Any], *, is_fraud_named: bool = True) -> Text:
        """Why, in the words that a reader may know."""
        if self.careful_reason is not None and not is_fraud_named:
            return self.careful_reason
        if "last_contact_at" in facts and facts["last_contact_at"] is None:
            return _NEVER_IN_CONTACT.format(**facts)
        return self.reason.format(**{key: _shown(value) for key, value in facts.items()})


_NEVER_IN_CONTACT = Text(
    id="Segmen RFM berisiko hilang, dan belum ada kontak yang tercatat.",
    en="The RFM segment is at risk, and no contact is on record.",
)


def _shown(value: Any) -> Any:
    """Instants as people read them."""
    if isinstance(value, str) and "T" in value:
        return f"{datetime.fromisoformat(value).astimezone(JAKARTA):%d-%m-%Y %H:%M}"
    return value


RULES: tuple[AdviceRule, ...] = (
    AdviceRule(
        "OVERDUE_CASE",
        ActionType.PRIORITIZE_CASE,
        AdviceKind.SERVICE,
        Text(id="Kasus lewat tenggat", en="Overdue case"),
        Text(id="Dahulukan kasus nasabah", en="Prioritize the customer's case"),
        Text(id="Kasus terbuka lewat tenggat sejak {due_at}.", en="An open case is overdue since {due_at}."),
        """
SELECT customer_id, 'CASE' AS related_type, case_id AS related_id, sla_due_at AS since, jsonb_build_object('due_at', sla_due_at) AS facts
FROM crm.advice_cases WHERE is_open AND sla_due_at < %(at)s
""",
    ),
    AdviceRule(
        "AT_RISK_QUIET",
        ActionType.CALL,
        AdviceKind.SELLING,
        Text(id="Berisiko hilang dan lama tanpa kontak", en="At risk and long without contact"),
        Text(id="Telepon nasabah yang berisiko hilang", en="Call the customer who is at risk"),
        Text(
            id="Segmen RFM berisiko hilang, kontak terakhir {last_contact_at}.",
            en="The RFM segment is at risk, the last contact was {last_contact_at}.",
        ),
        f"""
SELECT customer_id, {_NO_RECORD}, last_contact_at AS since, jsonb_build_object('last_contact_at', last_contact_at) AS facts
FROM crm.segment_facts
WHERE rfm_segment = 'AT_RISK'
  AND (last_contact_at IS NULL OR last_contact_at <= %(at)s - make_interval(days => %(AT_RISK_QUIET_quiet_days)s))
""",
        (RuleParameter("quiet_days", Text(id="Hari tanpa kontak", en="Days without contact"), 1, 365),),
        is_profiling=True,
    ),
    AdviceRule(
        "OFFER_READY",
        ActionType.OFFER_PRODUCT,
        AdviceKind.SELLING,
        Text(id="Siap ditawari", en="Ready for an offer"),
        Text(id="Tawarkan produk", en="Offer a product"),
        Text(
            id="Nasabah menyetujui pemasaran dan tidak memiliki kasus terbuka.",
            en="The customer agreed to marketing and has no open case.",
        ),
        f"""
SELECT customer_id, {_NO_RECORD}, NULL::timestamptz AS since, '{{}}'::jsonb AS facts
FROM crm.advice_customers c
WHERE NOT EXISTS (SELECT FROM crm.advice_cases k WHERE k.customer_id = c.customer_id AND k.is_open)
""",
    ),
    AdviceRule(
        "LEAD_WAITING",
        ActionType.CALL,
        AdviceKind.SELLING,
        Text(id="Prospek baru yang menunggu", en="New lead that waits"),
        Text(id="Telepon prospek baru", en="Call about the new lead"),
        Text(id="Prospek belum dihubungi sejak {status_since}.", en="Nobody has called about the lead since {status_since}."),
        """
SELECT customer_id, 'LEAD' AS related_type, lead_id AS related_id, status_since AS since, jsonb_build_object('status_since', status_since) AS facts
FROM crm.advice_leads
WHERE status = 'NEW' AND status_since < %(at)s - make_interval(days => %(LEAD_WAITING_waiting_days)s)
""",
        (RuleParameter("waiting_days", Text(id="Hari berstatus baru", en="Days as new"), 1, 90),),
    ),
    AdviceRule(
        "MERCHANT_NEARBY",
        ActionType.MERCHANT_PROMO,
        AdviceKind.SELLING,
        Text(id="Promo merchant di kota nasabah", en="Merchant promotion in the customer's city"),
        Text(id="Kirim promo merchant", en="Send a merchant promotion"),
        Text(id="Merchant di kota nasabah sedang promo.", en="A merchant in the customer's city has a promotion."),
        missing=Text(id="Data merchant belum ada di pemasangan ini.", en="This installation has no data of merchants yet."),
    ),
    AdviceRule(
        "SECURITY_EDUCATION",
        ActionType.EDUCATE,
        AdviceKind.SERVICE,
        Text(id="Pernah ada kasus penipuan", en="A fraud case ever"),
        Text(id="Edukasi keamanan transaksi", en="Explain how to stay safe"),
        Text(
            id="Pernah ada kasus penipuan; ingatkan cara menjaga PIN dan OTP.",
            en="There was a case of fraud; explain how to keep PIN and OTP safe.",
        ),
        """
SELECT DISTINCT ON (customer_id) customer_id, 'CASE' AS related_type, case_id AS related_id, created_at AS since, '{}'::jsonb AS facts
FROM crm.advice_cases WHERE is_fraud ORDER BY customer_id, created_at DESC, case_id
""",
        careful_reason=Text(
            id="Perlu kehati-hatian; ingatkan cara menjaga PIN dan OTP.",
            en="Handle with care; explain how to keep PIN and OTP safe.",
        ),
    ),
    AdviceRule(
        "BIRTHDAY_GREETING",
        ActionType.GREET,
        AdviceKind.SELLING,
        Text(id="Ulang tahun nasabah terbaik", en="Birthday of a best customer"),
        Text(id="Ucapkan selamat ulang tahun", en="Send birthday wishes"),
        Text(
            id="Segmen RFM terbaik, berulang tahun dalam {days_ahead} hari ke depan.",
            en="The RFM segment is champion, with a birthday within {days_ahead} days.",
        ),
        # The day itself stays masked: the reason names the window.
        f"""
SELECT c.customer_id, {_NO_RECORD}, NULL::timestamptz AS since, jsonb_build_object('days_ahead', %(BIRTHDAY_GREETING_days_ahead)s::integer) AS facts
FROM crm.advice_customers c JOIN crm.segment_facts f ON f.customer_id = c.customer_id
WHERE f.rfm_segment = 'CHAMPION' AND c.kind = 'PERSON'
  AND (c.birth_date + make_interval(years => 1 + extract(year FROM age(%(today)s::date - 1, c.birth_date))::integer))::date
      <= %(today)s::date + %(BIRTHDAY_GREETING_days_ahead)s::integer
""",
        (RuleParameter("days_ahead", Text(id="Hari sebelum ulang tahun", en="Days before the birthday"), 1, 30),),
        is_profiling=True,
    ),
)
RULE_OF: dict[str, AdviceRule] = {rule.code: rule for rule in RULES}
