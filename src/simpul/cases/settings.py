"""What the organisation decides about how cases are received."""

from __future__ import annotations

from simpul.platform import configuration
from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

AUTOMATIC = "cases.automatic_assignment"
HOURS = "cases.assignment_hours"

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
)


def register() -> None:
    """Declare them, at start."""
    configuration.register_group(Group("cases", Text(id="Kasus", en="Cases")))
    configuration.register(*SETTINGS)
