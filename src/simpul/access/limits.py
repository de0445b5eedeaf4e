"""The setting of emergency access."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

SELF_APPROVAL = "break_glass.self_approval"  # the row policies of requests read the same setting

GROUP = Group("break_glass", Text(id="Akses darurat", en="Emergency access"))
SETTING = Setting(
    key=SELF_APPROVAL,
    group="break_glass",
    kind=Kind.BOOLEAN,
    default=False,
    stricter=Stricter.FALSE,
    label=Text(id="Persetujuan sendiri untuk akses darurat", en="Self-approval of emergency access"),
    help=Text(
        id="Pengaju dapat membuka akses tanpa orang kedua. Setiap kali dipakai, semua petugas kepatuhan diberi tahu.",
        en="Who asks may open access without a second person. Each time, all compliance officers are told.",
    ),
)
