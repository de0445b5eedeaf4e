"""What the domain of cases refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, NotFound
from simpul.platform.text import Text


class CategoryNotFound(NotFound):
    """No such category."""

    title = Text(id="Kategori kasus tidak ditemukan", en="Case category not found")


class CategoryExists(Conflict):
    """The code is taken."""

    title = Text(id="Kode kategori ini sudah dipakai", en="This category code is taken")


class ResolutionNotFound(NotFound):
    """No such resolution code."""

    title = Text(id="Kode penyelesaian tidak ditemukan", en="Resolution code not found")


class ResolutionExists(Conflict):
    """The code is taken."""

    title = Text(id="Kode penyelesaian ini sudah dipakai", en="This resolution code is taken")


class LastResolution(Conflict):
    """Cases are closed with a code, so one stays in use."""

    title = Text(id="Harus ada satu kode penyelesaian yang dipakai", en="One resolution code has to stay in use")


class LegalRulesNotFound(NotFound):
    """No such rule set, or none in force on that day."""

    title = Text(id="Batas waktu peraturan tidak ditemukan", en="Legal time limits not found")


class ServiceLevelNotFound(NotFound):
    """No such service level."""

    title = Text(id="Kebijakan SLA tidak ditemukan", en="Service level not found")


class ServiceLevelExists(Conflict):
    """The key is taken."""

    title = Text(id="Kunci kebijakan SLA ini sudah dipakai", en="This service level's key is taken")


class ServiceLevelIsUnchanged(Conflict):
    """There is no draft to publish."""

    title = Text(id="Tidak ada rancangan yang dapat diterbitkan", en="There is no draft to publish")


class PackNotFound(NotFound):
    """The release brings no such pack."""

    title = Text(id="Paket kategori tidak ditemukan", en="Category pack not found")


class NoServiceLevel(Conflict):
    """No rule says how long a case of this category may take on this day; so none can be opened."""

    title = Text(
        id="Belum ada aturan SLA untuk kategori ini; minta administrator menambahkannya",
        en="No service level covers this category yet; ask an administrator to add one",
    )
