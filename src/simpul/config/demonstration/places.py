"""Branches of the demonstration and the neighbourhoods around them."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.iam.public import BranchFacts


@dataclass(frozen=True)
class Place:
    """A branch's town: its region code in a NIK, its middle, postcode prefix and districts with their villages."""

    code: str
    name: str
    city: str
    region: str
    latitude: float
    longitude: float
    postcode: str
    weight: int
    districts: tuple[tuple[str, tuple[str, ...]], ...]


PLACES = (
    Place("MDN", "Medan Utama", "Medan", "1271", 3.5833, 98.6667, "201", 38, (
        ("Medan Petisah", ("Petisah Tengah", "Sekip", "Sei Putih Barat")), ("Medan Baru", ("Padang Bulan", "Titi Rantai", "Darat")),
        ("Medan Johor", ("Gedung Johor", "Kwala Bekala", "Pangkalan Masyhur")), ("Medan Helvetia", ("Helvetia Tengah", "Dwikora", "Tanjung Gusta")),
        ("Medan Denai", ("Tegal Sari Mandala", "Binjai", "Medan Tenggara")), ("Medan Sunggal", ("Sunggal", "Tanjung Rejo", "Babura")))),
    Place("BNJ", "Binjai", "Binjai", "1275", 3.6001, 98.4854, "207", 18, (
        ("Binjai Kota", ("Kartini", "Pekan Binjai", "Tangsi")), ("Binjai Utara", ("Cengkeh Turi", "Damai", "Kebun Lada")),
        ("Binjai Selatan", ("Rambung Barat", "Tanah Merah", "Binjai Estate")))),
    Place("PMS", "Pematangsiantar", "Pematangsiantar", "1272", 2.9595, 99.0687, "211", 18, (
        ("Siantar Barat", ("Proklamasi", "Dwikora", "Bantan")), ("Siantar Marihat", ("Pardamean", "Sukaraja", "Baringin")),
        ("Siantar Timur", ("Kebun Sayur", "Pahlawan", "Siopat Suhu")))),
    Place("RAP", "Rantau Prapat", "Rantau Prapat", "1210", 2.1000, 99.8333, "214", 14, (
        ("Rantau Utara", ("Bakaran Batu", "Kartini", "Rantau Prapat")), ("Rantau Selatan", ("Sioldengan", "Perdamean", "Ujung Bandar")))),
    Place("KBJ", "Kabanjahe", "Kabanjahe", "1206", 3.1001, 98.4908, "221", 12, (
        ("Kabanjahe", ("Lau Cimba", "Gung Leto", "Padang Mas")), ("Berastagi", ("Gundaling", "Tambak Lau Mulgap", "Sempajaya")))),
)  # fmt: skip

STREETS = (
    "Jl. Gatot Subroto", "Jl. Sisingamangaraja", "Jl. Ahmad Yani", "Jl. Diponegoro", "Jl. Sudirman", "Jl. Imam Bonjol", "Jl. Cut Nyak Dien", "Jl. Merdeka", "Jl. Kartini",
    "Jl. Pattimura", "Jl. Thamrin", "Jl. Perintis Kemerdekaan", "Jl. Veteran", "Jl. Setia Budi", "Jl. Mongonsidi", "Jl. Karya Jaya", "Jl. Bunga Cempaka", "Jl. Flamboyan Raya",
    "Jl. Melati", "Jl. Kenanga", "Jl. Sutomo", "Jl. Pemuda", "Jl. Pahlawan", "Jl. Sei Batang Hari", "Jl. Sei Serayu", "Gg. Rukun", "Gg. Bersama", "Gg. Mawar", "Komplek Taman Setia Budi",
)  # fmt: skip


def branch_facts(places: tuple[Place, ...] = PLACES) -> list[BranchFacts]:
    """The branches as the organisation keeps them."""
    # Numbers that no exchange gives out: 555 after the area code of Medan.
    return [BranchFacts(place.code, 0, place.name, place.city, phone=f"(061) 555 {1000 + number:04}") for number, place in enumerate(places, 1)]


def many(count: int) -> tuple[Place, ...]:
    """`count` branches: the five, then further ones of the same towns with numbers."""
    found = list(PLACES[:count])
    for number in range(len(found), count):
        town = PLACES[number % len(PLACES)]
        name = f"{town.city} {number // len(PLACES) + 1}"
        found.append(
            Place(f"B{number + 1:03d}", name, town.city, town.region, town.latitude, town.longitude, town.postcode, 4 + 12 // (number // 5 + 1), town.districts)
        )
    return tuple(found)
