"""What the organisation decides about how cases are received, listed and flagged."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

AUTOMATIC = "cases.automatic_assignment"
HOURS = "cases.assignment_hours"
DUE_SOON_HOURS = "cases.due_soon_hours"
FRAUD_DAYS = "cases.fraud_flag_days"

GROUP = Group("cases", Text(id="Kasus", en="Cases"))
SETTINGS = (
    Setting(
        key=AUTOMATIC,
        group="cases",
        kind=Kind.BOOLEAN,
        default=True,
        label=Text(id="Kasus baru ditugaskan otomatis", en="New cases are assigned automatically"),
        help=Text(
            id="Kepada petugas yang sedang masuk dan paling sedikit kasus terbukanya. Bila tidak, kasus baru menunggu diambil.",
            en="To the colleague at work who has the fewest open cases. If not, new cases wait to be taken.",
        ),
    ),
    Setting(
        key=HOURS,
        group="cases",
        kind=Kind.HOURS,
        default=None,
        label=Text(id="Jam penugasan otomatis", en="Hours of automatic assignment"),
        help=Text(
            id="Menurut waktu setempat di cabang kasus. Di luar jam ini kasus baru menunggu diambil.",
            en="By the local time of the case's branch. Outside them new cases wait to be taken.",
        ),
    ),
    Setting(
        key=DUE_SOON_HOURS,
        group="cases",
        kind=Kind.INTEGER,
        default=24,
        minimum=1,
        maximum=168,
        unit=Text(id="jam", en="hours"),
        label=Text(id="Segera jatuh tempo", en="Due soon"),
        help=Text(
            id="Kasus terbuka yang tenggatnya dalam waktu sebanyak ini dihitung segera jatuh tempo di antrean dan papan beban.",
            en="Open cases due within this time count as due soon in the queue and on the board of loads.",
        ),
    ),
    Setting(
        key=FRAUD_DAYS,
        group="cases",
        kind=Kind.INTEGER,
        default=90,
        minimum=1,
        maximum=3650,
        unit=Text(id="hari", en="days"),
        label=Text(id="Lama peringatan penipuan", en="How long fraud is flagged"),
        help=Text(
            id="Sesudah kasus penipuan ditutup, peringatan pada nasabah tetap tampil selama ini.",
            en="After a case of fraud was closed, the alert on the customer stays this long.",
        ),
    ),
)
