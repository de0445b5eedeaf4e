"""What oversight refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, Invalid, NotFound
from simpul.platform.text import Text


class ConfigurationUnreadable(Invalid):
    """The file is no configuration, of another format, or not as it was exported."""

    title = Text(id="Berkas konfigurasi tidak dapat dibaca", en="The configuration file cannot be read")


class ConfigurationHasProblems(Conflict):
    """Something in the file cannot be brought in, so nothing of it was; `problems` says what and where."""

    title = Text(id="Berkas ini belum dapat diimpor; tidak ada yang diubah", en="This file cannot be imported as it is; nothing was changed")


class ConfigurationLowersProtection(Conflict):
    """The file protects less than what is in force, and whoever brings it in has not said to have seen that; `lowering` lists it."""

    title = Text(
        id="Berkas ini menurunkan perlindungan; periksa perubahan yang ditandai lalu nyatakan sudah melihatnya",
        en="This file lowers protection; look at the marked changes and say that you have seen them",
    )


class ConfigurationIsTheSame(Conflict):
    """The file says what this installation is configured as already."""

    title = Text(id="Konfigurasi sudah sama dengan berkas ini", en="The configuration is the same as this file already")


class SuspicionRuleNotFound(NotFound):
    """No such rule of suspicion."""

    title = Text(id="Aturan tidak ditemukan", en="Rule not found")


class SuspicionAlertNotFound(NotFound):
    """No such alert within the caller's reach."""

    title = Text(id="Temuan tidak ditemukan", en="Alert not found")


class AuditFilterNotFound(NotFound):
    """No such saved filter that the caller may use."""

    title = Text(id="Filter tersimpan tidak ditemukan", en="Saved filter not found")


class AuditFilterNameTaken(Conflict):
    """The caller keeps another filter under this name."""

    title = Text(id="Nama filter sudah dipakai", en="This filter name is in use")


class ExportUnknown(NotFound):
    """Nothing of this name can be exported."""

    title = Text(id="Kumpulan data tidak ditemukan", en="Data set not found")


class ExportIsOff(Forbidden):
    """The organisation or a unit of the caller's has switched exports off."""

    title = Text(id="Ekspor sedang dinonaktifkan oleh administrator", en="Exports are switched off by the administrator")


class ExportTooLarge(Conflict):
    """More rows than one export may have; `rows_max` says how many."""

    title = Text(id="Terlalu banyak baris untuk satu ekspor; persempit filternya", en="Too many rows for one export; narrow the filter")
