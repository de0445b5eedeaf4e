"""The settings of searching and revealing."""

from __future__ import annotations

from django.conf import settings

from simpul.platform.configuration import Kind, Setting, Stricter
from simpul.platform.text import Text

SEARCH, REVEAL, REVEAL_ALLOWED = "search.per_minute", "reveal.per_hour", "reveal.allowed"
IMPORT_CHANGES_KEPT = "import.changes_kept_days"
_TIMES = Text(id="kali", en="times")

SETTINGS = (
    Setting(
        key=IMPORT_CHANGES_KEPT,
        group="limits",
        kind=Kind.INTEGER,
        default=lambda: 90,
        minimum=1,
        maximum=3650,
        unit=Text(id="hari", en="days"),
        stricter=Stricter.LOWER,
        label=Text(id="Perubahan oleh impor disimpan", en="Changes by imports are kept"),
        help=Text(
            id="Nilai sebelum dan sesudah impor per nasabah, tersamar, di tab Perubahan.",
            en="Values before and after an import for each customer, masked, on the tab Changes.",
        ),
    ),
    Setting(
        key=SEARCH,
        group="limits",
        kind=Kind.INTEGER,
        default=lambda: settings.SEARCH_PER_MINUTE,
        minimum=1,
        maximum=600,
        unit=_TIMES,
        stricter=Stricter.LOWER,
        label=Text(id="Pencarian tiap menit", en="Searches a minute"),
        help=Text(id="Pencarian nasabah yang dikirim satu pengguna.", en="Submitted customer searches of one user."),
    ),
    Setting(
        key=REVEAL,
        group="limits",
        kind=Kind.INTEGER,
        default=lambda: settings.REVEALS_PER_HOUR,
        minimum=1,
        maximum=1_000,
        unit=_TIMES,
        stricter=Stricter.LOWER,
        label=Text(id="Data tersamar yang ditampilkan tiap jam", en="Revealed fields an hour"),
        help=Text(id="Data tersamar yang dibuka satu pengguna.", en="Masked fields that one user reveals."),
    ),
    Setting(
        key=REVEAL_ALLOWED,
        group="limits",
        kind=Kind.BOOLEAN,
        default=True,
        stricter=Stricter.FALSE,
        label=Text(id="Data tersamar boleh ditampilkan", en="Masked fields may be revealed"),
        help=Text(id="Bila tidak, data tetap tersamar bagi semua orang.", en="If not, they stay masked for everybody."),
    ),
)
