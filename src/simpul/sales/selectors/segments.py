"""What segments select by of leads and lifecycle stages."""

from __future__ import annotations

from simpul.customers.public import FieldSource, SegmentField
from simpul.platform.text import Text
from simpul.sales.vocabulary import LEAD_STATUS_NAMES, LIFECYCLE_NAMES
from simpul.workflow.public import Choice, Field, FieldType

SOURCE = FieldSource(
    "pursued",
    Text(id="Prospek dan tahap nasabah", en="Leads and lifecycle"),
    "SELECT customer_id, lead_status, lifecycle_stage FROM crm.segment_sales",
    (
        SegmentField(
            Field(
                "lifecycle_stage",
                FieldType.CHOICE,
                Text(id="Tahap nasabah", en="Lifecycle stage"),
                tuple(Choice(key, name) for key, name in LIFECYCLE_NAMES.items()),
                "pursued.lifecycle_stage",
            ),
            present="EXISTS (SELECT FROM crm.segment_sales WHERE lifecycle_stage IS NOT NULL)",
        ),
        SegmentField(
            Field(
                "lead_status",
                FieldType.CHOICE,
                Text(id="Status prospek", en="Lead status"),
                tuple(Choice(key, name) for key, name in LEAD_STATUS_NAMES.items()),
                "pursued.lead_status",
            ),
            present="EXISTS (SELECT FROM crm.segment_sales WHERE lead_status IS NOT NULL)",
        ),
    ),
)
