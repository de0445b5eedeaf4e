"""The setting of changes that take a second person."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

EXPIRY_HOURS = "control.expiry_hours"

GROUP = Group("control", Text(id="Perubahan berdua", en="Changes by two people"))
SETTING = Setting(
    key=EXPIRY_HOURS,
    group="control",
    kind=Kind.INTEGER,
    default=72,
    minimum=1,
    maximum=336,
    unit=Text(id="jam", en="hours"),
    safer=Stricter.LOWER,
    label=Text(id="Lama perubahan menunggu", en="How long a change waits"),
    help=Text(
        id="Perubahan yang menjaga akses gugur bila selama ini tidak ada orang kedua yang memutuskan.",
        en="A change that guards access expires when no second person decides within so long.",
    ),
)

RECERTIFICATION_MONTHS, RECERTIFICATION_DAYS = "control.recertification_months", "control.recertification_days"
RECERTIFICATION_SETTINGS = (
    Setting(
        key=RECERTIFICATION_MONTHS,
        group="control",
        kind=Kind.INTEGER,
        default=6,
        minimum=0,
        maximum=36,
        unit=Text(id="bulan", en="months"),
        safer=Stricter.LOWER,
        label=Text(id="Jarak antarpeninjauan hak", en="How often rights are reviewed"),
        help=Text(
            id="Setiap sekian bulan pimpinan menegaskan atau mencabut hak orang-orangnya; 0 berarti hanya bila dibuka administrator.",
            en="Every so many months heads confirm or remove the rights of their people; 0 means only when an administrator opens a review.",
        ),
    ),
    Setting(
        key=RECERTIFICATION_DAYS,
        group="control",
        kind=Kind.INTEGER,
        default=14,
        minimum=3,
        maximum=60,
        unit=Text(id="hari", en="days"),
        safer=Stricter.LOWER,
        label=Text(id="Lama peninjauan hak", en="How long a review of rights lasts"),
        help=Text(id="Hak yang tidak ditegaskan selama ini berakhir dengan sendirinya.", en="A right that nobody confirms within so long ends by itself."),
    ),
)
