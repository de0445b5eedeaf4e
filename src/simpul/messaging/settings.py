"""What the organisation decides about writing to customers: at which hours and how often."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

MARKETING_HOURS, COLLECTION_HOURS = "messages.marketing_hours", "messages.collection_hours"
MARKETING_DAY, MARKETING_WEEK = "messages.marketing_per_day", "messages.marketing_per_week"

GROUP = Group("messages", Text(id="Pesan kepada nasabah", en="Messages to customers"))
_WEEK = [1, 2, 3, 4, 5, 6]
_MESSAGES = Text(id="pesan", en="messages")
SETTINGS = (
    Setting(
        key=MARKETING_HOURS,
        group="messages",
        kind=Kind.HOURS,
        default={"days": _WEEK, "opens": "08:00", "closes": "18:00"},
        safer=Stricter.WITHIN,
        label=Text(id="Jam penawaran", en="Hours of offers"),
        help=Text(id="Waktu setempat nasabah; hari libur tidak termasuk.", en="The customer's local time; holidays are left out."),
    ),
    Setting(
        key=COLLECTION_HOURS,
        group="messages",
        kind=Kind.HOURS,
        default={"days": _WEEK, "opens": "08:00", "closes": "20:00"},
        safer=Stricter.WITHIN,
        label=Text(id="Jam penagihan", en="Hours of collection"),
        help=Text(
            id="Waktu setempat nasabah; hari libur tidak termasuk. Di luarnya hanya dengan persetujuan nasabah.",
            en="The customer's local time; holidays are left out. Beyond them only with the customer's consent.",
        ),
    ),
    Setting(
        key=MARKETING_DAY,
        group="messages",
        kind=Kind.INTEGER,
        default=1,
        minimum=1,
        maximum=10,
        unit=_MESSAGES,
        safer=Stricter.LOWER,
        label=Text(id="Penawaran per hari dan kanal", en="Offers a day and channel"),
        help=Text(id="Paling banyak untuk satu nasabah dalam 24 jam.", en="At most for one customer within 24 hours."),
    ),
    Setting(
        key=MARKETING_WEEK,
        group="messages",
        kind=Kind.INTEGER,
        default=3,
        minimum=1,
        maximum=50,
        unit=_MESSAGES,
        safer=Stricter.LOWER,
        label=Text(id="Penawaran per minggu", en="Offers a week"),
        help=Text(id="Paling banyak untuk satu nasabah dalam tujuh hari, semua kanal.", en="At most for one customer within seven days, on all channels."),
    ),
)
