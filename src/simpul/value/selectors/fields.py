"""What segments select by of the value of customers; all of it is profiling."""

from __future__ import annotations

from simpul.customers.public import FieldSource, SegmentField
from simpul.platform.text import Text
from simpul.workflow.public import Field, FieldType

_NUMBERS = {
    "rfm_recency": ("recency_score", Text(id="Skor R (kebaruan, 1-5)", en="R score (recency, 1-5)")),
    "rfm_frequency": ("frequency_score", Text(id="Skor F (frekuensi, 1-5)", en="F score (frequency, 1-5)")),
    "rfm_monetary": ("monetary_score", Text(id="Skor M (nilai, 1-5)", en="M score (monetary, 1-5)")),
    "rfm_total": ("total_score", Text(id="Skor RFM (3-15)", en="RFM score (3-15)")),
}
RFM_SOURCE = FieldSource(
    "rfm",
    Text(id="Nilai nasabah", en="Customer value"),
    "SELECT customer_id, recency_score, frequency_score, monetary_score, total_score FROM crm.segment_rfm",
    tuple(SegmentField(Field(name, FieldType.INTEGER, label, sql=f"rfm.{column}"), profiling=True) for name, (column, label) in _NUMBERS.items()),
    present="EXISTS (SELECT FROM crm.segment_rfm)",
)
