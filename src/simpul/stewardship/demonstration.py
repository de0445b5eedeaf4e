"""Rights of the demonstration's persons: requests in several states, a breach that was told of, and assessments in force."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.consent.public import verification_begin
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Demonstration, Stage
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.services.protecting import assessment_decide, assessment_write, data_breach_close, data_breach_record, data_breach_update
from simpul.stewardship.services.receiving import Received, rights_request_create, rights_request_verify
from simpul.stewardship.services.working import rights_request_assign, rights_request_complete, rights_request_refuse

# Which customer, which right, received by, hours ago, what is asked, how far it came.
_PLANS = (
    ("CIF00000001", "ACCESS", "BRANCH", 30, "Meminta salinan semua data dan siapa yang melihatnya.", "WAITING"),
    ("CIF00000002", "RESTRICTION", "CALL_CENTER", 60, "Jangan dipakai untuk penawaran selama sengketa.", "DONE"),
    ("CIF00000003", "ERASURE", "LETTER", 52, "Menutup hubungan dan meminta datanya dihapus.", "IN_PROGRESS"),
    ("CIF00000004", "OBJECTION", "EMAIL", 3, "Menolak dipilih oleh mesin untuk penawaran.", "RECEIVED"),
    ("CIF00000005", "PORTABILITY", "BRANCH", 70, "Ingin membawa riwayat transaksinya ke bank lain.", "REFUSED"),
)
_DONE = "Sudah dijelaskan kepada nasabah di kantor cabang."


def play_rights(stage: Stage) -> int:
    """Play them once; an installation that has requests keeps its own. Says how many there are."""
    system = system_actor()
    with scope(system):
        if standing := RightsRequest.objects.count():
            return standing
        people = people_by_username({"agent", "compliance"})
        agent, compliance = actor_for(people["agent"].id), actor_for(people["compliance"].id)
        customers = {
            row["source_key"]: row["customer_id"]
            for row in query("SELECT source_key, customer_id FROM crm.customers WHERE source_key = ANY (%s)", ([plan[0] for plan in _PLANS],))
        }
    assert agent is not None and compliance is not None  # the demonstration's own people work
    for key, kind, by, hours, details, state in _PLANS:
        if key in customers:
            with shifted(timedelta(hours=-hours)):
                _play(agent, customers[key], Received(kind, by, details=details), state)
    with shifted(timedelta(days=-20)):
        _play_breach(compliance)
    _play_assessments(system, compliance)
    with scope(system):
        return RightsRequest.objects.count()


def _play(agent: Actor, customer_id: UUID, received: Received, state: str) -> None:
    with scope(agent):
        made = rights_request_create(actor=agent, customer_id=customer_id, received=received)
        if state == "RECEIVED":
            return
        verification = verification_begin(actor=agent, customer_id=customer_id, method="IN_PERSON")
        rights_request_verify(actor=agent, request_id=made.id, verification_id=verification.id)
        rights_request_assign(actor=agent, request_id=made.id, owner_id=agent.id)
        if state == "REFUSED":
            rights_request_refuse(actor=agent, request_id=made.id, code="UNFOUNDED", reason="Riwayatnya sudah diserahkan bulan lalu.")
        elif state in ("WAITING", "DONE"):
            rights_request_complete(actor=agent, request_id=made.id, outcome=_DONE)


def _play_breach(compliance: Actor) -> None:
    with scope(compliance):
        at = now()
        made = data_breach_record(
            actor=compliance,
            values={
                "title": "Berkas laporan terkirim ke alamat keliru", "description": "Lampiran dengan daftar nasabah terkirim ke alamat e-mail di luar bank.",
                "data_kinds": ["IDENTITY", "CONTACT"], "discovered_at": at, "began_at": at - timedelta(hours=8), "ended_at": at, "suspect_user_id": None,
                "branch_code": "MDN",
            },
        )  # fmt: skip
        told = {"handling": "Penerima menghapus berkas; pengiriman ke luar dibatasi.", "authority_told_at": at, "persons_told_at": at}
        data_breach_update(actor=compliance, breach_id=made.id, version=made.version, values={"description": made.description, **told})
        data_breach_close(actor=compliance, breach_id=made.id)


_ASSESSMENTS = (
    {
        "kind": "SEGMENTATION", "title": "Segmentasi untuk penawaran", "purpose": "Memilih nasabah untuk penawaran yang sesuai kebutuhannya.",
        "data_used": "Produk, transaksi, cabang, dan persetujuan nasabah.", "risk": "Nasabah merasa dinilai atau menerima penawaran yang tidak pantas.",
        "measures": "Hanya dengan persetujuan pemasaran; yang berkeberatan dikeluarkan; tanpa data peka.",
    },
    {
        "kind": "SCORING", "title": "Skor nilai nasabah", "purpose": "Menghitung kebaruan, frekuensi, dan nilai transaksi untuk pelayanan.",
        "data_used": "Waktu, jumlah, dan jenis transaksi; kontak terakhir.", "risk": "Nasabah dilayani berbeda karena skor yang keliru.",
        "measures": "Aturan terbuka dan berversi; alasan selalu tampil; saran hanya dengan persetujuan pemrofilan; yang berkeberatan tidak dinilai.",
    },
)  # fmt: skip


def _play_assessments(system: Actor, compliance: Actor) -> None:
    for values in _ASSESSMENTS:
        with scope(system):
            made = assessment_write(actor=system, values={**values, "review_on": today() + timedelta(days=365)})
        with scope(compliance):
            assessment_decide(actor=compliance, assessment_id=made.id, approved=True, note="Sesuai dengan kebijakan pelindungan data.")


DEMONSTRATION = Demonstration("Rights requests", len(_PLANS), play_rights)
