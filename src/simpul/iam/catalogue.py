"""What grants are about: resources with their names and the actions that each offers, for the page that edits them."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.iam.grants import TABLE
from simpul.platform.actor import Reach
from simpul.platform.text import Text


@dataclass(frozen=True)
class Resource:
    """Something that grants are about. `actions` are offered, `least` is the narrowest reach that means anything."""

    name: Text
    group: str
    actions: str
    least: Reach = Reach.OWN


GROUPS: dict[str, Text] = {
    "customers": Text(id="Nasabah", en="Customers"),
    "service": Text(id="Layanan", en="Service"),
    "sales": Text(id="Penjualan dan pemasaran", en="Sales and marketing"),
    "field": Text(id="Lapangan dan tagihan", en="Field and billing"),
    "control": Text(id="Pengawasan", en="Oversight"),
    "system": Text(id="Sistem", en="System"),
}

RESOURCES: dict[str, Resource] = {
    "customer": Resource(Text(id="Data nasabah", en="Customer data"), "customers", "RCUX"),
    "tier2": Resource(Text(id="Data tersamar (identitas dan kontak)", en="Masked data (identifiers and contacts)"), "customers", "R"),
    "tier3": Resource(Text(id="Isi kasus sensitif", en="Sensitive case content"), "customers", "R"),
    "change_request": Resource(Text(id="Pengajuan perubahan data", en="Requests for data changes"), "customers", "RCA"),
    "portfolio": Resource(Text(id="Portofolio RM", en="Portfolios"), "customers", "RABM"),
    "consent": Resource(Text(id="Persetujuan", en="Consent"), "customers", "RUAX"),
    "data_quality": Resource(Text(id="Duplikat dan mutu data", en="Duplicates and data quality"), "customers", "RCUAB"),
    "case": Resource(Text(id="Kasus", en="Cases"), "service", "RCUAXB"),
    "recovery": Resource(Text(id="Pemulihan, survei, masalah", en="Recovery, surveys, problems"), "service", "RCUA"),
    "knowledge": Resource(Text(id="Artikel pengetahuan", en="Knowledge articles"), "service", "RCUA"),
    "task": Resource(Text(id="Tugas dan pengingat", en="Tasks and reminders"), "service", "RCUA"),
    "followup": Resource(Text(id="Tindak lanjut", en="Follow-up"), "service", "RUAX"),
    "lead": Resource(Text(id="Prospek dan peluang", en="Leads and opportunities"), "sales", "RCUAB"),
    "activity": Resource(Text(id="Kegiatan RM", en="RM activities"), "sales", "RCU"),
    "campaign": Resource(Text(id="Segmen dan kampanye", en="Segments and campaigns"), "sales", "RCUA"),
    "merchant": Resource(Text(id="Merchant", en="Merchants"), "sales", "RCU"),
    "recommendation": Resource(Text(id="Rekomendasi", en="Recommendations"), "sales", "RCU"),
    "work_order": Resource(Text(id="Perintah kerja dan kunjungan", en="Work orders and visits"), "field", "RCUAXB"),
    "billing": Resource(Text(id="Tagihan dan pembayaran", en="Bills and payments"), "field", "RCUAXB"),
    "journal": Resource(Text(id="Jurnal dan rekonsiliasi", en="Journal and reconciliation"), "field", "RCAX"),
    "network": Resource(Text(id="Area dan instalasi", en="Areas and installations"), "field", "RCUAM"),
    "dashboard": Resource(Text(id="Dasbor", en="Dashboards"), "control", "RX"),
    "audit": Resource(Text(id="Jejak audit", en="Audit trail"), "control", "RX"),
    "suspicion": Resource(Text(id="Peringatan kegiatan mencurigakan", en="Suspicious-activity alerts"), "control", "RU"),
    "break_glass": Resource(Text(id="Akses darurat", en="Break-glass"), "control", "RCUA"),
    "rights_request": Resource(Text(id="Permintaan hak pribadi", en="Rights requests"), "control", "RCUAX"),
    "configuration": Resource(Text(id="Pengguna, peran, dan konfigurasi", en="Users, roles and configuration"), "system", "RM", Reach.ALL),
    "import": Resource(Text(id="Impor data", en="Data imports"), "system", "RCM"),
}

ACTIONS: dict[str, Text] = {
    "R": Text(id="Lihat", en="Read"),
    "C": Text(id="Buat", en="Create"),
    "U": Text(id="Ubah", en="Change"),
    "A": Text(id="Tugaskan dan setujui", en="Assign and approve"),
    "X": Text(id="Ekspor", en="Export"),
    "B": Text(id="Massal", en="Bulk"),
    "M": Text(id="Kelola", en="Manage"),
}

REACHES: dict[str, tuple[Text, Text]] = {
    # key: (name, the name in a cell)
    "NONE": (Text(id="Tidak ada", en="None"), Text(id="–", en="–")),
    "OWN": (Text(id="Milik sendiri", en="Own"), Text(id="Sendiri", en="Own")),
    "PORTFOLIO": (Text(id="Portofolio sendiri", en="Own portfolio"), Text(id="Portofolio", en="Portfolio")),
    "BRANCH": (Text(id="Cabang dan unit sendiri", en="Own branches and units"), Text(id="Cabang", en="Branch")),
    "ALL": (Text(id="Semua", en="All"), Text(id="Semua", en="All")),
}

LIMITS: dict[str, Text] = {
    # What a shipped grant is limited to beyond its reach; the domain holds the limit, the table only says so.
    "marketing": Text(id="pemasaran", en="marketing"),
    "operations": Text(id="operasional", en="operations"),
    "quality": Text(id="mutu data", en="quality"),
    "receivables": Text(id="piutang", en="receivables"),
    "masked": Text(id="tersamar", en="masked"),
    "open work orders": Text(id="perintah kerja terbuka", en="open work orders"),
    "name, identifiers, bills": Text(id="nama, identitas, tagihan", en="name, identifiers, bills"),
    "status summary": Text(id="ringkasan status", en="status summary"),
    "break-glass": Text(id="lewat akses darurat", en="by break-glass"),
    "aggregates": Text(id="angka gabungan", en="aggregates"),
    "status": Text(id="status saja", en="status only"),
    "no contact data": Text(id="tanpa data kontak", en="no contact data"),
    "report": Text(id="laporan", en="report"),
    "campaigns that gave me leads": Text(id="kampanye yang memberi saya prospek", en="campaigns that gave me leads"),
    "log a follow-up": Text(id="mencatat tindak lanjut", en="log a follow-up"),
    "coordinates": Text(id="koordinat", en="coordinates"),
    "status, amount due": Text(id="status dan jumlah tagihan", en="status, amount due"),
    "summary": Text(id="ringkasan", en="summary"),
    "areas": Text(id="area", en="areas"),
}

# Cells that stay as they are shipped: (role, resource, action) with the reason.
LOCKED: dict[tuple[str, str, str], Text] = {
    ("ADMIN", "configuration", "M"): Text(
        id="Administrator selalu mengelola konfigurasi; tanpa itu tidak ada yang dapat memperbaikinya.",
        en="Administrators always manage the configuration; without it nobody could put things right.",
    ),
    ("MARKETING", "consent", "U"): Text(id="Pemasaran tidak pernah mengubah persetujuan.", en="Marketing never changes a consent."),
    ("MARKETING", "consent", "A"): Text(id="Pemasaran tidak pernah mengubah persetujuan.", en="Marketing never changes a consent."),
    ("MARKETING", "consent", "X"): Text(id="Pemasaran tidak pernah mengekspor persetujuan.", en="Marketing never exports consents."),
}


def resource(key: str) -> Resource:
    """A resource of the table; one without a name of its own keeps its key."""
    return RESOURCES.get(key) or Resource(Text(id=key, en=key), "system", "RCUAXBM")


def resources() -> dict[str, Resource]:
    """Every resource of the table, those with names first, in their order."""
    ordered = [key for key in RESOURCES if key in TABLE] + [key for key in TABLE if key not in RESOURCES]
    return {key: resource(key) for key in ordered}


def resource_name(key: str) -> str:
    """The resource in the reader's language."""
    return str(resource(key).name)


def action_name(key: str) -> str:
    """The action in the reader's language."""
    return str(ACTIONS[key]) if key in ACTIONS else key


def limit_name(key: str) -> str:
    """A grant's limit in the reader's language."""
    return str(LIMITS[key]) if key in LIMITS else key
