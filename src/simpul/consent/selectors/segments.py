"""What segments may ask about consent, and whose consent holds at an instant, for a whole set."""

from __future__ import annotations

from simpul.consent.vocabulary import STATUS_NAMES, ConsentStatus
from simpul.customers.public import FieldSource, SegmentField
from simpul.platform.text import Text
from simpul.workflow.public import Choice, Field, FieldType

_NONE = "NONE"  # nothing was ever said
_CHOICES = (*(Choice(status.value, STATUS_NAMES[status.value]) for status in ConsentStatus), Choice(_NONE, Text(id="Belum ada", en="None")))
_NAMES = {
    "MARKETING": ("consent_marketing", Text(id="Persetujuan penawaran", en="Consent to offers")),
    "PROFILING": ("consent_profiling", Text(id="Persetujuan pemrofilan", en="Consent to profiling")),
}


def consents_granted_sql(purpose: str, channel: str = "NULL") -> str:
    """SQL of `customer_id` and `status`, the latest word about a purpose at the parameter `%(at)s`, once for each customer who said one.

    As `crm.consent_at` answers for one customer: `channel` is SQL of the channel that is asked about; without it, words about one channel
    alone do not count. Two words of one purpose never have one instant.
    """
    return f"""SELECT customer_id,
       CASE WHEN max(effective_at) FILTER (WHERE status = 'GRANTED') >= max(effective_at) THEN 'GRANTED' ELSE 'WITHDRAWN' END AS status
FROM crm.segment_consents
WHERE consent_type = '{purpose}' AND (channel IS NULL OR channel = {channel}) AND effective_at <= %(at)s GROUP BY customer_id"""


SOURCES = tuple(
    FieldSource(
        name,
        Text(id="Persetujuan", en="Consent"),
        consents_granted_sql(purpose),
        (SegmentField(Field(name, FieldType.CHOICE, label, _CHOICES, f"coalesce({name}.status, '{_NONE}')")),),
    )
    for purpose, (name, label) in _NAMES.items()
)
