"""What segments may ask about offers that customers got, and what keeps an offer from going out, for a whole set."""

from __future__ import annotations

from simpul.customers.public import FieldSource, SegmentField
from simpul.messaging.vocabulary import Channel
from simpul.platform.text import Text
from simpul.workflow.public import Field, FieldType

# Parameters: %(at)s. A campaign writes to a customer once.
_OFFERS = """
SELECT customer_id, max(offered_at) AS last_at,
       count(*) FILTER (WHERE subject_type = 'CAMPAIGN' AND offered_at > %(at)s::timestamptz - interval '90 days')::integer AS received,
       count(*) FILTER (WHERE subject_type = 'CAMPAIGN' AND offered_at > %(at)s::timestamptz - interval '90 days' AND clicked_at IS NOT NULL)::integer AS clicked
FROM crm.segment_offers WHERE offered_at <= %(at)s GROUP BY customer_id
"""
SOURCES = (
    FieldSource(
        "offers",
        Text(id="Riwayat kampanye", en="Campaign history"),
        _OFFERS,
        (
            SegmentField(Field("last_offer_at", FieldType.TIMESTAMP, Text(id="Penawaran terakhir", en="Last offer"), sql="offers.last_at")),
            SegmentField(
                Field(
                    "campaigns_received_90d",
                    FieldType.INTEGER,
                    Text(id="Kampanye diterima dalam 90 hari", en="Campaigns received in 90 days"),
                    sql="coalesce(offers.received, 0)",
                )
            ),
            SegmentField(
                Field(
                    "campaigns_clicked_90d",
                    FieldType.INTEGER,
                    Text(id="Kampanye diklik dalam 90 hari", en="Campaigns clicked in 90 days"),
                    sql="coalesce(offers.clicked, 0)",
                )
            ),
        ),
    ),
)
# What offers are counted by, with the parameters %(at)s, %(day)s, %(week)s and, where one is asked about, %(channel)s.
_CAPPED = """
SELECT customer_id FROM crm.segment_offers WHERE offered_at > %(at)s::timestamptz - interval '7 days' AND offered_at <= %(at)s GROUP BY customer_id
HAVING count(*) >= %(week)s
"""
_CAPPED_CHANNEL = " OR count(*) FILTER (WHERE channel = %(channel)s AND offered_at > %(at)s::timestamptz - interval '1 day') >= %(day)s"


def offers_capped_sql(channel: str | None) -> str:
    """SQL of the customers who have had as many offers as the caps allow, with the parameters of CAPS and `%(at)s`, `%(channel)s`."""
    return _CAPPED + (_CAPPED_CHANNEL if channel else "")


def offers_suppressed_sql() -> str:
    """SQL of the customers whom nothing is offered to on `%(channel)s`: the address is on the list, or they do not want it."""
    return "SELECT DISTINCT customer_id FROM crm.segment_suppressions WHERE channel = %(channel)s"


def offers_reachable_sql(channel: str, person: str) -> str:
    """SQL of the condition that a customer has what the channel takes; `person` is the row of the customer that the condition is about."""
    match channel:
        case Channel.EMAIL:
            return f"{person}.has_email"
        case Channel.SMS | Channel.WHATSAPP:
            return f"{person}.has_phone"
        case Channel.PUSH:
            return f"{person}.customer_id IN (SELECT customer_id FROM crm.segment_devices)"
    return "true"  # what is shown in the app needs no address
