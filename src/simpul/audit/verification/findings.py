"""What can be wrong, in Indonesian and English. One finding ends a verification: it names the first thing that does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_WORDS: dict[str, tuple[str, str]] = {
    "ROW_CHANGED": (
        "Baris {row} ({at}) diubah setelah disegel dengan segel {seal}.",
        "Row {row} ({at}) was changed after seal {seal} covered it.",
    ),
    "ROW_MISSING": (
        "Baris {row} ({at}) yang tercakup segel {seal} hilang.",
        "Row {row} ({at}), covered by seal {seal}, is missing.",
    ),
    "PARTITION_DETACHED": (
        "Baris {row} ({at}) yang tercakup segel {seal} tidak terbaca: partisi bulan {month} dilepas dari jejak audit.",
        "Row {row} ({at}), covered by seal {seal}, is out of reach: the partition of {month} was detached from the trail.",
    ),
    "PARTITION_EMPTIED": (
        "Baris {row} ({at}) yang tercakup segel {seal} hilang: partisi bulan {month} kosong.",
        "Row {row} ({at}), covered by seal {seal}, is missing: the partition of {month} is empty.",
    ),
    "PARTITION_REMOVED": (
        "Baris {row} ({at}) yang tercakup segel {seal} hilang: partisi bulan {month} dihapus tanpa segel penghapusan.",
        "Row {row} ({at}), covered by seal {seal}, is missing: the partition of {month} was removed without a seal that says so.",
    ),
    "ROW_MOVED": (
        "Baris {row} ({at}) dipindahkan dari urutannya dalam segel {seal}: nomor transaksinya diubah.",
        "Row {row} ({at}) was moved out of its place in seal {seal}: its transaction number was changed.",
    ),
    "ROW_REORDERED": (
        "Baris {row} ({at}) tidak pada urutannya dalam segel {seal}.",
        "Row {row} ({at}) is out of order within seal {seal}.",
    ),
    "ROW_ADDED": (
        "Baris {row} ({at}) ditambahkan ke rentang segel {seal} setelah disegel.",
        "Row {row} ({at}) was added to the range of seal {seal} after it was sealed.",
    ),
    "ROW_DUPLICATED": (
        "Baris {row} ({at}) ada lebih dari sekali dalam rentang segel {seal}.",
        "Row {row} ({at}) is there more than once in the range of seal {seal}.",
    ),
    "ROW_IMPOSSIBLE": (
        "Baris {row} ({at}) memakai nomor transaksi {xid} pada era {era}, yang tidak mungkin terjadi.",
        "Row {row} ({at}) claims transaction {xid} of era {era}, which cannot have happened.",
    ),
    "SEAL_MISSING": ("Segel {seal} hilang.", "Seal {seal} is missing."),
    "SEAL_REPEATED": ("Segel {seal} ada lebih dari sekali atau tidak berurutan.", "Seal {seal} is there more than once or out of order."),
    "SEAL_CHANGED": ("Isi segel {seal} diubah.", "The contents of seal {seal} were changed."),
    "SEAL_FORGED": (
        "Tanda tangan segel {seal} tidak sah untuk kunci {key}.",
        "The signature of seal {seal} does not hold for key {key}.",
    ),
    "SEAL_UNKNOWN_KEY": (
        "Segel {seal} ditandatangani dengan kunci {key}, yang tidak ada dalam berkas kunci publik.",
        "Seal {seal} was signed with key {key}, which is not among the public keys.",
    ),
    "SEAL_CHAIN": (
        "Segel {seal} tidak menyambung pada segel sebelumnya.",
        "Seal {seal} does not follow from the seal before it.",
    ),
    "SEAL_ROOT": (
        "Akar Merkle segel {seal} tidak cocok dengan baris yang dicakupnya.",
        "The Merkle root of seal {seal} is not that of the rows it lists.",
    ),
    "SEAL_ENTRIES": ("Daftar baris pada segel {seal} diubah.", "The list of rows in seal {seal} was changed."),
    "NOTHING_SEALED": (
        "Belum ada satu pun segel: tidak ada yang dapat diperiksa.",
        "There is no seal yet: nothing can be verified.",
    ),
    "TAIL_CUT": (
        "Basis data berakhir pada segel {held}, sedangkan titik periksa di luar basis data menyebut segel {seal}: ekornya dipotong, atau cadangan lama dipulihkan.",
        "The database ends at seal {held}, and the checkpoints outside name seal {seal}: its tail was cut, or an older backup was restored.",
    ),
    "CHECKPOINT_DIFFERS": (
        "Segel {seal} lain dari titik periksanya di luar basis data: rantainya diganti, atau cadangan lama dipulihkan dan disegel ulang.",
        "Seal {seal} is another than its checkpoint outside the database names: the chain was replaced, or an older backup restored and sealed anew.",
    ),
    "CHECKPOINT_UNREADABLE": (
        "Titik periksa pada baris {line} tidak dapat dibaca.",
        "The checkpoint on line {line} cannot be read.",
    ),
    "CHECKPOINT_FORGED": (
        "Titik periksa pada baris {line} (segel {seal}) tidak cocok dengan segel yang ditandatangani.",
        "The checkpoint on line {line} (seal {seal}) does not agree with the signed seal.",
    ),
    "CHECKPOINT_ORDER": (
        "Titik periksa pada baris {line} tidak berurutan.",
        "The checkpoint on line {line} is out of order.",
    ),
    "CHECKPOINTS_MISSING": (
        "Berkas titik periksa {path} tidak ada atau kosong, padahal ada segel: tanpa berkas itu ekor yang dipotong tidak terlihat.",
        "The checkpoint file {path} is absent or empty although there are seals: without it a cut tail cannot be seen.",
    ),
    "CHECKPOINT_GAP": (
        "Titik periksa pada baris {line} (segel {seal}) tidak menyambung: titik periksa segel {first} sampai {last} hilang dari berkas.",
        "The checkpoint on line {line} (seal {seal}) does not follow: those of seals {first} to {last} are cut out of the file.",
    ),
    "GUARD_MISSING": (
        "Penjaga jejak audit hilang dari basis data: {guard}.",
        "A guard of the trail is missing from the database: {guard}.",
    ),
    "GUARD_CHANGED": (
        "Penjaga jejak audit di basis data lain dari yang dibawa rilis: {guard}.",
        "A guard of the trail is not as the release brings it: {guard}.",
    ),
    "GUARD_UNKNOWN": (
        "Di skema jejak audit ada sesuatu yang tidak dibawa rilis: {guard}.",
        "Something stands in the schema of the trail that no release brings: {guard}.",
    ),
    "KEYS_MISSING": (
        "Kunci publik {path} tidak dapat dibaca.",
        "The public keys {path} cannot be read.",
    ),
    "STORE_EMPTY": (
        "Penyimpanan objek tidak memuat satu pun segel yang dapat dibuktikan.",
        "The object store holds no seal that can be proved.",
    ),
    "STORE_MISSING": (
        "Segel {seal} tidak ada dalam penyimpanan objek, padahal segel sesudahnya ada.",
        "Seal {seal} is not in the object store, although later ones are.",
    ),
    "STORE_DIFFERS": (
        "Segel {seal} dalam penyimpanan objek lain dari segel di basis data, dan keduanya ditandatangani: rantai di basis data diganti.",
        "Seal {seal} in the object store is another than the database's, and both are signed: the chain in the database was replaced.",
    ),
    "STORE_AHEAD": (
        "Penyimpanan objek memuat segel {seal}, yang tidak ada di basis data: ekornya dipotong, atau cadangan lama dipulihkan.",
        "The object store holds seal {seal}, which the database lacks: its tail was cut, or an older backup was restored.",
    ),
    "MONTH_ROWS": (
        "Bulan {month} dihapus dengan {announced} baris menurut segelnya, tetapi {found} baris tidak ada.",
        "The month {month} was dropped with {announced} rows by its seal, but {found} rows are absent.",
    ),
}


_NOTICES: dict[str, tuple[str, str]] = {
    "RESTORED": (
        "Segel {seal}: basis data lama diterima; segel {lost} tidak ada di sini. Alasan: {reason}",
        "Seal {seal}: an older database was accepted; seals {lost} are not in it. Reason: {reason}",
    ),
    "MONTH_DROPPED": (
        "Segel {seal}: bulan {month} dihapus setelah masa simpannya, {rows} baris.",
        "Seal {seal}: the month {month} was dropped at the end of its retention, {rows} rows.",
    ),
    "MONTH_UNGUARDED": (
        "Tabel {month} tidak memiliki penjaganya sendiri terhadap TRUNCATE; barisnya tetap tercakup segel.",
        "The table {month} has no guard of its own against TRUNCATE; its rows are under the seals all the same.",
    ),
    "STORE_UNPROVED": (
        "Objek {object} dalam penyimpanan tidak sesuai dengan segelnya sendiri, dan tidak dihitung.",
        "The object {object} of the store does not agree with its own seals, and does not count.",
    ),
    "STORE_BARE": (
        "{seals} segel dalam penyimpanan, mulai dari segel {seal}, tidak memuat semua barisnya: bulannya dihapus sebelum disimpan, atau baris hilang.",
        "{seals} seals of the store, beginning with seal {seal}, are without all of their rows: their month was dropped before they were stored, or rows were lost.",
    ),
    "STORE_HIDDEN": (
        "{seals} segel, mulai dari segel {seal}, hanya ada dalam versi objek yang dihapus atau ditimpa: seseorang mencoba menyembunyikannya.",
        "{seals} seals, beginning with seal {seal}, are only in versions of objects that were deleted or written over: somebody tried to hide them.",
    ),
    "STORE_UNLOCKED": (
        "{objects} objek dalam penyimpanan tidak terkunci (COMPLIANCE) dan dapat dihapus.",
        "{objects} objects of the store are not locked (COMPLIANCE) and can be deleted.",
    ),
    "UNSEALED_LONG": (
        "Baris tertua yang belum disegel berumur {seconds} detik: apakah penyegel berjalan?",
        "The oldest row that is not sealed is {seconds} seconds old: is the sealer running?",
    ),
}


@dataclass(frozen=True)
class Sentence:
    """One thing said in both languages."""

    indonesian: str
    english: str


class Broken(Exception):
    """The trail does not hold. `code` names the kind, `facts` what and where."""

    def __init__(self, code: str, **facts: Any) -> None:
        self.code = code
        self.facts = facts
        self.sentence = Sentence(*(words.format(**facts) for words in _WORDS[code]))
        super().__init__(self.sentence.english)


def notice(name: str, **facts: Any) -> Sentence:
    """Something that holds and that a reader must know."""
    return Sentence(*(words.format(**facts) for words in _NOTICES[name]))
