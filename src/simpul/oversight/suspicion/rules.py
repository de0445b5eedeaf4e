"""The rules that are shipped, with their thresholds and wording.

A rule looks at one user on one calendar day. Thresholds that count within an hour look at any sixty minutes, wherever
they begin, so that a burst across the full hour is seen whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simpul.platform.errors import Invalid
from simpul.platform.text import Text


@dataclass(frozen=True)
class Threshold:
    """A number that the organisation may set, within bounds."""

    key: str
    label: Text
    default: float
    minimum: float
    maximum: float
    whole: bool = True

    def number(self, value: float) -> float:
        """The value as it is kept, so that equal settings are written alike."""
        return int(value) if self.whole else float(value)


@dataclass(frozen=True)
class RuleKind:
    """One rule: what it is called, what it looks for, and what it is measured by."""

    key: str
    title: Text
    text: Text
    thresholds: tuple[Threshold, ...]

    def defaults(self) -> dict[str, float]:
        """The thresholds as shipped."""
        return {threshold.key: threshold.default for threshold in self.thresholds}

    def checked(self, given: Mapping[str, Any]) -> dict[str, float]:
        """All thresholds with the given ones in their place.

        Raises: Invalid, naming `thresholds.<key>`.
        """
        known = {threshold.key: threshold for threshold in self.thresholds}
        wrong = {f"thresholds.{key}": Text(id="Ambang ini tidak dikenal.", en="There is no such threshold.") for key in given if key not in known}
        for key, threshold in known.items():
            value = given.get(key, threshold.default)
            if not threshold.minimum <= value <= threshold.maximum or (threshold.whole and value != int(value)):
                low, high = f"{threshold.minimum:g}", f"{threshold.maximum:g}"
                wrong[f"thresholds.{key}"] = Text(
                    id=f"Isi angka {'bulat ' if threshold.whole else ''}dari {low} sampai {high}.",
                    en=f"Give a {'whole ' if threshold.whole else ''}number from {low} to {high}.",
                )
        if wrong:
            raise Invalid(wrong)
        return {key: threshold.number(given.get(key, threshold.default)) for key, threshold in known.items()}


SEARCH_PACE, DENIED, OFF_HOURS, REVEALS, NO_CASE = "SEARCH_PACE", "DENIED_ACCESS", "OFF_HOURS_VIEWS", "BULK_REVEAL", "BREAK_GLASS_NO_CASE"
OTHER_BRANCHES, ATTACKED, READING = "OTHER_BRANCHES", "ATTACKED_ACCOUNT", "BULK_READING"

_IN_AN_HOUR = Text(id="Paling sedikit dalam satu jam", en="At least within an hour")

RULES: dict[str, RuleKind] = {
    rule.key: rule
    for rule in (
        RuleKind(
            SEARCH_PACE,
            Text(id="Pencarian jauh di atas kebiasaan", en="Searches far above the own norm"),
            Text(
                id="Seorang pengguna mencari nasabah dalam satu jam jauh lebih sering daripada kebiasaannya sendiri pada 28 hari sebelumnya. Selama kebiasaan itu belum dikenal, ambangnya dua kali lipat.",
                en="A user searches for customers within an hour far more often than in the own 28 days before. Until that norm is known, the bar is twice as high.",
            ),
            (
                Threshold("minimum", _IN_AN_HOUR, 40, 5, 600),
                Threshold("deviations", Text(id="Simpangan baku di atas rata-rata", en="Standard deviations above the mean"), 8, 1, 20, whole=False),
            ),
        ),
        RuleKind(
            DENIED,
            Text(id="Banyak akses ditolak", en="Many denied accesses"),
            Text(
                id="Permintaan seorang pengguna berulang kali ditolak: data di luar wewenangnya, atau tindakan yang tidak boleh ia lakukan.",
                en="A user's requests are denied again and again: data beyond the reach, or acts that are not theirs.",
            ),
            (Threshold("minimum", _IN_AN_HOUR, 12, 3, 500),),
        ),
        RuleKind(
            OFF_HOURS,
            Text(id="Profil dibuka di luar jam kerja", en="Profiles opened outside working hours"),
            Text(
                id="Seorang pengguna membuka profil nasabah di luar jam kerja unit atau cabangnya, menurut kalender kerja dan zona waktunya.",
                en="A user opens customers' profiles outside the working hours of the own unit or branch, by its calendar and time zone.",
            ),
            (
                Threshold("minimum", Text(id="Paling sedikit dalam satu hari", en="At least in a day"), 6, 1, 500),
                Threshold(
                    "grace_minutes", Text(id="Menit longgar sebelum dan sesudah jam kerja", en="Minutes of grace before and after working hours"), 120, 0, 360
                ),
            ),
        ),
        RuleKind(
            REVEALS,
            Text(id="Banyak data tersamar dibuka", en="Many masked fields revealed"),
            Text(
                id="Seorang pengguna membuka data tersamar dari banyak nasabah dalam satu jam.",
                en="A user reveals masked fields of many customers within an hour.",
            ),
            (Threshold("minimum", _IN_AN_HOUR, 12, 3, 500),),
        ),
        RuleKind(
            NO_CASE,
            Text(id="Akses darurat tanpa kasus", en="Break-glass without a case"),
            Text(
                id="Data nasabah dibuka dengan akses darurat, padahal tidak ada kasus tentang nasabah itu pada hari-hari sebelumnya.",
                en="A customer's data is opened under break-glass although there was no case about that customer in the days before.",
            ),
            (Threshold("days", Text(id="Hari ke belakang untuk mencari kasus", en="Days to look back for a case"), 30, 1, 365),),
        ),
        RuleKind(
            OTHER_BRANCHES,
            Text(id="Data cabang lain dicoba dibuka", en="Records of other branches tried"),
            Text(
                id="Seorang pengguna berulang kali mencoba membuka nasabah, kasus, atau dokumen yang memang ada, tetapi milik cabang di luar jangkauannya.",
                en="A user tries again and again to open customers, cases or documents that do exist, in branches beyond the own reach.",
            ),
            (Threshold("minimum", _IN_AN_HOUR, 6, 2, 500),),
        ),
        RuleKind(
            ATTACKED,
            Text(id="Akun yang dicoba dibobol", en="An account under attack"),
            Text(
                id="Banyak percobaan masuk gagal atas satu akun dalam satu jam. Pengguna yang disebut adalah pemilik akun, bukan pelakunya.",
                en="Many failed sign-ins of one account within an hour. The user named is whose account it is, not who tries.",
            ),
            (Threshold("minimum", _IN_AN_HOUR, 8, 3, 500),),
        ),
        RuleKind(
            READING,
            Text(id="Banyak baris dibaca atau berkas diunduh", en="Many rows read or files downloaded"),
            Text(
                id="Seorang pengguna membaca sangat banyak baris daftar dan ekspor, atau mengunduh sangat banyak dokumen, dalam satu jam.",
                en="A user reads a great many rows of lists and exports, or downloads a great many documents, within an hour.",
            ),
            (
                Threshold("rows", Text(id="Baris dalam satu jam", en="Rows within an hour"), 5000, 100, 1_000_000),
                Threshold("downloads", Text(id="Unduhan dalam satu jam", en="Downloads within an hour"), 30, 3, 5000),
            ),
        ),
    )
}
