"""What the organisation decides about leads and opportunities."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

WAITING_DAYS = "sales.waiting_days"
LATE_DAYS = "sales.late_days"
DORMANT_DAYS = "sales.dormant_days"
_DAYS = Text(id="hari", en="days")

GROUP = Group("sales", Text(id="Prospek dan peluang", en="Leads and opportunities"))
SETTINGS = (
    Setting(
        key=WAITING_DAYS,
        group="sales",
        kind=Kind.INTEGER,
        default=3,
        minimum=1,
        maximum=90,
        unit=_DAYS,
        label=Text(id="Prospek menunggu sesudah", en="A lead waits after"),
        help=Text(
            id="Prospek dan peluang yang selama ini belum berpindah status ditandai menunggu.",
            en="Leads and opportunities that have not moved for so long are marked as waiting.",
        ),
    ),
    Setting(
        key=LATE_DAYS,
        group="sales",
        kind=Kind.INTEGER,
        default=7,
        minimum=1,
        maximum=180,
        unit=_DAYS,
        label=Text(id="Prospek terlalu lama sesudah", en="A lead is late after"),
        help=Text(
            id="Prospek dan peluang yang selama ini belum berpindah status ditandai terlalu lama.",
            en="Leads and opportunities that have not moved for so long are marked as late.",
        ),
    ),
    Setting(
        key=DORMANT_DAYS,
        group="sales",
        kind=Kind.INTEGER,
        default=180,
        minimum=30,
        maximum=1095,
        unit=_DAYS,
        label=Text(id="Nasabah pasif sesudah", en="A customer is dormant after"),
        help=Text(
            id="Nasabah yang selama ini tidak bertransaksi masuk tahap pasif pada penghitungan malam berikutnya.",
            en="A customer without a transaction for so long becomes dormant when stages are next computed at night.",
        ),
    ),
)
