"""How large a file may be: the installation's bound, which the organisation and its units may lower."""

from __future__ import annotations

from django.conf import settings

from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

LARGEST = "documents.megabytes"
MEGABYTE = 1_000_000

GROUP = Group("documents", Text(id="Dokumen", en="Documents"))
SETTING = Setting(
    key=LARGEST,
    group="documents",
    kind=Kind.INTEGER,
    default=lambda: max(1, settings.MAX_UPLOAD_BYTES // MEGABYTE),
    minimum=1,
    maximum=500,
    unit=Text(id="MB", en="MB"),
    stricter=Stricter.LOWER,
    label=Text(id="Ukuran berkas terbesar", en="Largest file"),
    help=Text(
        id="Berkas yang dilampirkan pengguna. Batas server tetap berlaku bila lebih kecil.",
        en="Files that people attach. The server's own bound holds where it is smaller.",
    ),
)


def largest(actor: Actor) -> int:
    """The largest file in bytes that this actor may attach."""
    return min(int(settings.MAX_UPLOAD_BYTES), configuration.number(LARGEST, actor) * MEGABYTE)
