"""What the organisation expects of a relationship manager's day."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

ACTIVITY_GOAL = "cockpit.activity_goal"
QUIET_DAYS = "cockpit.quiet_days"

GROUP = Group("cockpit", Text(id="Hari kerja RM", en="A relationship manager's day"))
SETTINGS = (
    Setting(
        key=ACTIVITY_GOAL,
        group="cockpit",
        kind=Kind.INTEGER,
        default=6,
        minimum=1,
        maximum=50,
        label=Text(id="Target kegiatan per hari", en="Activities a day"),
        help=Text(
            id="Jumlah kegiatan per hari yang ditunjukkan sebagai target di halaman Hari saya.",
            en="How many activities a day the page My day shows as the target.",
        ),
    ),
    Setting(
        key=QUIET_DAYS,
        group="cockpit",
        kind=Kind.INTEGER,
        default=30,
        minimum=1,
        maximum=365,
        label=Text(id="Lama tanpa kontak", en="Days without contact"),
        help=Text(
            id="Nasabah portofolio dihitung lama tidak dihubungi sesudah sekian hari.",
            en="A customer of a portfolio counts as long without contact after so many days.",
        ),
        unit=Text(id="hari", en="days"),
    ),
)
