"""What changes that take a second person refuse."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, Invalid, NotFound, RateLimited
from simpul.platform.text import Text


class ProposalNotFound(NotFound):
    """No such proposal within the caller's reach."""

    title = Text(id="Perubahan yang menunggu tidak ditemukan", en="Waiting change not found")


class ProposalIsDecided(Conflict):
    """The proposal was decided, withdrawn or expired before."""

    title = Text(id="Perubahan ini sudah tidak menunggu keputusan", en="This change waits for no decision any more")


class OwnProposal(Forbidden):
    """Nobody decides about what they proposed themself."""

    title = Text(id="Perubahan yang Anda usulkan harus diputuskan orang lain", en="Somebody else must decide about what you proposed")


class ConcernsYou(Forbidden):
    """Nobody decides about their own rights or ways in."""

    title = Text(id="Perubahan ini menyangkut diri Anda; orang lain yang memutuskannya", en="This change concerns yourself; somebody else decides about it")


class ProposerMayNot(Conflict):
    """Who proposed does not work here any more, or may not make this change any more."""

    title = Text(id="Pengusul sudah tidak berwenang membuat perubahan ini", en="Who proposed this change may not make it any more")


class ProposalStepNotForeseen(Conflict):
    """The step was taken elsewhere than on the proposal, or its workflow was edited so that it leads where no proposal goes."""

    title = Text(
        id="Langkah ini tidak dapat dilakukan di sini; putuskan perubahan di halamannya",
        en="This step cannot be taken here; decide about the change on its own page",
    )


class NothingToTake(Conflict):
    """There is no result, it was taken, or its time is over."""

    title = Text(id="Tidak ada hasil yang dapat diambil", en="There is no result to take")


class NoCodes(Conflict):
    """There are no sealed codes, or they were used."""

    title = Text(id="Tidak ada kode tersegel yang berlaku", en="There are no sealed codes that hold")


class CodesWrong(Invalid):
    """One of the sealed codes is wrong; each such try is counted."""

    title = Text(id="Kode tersegel salah", en="The sealed codes are wrong")


class CodesLocked(RateLimited):
    """Too many wrong codes were entered; codes do not work for a while."""

    title = Text(
        id="Kode tersegel dikunci sementara karena terlalu banyak percobaan salah", en="Sealed codes are locked for a while after too many wrong tries"
    )


class RecertificationIsOpen(Conflict):
    """One review of rights runs at a time."""

    title = Text(id="Peninjauan hak sedang berjalan", en="A review of rights is running")


class NothingToReview(Conflict):
    """Nobody holds a right that could be reviewed."""

    title = Text(id="Tidak ada hak yang dapat ditinjau", en="There are no rights to review")
