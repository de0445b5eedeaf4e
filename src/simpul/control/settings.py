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
