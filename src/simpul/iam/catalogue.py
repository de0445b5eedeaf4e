"""What grants are about: resources with their names and the actions that each offers, for the page that edits them."""

from __future__ import annotations

from simpul.iam import grants
from simpul.platform.domain import Resource
from simpul.platform.text import Text

GROUPS: dict[str, Text] = {
    "customers": Text(id="Nasabah", en="Customers"),
    "service": Text(id="Layanan", en="Service"),
    "sales": Text(id="Penjualan dan pemasaran", en="Sales and marketing"),
    "field": Text(id="Lapangan dan tagihan", en="Field and billing"),
    "control": Text(id="Pengawasan", en="Oversight"),
    "system": Text(id="Sistem", en="System"),
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
    # What shipped grants of several resources are limited to beyond their reach; the domain holds the limit, the table only says so.
    "marketing": Text(id="pemasaran", en="marketing"),
    "operations": Text(id="operasional", en="operations"),
    "quality": Text(id="mutu data", en="quality"),
    "receivables": Text(id="piutang", en="receivables"),
    "masked": Text(id="tersamar", en="masked"),
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

# What compliance watches with: neither it nor a role made after it loses any of this.
_WATCHES = Text(
    id="Kepatuhan selalu mengawasi dengan ini; tanpa itu tidak ada yang melihat bila akses disalahgunakan.",
    en="Compliance always watches with this; without it nobody would see that access is misused.",
)
WATCHING: dict[tuple[str, str, str], Text] = {
    ("COMPLIANCE", resource, action): _WATCHES
    for resource, action in (("audit", "R"), ("suspicion", "R"), ("suspicion", "U"), ("break_glass", "A"), ("configuration", "R"))
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
    **WATCHING,
}

_WATCHES_ITSELF = Text(
    id="Siapa yang menjual atau melayani tidak mengawasi penjualan dan layanan itu sendiri.", en="Whoever sells or serves does not watch that very work."
)
_GIVES_ITSELF = Text(
    id="Siapa yang membagikan hak tidak sekaligus memutuskan pekerjaan dengan hak itu.", en="Whoever gives rights does not also decide with them."
)
# Pairs of roles that one person must not hold together, as the product ships them: (first, second) by key, with the reason. A pair comes into an
# installation once; the organisation adds to them and removes them.
INCOMPATIBLE: dict[tuple[str, str], Text] = {
    ("ADMIN", "COMPLIANCE"): Text(
        id="Siapa yang membagikan hak tidak mengawasi pemakaian hak itu.", en="Whoever gives rights does not watch how they are used."
    ),
    ("ADMIN", "FINANCE"): _GIVES_ITSELF,
    ("ADMIN", "SUPERVISOR"): _GIVES_ITSELF,
    ("COMPLIANCE", "DATA_STEWARD"): Text(
        id="Siapa yang menggabungkan dan memperbaiki data nasabah tidak memeriksa perubahan itu sendiri.",
        en="Whoever merges and corrects customer data does not review these changes.",
    ),
    ("COMPLIANCE", "MARKETING"): _WATCHES_ITSELF,
    ("COMPLIANCE", "RM"): _WATCHES_ITSELF,
    ("COMPLIANCE", "SUPERVISOR"): _WATCHES_ITSELF,
    ("FINANCE", "RM"): Text(
        id="Siapa yang menjual kepada nasabah tidak membukukan dan mencocokkan uangnya.",
        en="Whoever sells to a customer does not book and reconcile the money.",
    ),
}


def resource(key: str) -> Resource:
    """A resource of the table; one that no domain states any more keeps its key."""
    return grants.resources().get(key) or Resource(Text(id=key, en=key), "system", "RCUAXBM")


def resources() -> dict[str, Resource]:
    """Every resource of the table, group by group."""
    place = list(GROUPS).index
    return dict(sorted(grants.resources().items(), key=lambda each: place(each[1].group)))


def resource_name(key: str) -> str:
    """The resource in the reader's language."""
    return str(resource(key).name)


def action_name(key: str) -> str:
    """The action in the reader's language."""
    return str(ACTIONS[key]) if key in ACTIONS else key


def limit_name(key: str) -> str:
    """A grant's limit in the reader's language."""
    own = (one.limits[key] for one in grants.resources().values() if key in one.limits)
    return str(LIMITS.get(key) or next(own, key))
