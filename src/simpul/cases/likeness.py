"""How alike two complaints are, in whichever words they are told: a pure function of both texts.

People tell a complaint again in other words, shortened, misspelt and in the language of chat. So words are brought to one form and one
meaning (`tf`, `kirim` and `transfer`; `ketelan` and `tertelan`), what every complaint says counts little, and an amount or a
reference that both name counts much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

# Each line is one meaning, told by its first word; words stand as they are after `_stem`.
_MEANINGS = """
transfer tf trf kirim bifast
gagal error eror tolak tidak_masuk pending tunda belum_masuk batal
potong kurang debet debit ambil tarik_saldo
uang duit dana saldo tunai
atm mesin crm
telan sangkut
kartu kk
ganda dobel double 2x dua_kali
biaya fee tarif ongkos admin administrasi
cicil angsur kredit pinjam
tagih penagih collector iuran
aplikasi apk app mobile mbanking mobilebanking brimo
telepon telpon nelpon hp ponsel nomor_telepon
sandi password pass pin
blokir terblokir kunci
buka bebas
hilang raib ludes habis
palsu tipu penipuan scam tiru gadungan bohong
pesan sms wa whatsapp
wajah muka
lunas bayar
kabar jawab jawaban respon info beritahu pemberitahuan
buang hapus
ganti penggantian tukar baru
login masuk akses
tautan link klik
denda penalti
luar_negeri
minta mohon tolong
lapor adu
undang undangan nikah pernikahan
ktp identitas
restrukturisasi ringan
alas alasan sebab
cair pencairan
jamin jaminan agunan sertifikat
tunggak nunggak
kasar marah
mutasi riwayat
bunga suku
kerja loker lowongan kantor
listrik pln token
air pdam
"""
_SAME = {word: line.split()[0] for line in _MEANINGS.strip().splitlines() for word in line.split()}
_STOP = frozenset(
    """saya sy gw gue aku kami kita anda bapak ibu pak bu min kak yang yg di ke dari dr pada padahal pdhl dan atau dengan dgn untuk utk ini itu
    ada adalah sudah sdh udah udh telah belum blm masih msh juga jg jadi jd karena krn kalau kalo tapi tp tetapi namun tidak tdk ga gak nggak enggak
    bukan lagi lg saja aja kok kenapa knp kyknya mana gmn bagaimana gimana apa kapan sampai sampe sampe2 skrg sekarang hari bulan bln minggu tanggal tgl
    waktu abis habis setelah sesudah sebelum sejak terus selalu pernah harus seharusnya harusnya katanya tolong mohon minta mau ingin bisa cara
    oleh para nya lah atas dalam soal tentang tiap semua rupiah rp jam pagi sore malam kemarin besok hanya cukup walau walaupun wkt terlalu lewat
    dua tiga satu kali nih dong ya sih org orang selama lama agar supaya hingga mulu""".split()
)
# What many complaints of one category say tells little.
_COMMON = frozenset("uang kartu atm bank rekening aplikasi transfer potong gagal biaya cicil bayar nasabah transaksi nomor telepon lunas minta kabar".split())
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d[\d.,]*(?:\s*(?:juta|jt|ribu|rb|k)\b)?")
_REFERENCE = re.compile(r"\b(?=[a-z0-9/-]*\d)(?=[a-z0-9/-]*[a-z])[a-z0-9]+(?:[/-][a-z0-9]+)*\b|\b\d{8,}\b")
_TIMES = {"juta": 1_000_000, "jt": 1_000_000, "ribu": 1_000, "rb": 1_000, "k": 1_000}
_WORDED = {
    "seratus": 100, "dua ratus": 200, "tiga ratus": 300, "empat ratus": 400, "lima ratus": 500, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5,
    "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
}  # fmt: skip
_SPOKEN = re.compile(r"\b(" + "|".join(sorted(_WORDED, key=len, reverse=True)) + r") (juta|ribu)\b")
_LEAST_AMOUNT = 5_000
_COMMON_WEIGHT = 0.35
_LEAST_WEIGHT = 2.0


@dataclass(frozen=True)
class Told:
    """A complaint brought to meanings: its words, the amounts it names, and its references."""

    words: frozenset[str]
    amounts: frozenset[int]
    references: frozenset[str]


def read_complaint(text: str, *, amount: object = None, reference: str = "") -> Told:
    """What a complaint says; `amount` and `reference` are those of its own fields."""
    low = _SPOKEN.sub(lambda found: f"{_WORDED[found[1]]} {found[2]}", text.lower())
    amounts, words = set[int](), set[str]()
    for found in _WORD.findall(low):
        if found[0].isdigit():
            amounts.update(_amount(found))
        else:
            words.update(_meanings(found))
    if amount is not None:
        amounts.add(int(float(str(amount))))
    references = {each for each in _REFERENCE.findall(low) if len(each) >= 6 and not _amount(each)}
    if len(reference.strip()) >= 4:
        references.add(reference.strip().lower())
    return Told(frozenset(words), frozenset(each for each in amounts if each >= _LEAST_AMOUNT), frozenset(references))


def likeness_of(one: Told, other: Told) -> float:
    """From 0, nothing in common, to 1: the same amount or reference raises it, different amounts lower it."""
    if one.references & other.references:
        return 1.0
    shared = _weight(one.words & other.words)
    least, most = sorted((_weight(one.words), _weight(other.words)))
    words = 0.65 * shared / max(least, _LEAST_WEIGHT) + 0.35 * shared / max(most, _LEAST_WEIGHT)
    if one.amounts & other.amounts:
        words += 0.3
    elif one.amounts and other.amounts:
        words -= 0.2
    return max(0.0, min(1.0, words))


def _weight(words: Set[str]) -> float:
    return sum(_COMMON_WEIGHT if word in _COMMON else 1.0 for word in words)


def _meanings(word: str) -> Iterable[str]:
    for part in word.split("-"):
        if part in _STOP or len(part) < 2:
            continue
        stem = _SAME.get(part) or _stem(part)
        yield _SAME.get(stem, stem)


_PREFIX = re.compile(r"^(?:memper|diper|meng|meny|mem|men|me|di|ter|ber|ke|peng|pem|pen|per|pe|se|nge)(?=[a-z]{4,})")
_SUFFIX = re.compile(r"(?<=[a-z]{4})(?:kannya|annya|inya|nya|kan|an|in|i|ku|mu|lah|kah)$")


def _stem(word: str) -> str:
    """The word without what Indonesian puts before and after it; one form, not always a word."""
    bare = _PREFIX.sub("", _SUFFIX.sub("", word), count=1)
    return _PREFIX.sub("", bare, count=1) if len(bare) > 6 else bare


def _amount(written: str) -> list[int]:
    found = re.fullmatch(r"(\d[\d.,]*?)[.,]?\s*(juta|jt|ribu|rb|k)?", written)
    if found is None:
        return []
    number, unit = found[1], found[2]
    if unit:
        return [round(float(number.replace(",", ".")) * _TIMES[unit])] if re.fullmatch(r"\d+(?:[.,]\d{1,3})?", number) else []
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", re.sub(r"[.,]\d{2}$", "", number))
    return [int(plain)] if plain.isdigit() and len(plain) <= 15 else []
