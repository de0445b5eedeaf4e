"""The setting of emergency access."""

from __future__ import annotations

from simpul.platform import configuration
from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

SELF_APPROVAL = "break_glass.self_approval"  # the row policies of requests read the same setting

SETTING = Setting(
    key=SELF_APPROVAL,
    group="access",
    kind=Kind.BOOLEAN,
    default=False,
    stricter=Stricter.FALSE,
    label=Text(id="Persetujuan sendiri untuk akses darurat", en="Self-approval of emergency access"),
    help=Text(
        id="Pengaju dapat membuka akses tanpa orang kedua. Setiap kali dipakai, semua petugas kepatuhan diberi tahu.",
        en="Who asks may open access without a second person. Each time, all compliance officers are told.",
    ),
)


def register() -> None:
    """Declare it, at start."""
    configuration.register_group(Group("access", Text(id="Akses darurat", en="Emergency access")))
    configuration.register(SETTING)
