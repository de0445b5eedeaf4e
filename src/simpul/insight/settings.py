"""What administrators decide about the figures of dashboards."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

RECENT_DAYS = "insight.recent_days"
HISTORY_MONTHS = "insight.history_months"

GROUP = Group("insight", Text(id="Dasbor", en="Dashboards"))
SETTINGS = (
    Setting(
        key=RECENT_DAYS,
        group="insight",
        kind=Kind.INTEGER,
        default=8,
        minimum=1,
        maximum=31,
        unit=Text(id="hari", en="days"),
        label=Text(id="Hari yang dihitung ulang", en="Days that are counted again"),
        help=Text(
            id="Angka sekian hari terakhir dihitung ulang setiap sepuluh menit; yang lebih lama, setiap malam.",
            en="Figures of so many last days are counted again every ten minutes, older ones every night.",
        ),
    ),
    Setting(
        key=HISTORY_MONTHS,
        group="insight",
        kind=Kind.INTEGER,
        default=25,
        minimum=3,
        maximum=84,
        unit=Text(id="bulan", en="months"),
        label=Text(id="Riwayat angka dasbor", en="History of dashboards"),
        help=Text(
            id="Angka disimpan untuk sekian bulan; yang lebih lama dihapus setiap malam.",
            en="Figures are kept for so many months; older ones are removed every night.",
        ),
    ),
)
