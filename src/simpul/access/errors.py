"""What emergency access refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class AccessRequestNotFound(NotFound):
    """No such request within the caller's reach."""

    title = Text(id="Permintaan akses darurat tidak ditemukan", en="Emergency access request not found")


class AccessCustomerNotFound(NotFound):
    """No customer has this identifier."""

    title = Text(id="Tidak ada nasabah dengan nomor ini", en="No customer has this number")


class AccessRequestIsDecided(Conflict):
    """The request was decided, withdrawn or lapsed before."""

    title = Text(id="Permintaan ini sudah tidak menunggu keputusan", en="This request waits for no decision any more")


class AccessIsOver(Conflict):
    """The access does not last any more."""

    title = Text(id="Akses darurat ini sudah berakhir", en="This emergency access is over")


class AccessIsRunning(Conflict):
    """A person acts under one grant at a time, and another one lasts still."""

    title = Text(
        id="Pengaju masih memakai akses darurat lain; setujui setelah itu berakhir",
        en="Who asked still uses another emergency access; approve when that is over",
    )


class AccessIsWaiting(Conflict):
    """The same person already asked for the same and waits."""

    title = Text(id="Permintaan Anda untuk nasabah ini masih menunggu keputusan", en="Your request for this customer still waits for a decision")


class OwnAccessRequest(Forbidden):
    """Nobody decides about, or reviews, their own request."""

    title = Text(id="Permintaan sendiri harus diputuskan orang lain", en="Somebody else must decide about your own request")


class SelfApprovalIsOff(Forbidden):
    """The organisation does not allow that somebody opens access for themself."""

    title = Text(id="Persetujuan sendiri dalam keadaan darurat tidak diizinkan", en="Emergency self-approval is not allowed")


class SampleNotFound(NotFound):
    """No such sample within the caller's reach."""

    title = Text(id="Uji petik tidak ditemukan", en="Sample not found")


class SampleItemNotFound(NotFound):
    """The sample has no such item."""

    title = Text(id="Butir uji petik tidak ditemukan", en="Sample item not found")


class SampleIsEmpty(Conflict):
    """Nothing in the period could be drawn."""

    title = Text(id="Tidak ada yang dapat diambil pada periode ini", en="There is nothing to draw in this period")


class AccessStepNotForeseen(Conflict):
    """The workflow of emergency access was edited so that this step leads where no request goes; nothing was done."""

    title = Text(
        id="Alur akses darurat diubah sehingga langkah ini tidak dapat dilakukan; minta administrator memperbaikinya",
        en="The workflow of emergency access was changed so that this step cannot be taken; ask an administrator to correct it",
    )
