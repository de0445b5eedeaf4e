"""What the compositions refuse."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Invalid
from simpul.platform.text import Text


class ConfigurationUnreadable(Invalid):
    """The file is no configuration, of another format, or not as it was exported."""

    title = Text(id="Berkas konfigurasi tidak dapat dibaca", en="The configuration file cannot be read")


class ConfigurationHasProblems(Conflict):
    """Something in the file cannot be brought in, so nothing of it was; `problems` says what and where."""

    title = Text(id="Berkas ini belum dapat diimpor; tidak ada yang diubah", en="This file cannot be imported as it is; nothing was changed")


class ConfigurationIsTheSame(Conflict):
    """The file says what this installation is configured as already."""

    title = Text(id="Konfigurasi sudah sama dengan berkas ini", en="The configuration is the same as this file already")
