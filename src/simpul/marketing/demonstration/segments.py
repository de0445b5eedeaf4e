"""Segments of the demonstration: six rules that live with the data, and a list of guests."""

from __future__ import annotations

from simpul.iam.public import actor_for, people_by_username, system_identity
from simpul.marketing.models import Segment
from simpul.marketing.selectors.fields import fields_without_data, rule_stored
from simpul.marketing.services.lists import segment_upload
from simpul.marketing.services.segments import segment_create
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage

_SILENT = {"not": {"field": "last_contact_at", "op": "within_days", "value": 90}}
_RULES: tuple[tuple[str, str, str, dict[str, object]], ...] = (
    ("VIP yang lama tidak disapa", "Nasabah VIP tanpa kontak dalam 90 hari.", "DAILY", {"all": [{"field": "is_vip", "op": "eq", "value": True}, _SILENT]}),
    ("Berulang tahun bulan Desember", "Untuk ucapan selamat.", "DAILY", {"field": "birth_month", "op": "eq", "value": 12}),
    (
        "Tabungan tanpa kartu", "Memiliki tabungan, belum memiliki kartu.", "DAILY",
        {"all": [{"field": "products", "op": "contains", "value": "SAVINGS"}, {"not": {"field": "products", "op": "contains", "value": "CARD"}}]},
    ),
    (
        "Aktif bertransaksi", "Sedikitnya sepuluh transaksi dalam 90 hari; memakai pemrofilan.", "DAILY",
        {"field": "tx_count_90d", "op": "gte", "value": 10},
    ),
    (
        "Nasabah muda di Medan", "Umur 18 sampai 30 tahun, cabang Medan.", "DAILY",
        {"all": [{"field": "age", "op": "between", "value": [18, 30]}, {"field": "home_branch", "op": "eq", "value": "MDN"}]},
    ),
    (
        "Belum menyatakan persetujuan", "Belum pernah ditanya tentang penawaran; untuk petugas cabang.", "HOURLY",
        {"field": "consent_marketing", "op": "eq", "value": "NONE"},
    ),
)  # fmt: skip
_GUESTS = "Undangan temu nasabah"
_STORY = "Tiga nasabah peragaan"
_STORY_CIFS = "cif\nCIF00000001\nCIF00000002\nCIF00000003"
_CIFS = "cif\n" + "\n".join(f"CIF{number:08d}" for number in range(1, 21))
_LISTS = ((_GUESTS, "Daftar dari panitia.", _CIFS), (_STORY, "Anita, Budi dan Citra dari tur peragaan.", _STORY_CIFS))


def play_segments(stage: Stage) -> int:
    """Make them once; an installation that has segments keeps its own. Says how many there are."""
    with scope(system_identity()):
        if standing := Segment.objects.count():
            return standing
        person = people_by_username({"marketing"})["marketing"]
    marketing = actor_for(person.id)
    assert marketing is not None  # the demonstration's own people work
    with scope(marketing):
        empty = fields_without_data()
        living = [each for each in _RULES if not empty & set(rule_stored(each[3]).names)]
        for name, description, refresh, rule in living:
            segment_create(actor=marketing, name=name, description=description, kind="RULE", rule_json=rule, refresh=refresh)
        for name, description, text in _LISTS:
            made = segment_create(actor=marketing, name=name, description=description, kind="STATIC", rule_json=None, refresh="NONE")
            segment_upload(actor=marketing, segment_id=made.id, version=1, text=text)
    return len(living) + len(_LISTS)


DEMONSTRATION = Demonstration("Segments", len(_RULES) + len(_LISTS), play_segments)
