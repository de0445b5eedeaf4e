"""What the domain of cases refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
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


class CaseProductNotFound(NotFound):
    """No such product."""

    title = Text(id="Produk tidak ditemukan", en="Product not found")


class CaseProductExists(Conflict):
    """The code is taken."""

    title = Text(id="Kode produk ini sudah dipakai", en="This product code is taken")


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


class CaseNotFound(NotFound):
    """No such case within the caller's reach."""

    title = Text(id="Kasus tidak ditemukan", en="Case not found")


class CaseForbidsThis(Conflict):
    """The case is in a state in which this is not done."""

    title = Text(id="Keadaan kasus tidak mengizinkan", en="The case's state does not allow this")


class CaseIsTaken(Conflict):
    """Somebody else has the case."""

    title = Text(id="Kasus ini sudah diambil petugas lain", en="Somebody else has taken this case")


class NothingToClaim(NotFound):
    """No case without an assignee waits in the caller's branches and units."""

    title = Text(id="Tidak ada kasus yang menunggu diambil", en="No case waits to be taken")


class OwnAnswer(Forbidden):
    """Nobody approves the answer that they wrote."""

    title = Text(id="Jawaban sendiri diperiksa orang lain", en="Somebody else reviews your own answer")


class ReminderNotFound(NotFound):
    """The caller has no such reminder of this case, or it was given."""

    title = Text(id="Pengingat tidak ditemukan", en="Reminder not found")


class ExtensionNotPossible(Conflict):
    """The law's limit cannot be extended now; `detail` says why."""

    title = Text(id="Batas waktu peraturan tidak dapat diperpanjang", en="The legal limit cannot be extended")


class OwnExtension(Forbidden):
    """Somebody else decides about the extension that one asked for."""

    title = Text(id="Perpanjangan sendiri diputuskan orang lain", en="Somebody else decides about your own extension")


class NoExtensionWaits(Conflict):
    """No request for an extension waits for a decision."""

    title = Text(id="Tidak ada perpanjangan yang menunggu keputusan", en="No extension waits for a decision")


class IncomingNotFound(NotFound):
    """No such message within the caller's reach."""

    title = Text(id="Pengaduan masuk tidak ditemukan", en="Incoming message not found")


class IncomingIsDecided(Conflict):
    """Somebody has opened a case from it or put it aside; `current` says which."""

    title = Text(id="Pengaduan masuk ini sudah diputuskan", en="This incoming message is decided already")


class ReplyNotFound(NotFound):
    """No such reply among the shared ones and the caller's own."""

    title = Text(id="Balasan tidak ditemukan", en="Reply not found")


class CaseViewNotFound(NotFound):
    """No such view of the queue, or not the caller's and not shared with them."""

    title = Text(id="Tampilan antrean tidak ditemukan", en="View of the queue not found")


class CaseViewNameTaken(Conflict):
    """One's own views have different names."""

    title = Text(id="Anda sudah punya tampilan dengan nama ini", en="You have a view of this name already")
