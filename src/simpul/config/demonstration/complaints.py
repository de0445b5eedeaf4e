"""Cases of the demonstration, played through their own services at the moments at which they happened.

Each plan is one case: who complained of what how long ago, and how far it has come. What is overdue is so because nobody
answered in time, not because a column says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from simpul.cases.models import Case
from simpul.cases.receiving import Complaint
from simpul.cases.services.answering import case_respond
from simpul.cases.services.assigning import case_assign, case_claim, case_escalate
from simpul.cases.services.handling import case_close, case_wait
from simpul.cases.services.intake import case_create
from simpul.cases.services.noting import case_message, case_note
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.config.demonstration.organisation import CAST, colleagues
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import query, scope

CASES = 45
_HOUR = timedelta(hours=1)
_SUPERVISORS = {branch: one.username for one in CAST if one.role == "SUPERVISOR" for branch in one.branches}


@dataclass(frozen=True)
class Plan:
    """One case: `age` is how long ago it came in, `end` how far it has come."""

    customer_id: UUID
    branch: str
    agent: str
    told: tuple[str, str, str, str]  # category, channel, priority, description
    age: timedelta
    end: str


_TOLD = (
    ("TRX_FAIL", "CALL_CENTER", "HIGH", "Transfer ke bank lain gagal sejak pagi, saldo sudah terpotong tetapi dana belum diterima."),
    ("TRX_FAIL", "WHATSAPP", "MEDIUM", "Pembayaran QRIS di warung tidak berhasil, saldo berkurang dan pedagang tidak menerima uang."),
    ("TRX_FAIL", "MOBILE", "MEDIUM", "Pembelian token listrik gagal, tetapi rekening tetap didebit dua kali."),
    ("CARD_ATM", "BRANCH", "HIGH", "Kartu ATM tertelan mesin di depan pasar, petugas keamanan meminta saya melapor ke cabang."),
    ("CARD_ATM", "CALL_CENTER", "MEDIUM", "Kartu debit ditolak di mesin EDC toko swalayan walaupun saldo cukup."),
    ("DIGITAL_ACCESS", "WHATSAPP", "MEDIUM", "Tidak bisa masuk ke aplikasi setelah mengganti ponsel, kode OTP tidak pernah datang."),
    ("DIGITAL_ACCESS", "EMAIL", "LOW", "Mutasi rekening bulan lalu tidak tampil di aplikasi seluler."),
    ("FEE_ADMIN", "EMAIL", "LOW", "Biaya administrasi bulan ini dipotong dua kali, mohon dijelaskan dan dikembalikan."),
    ("FEE_ADMIN", "BRANCH", "MEDIUM", "Saldo minimum saya terpenuhi tetapi tetap dikenai biaya di bawah saldo."),
    ("LOAN_CREDIT", "BRANCH", "MEDIUM", "Jadwal angsuran kredit tidak sesuai dengan yang disepakati saat akad."),
    ("LOAN_CREDIT", "CALL_CENTER", "HIGH", "Angsuran sudah dibayar tepat waktu tetapi masih tercatat menunggak."),
    ("OTHER", "WEB", "LOW", "Antrean di cabang terlalu lama, nomor antrean saya terlewat dua kali."),
)
_ANSWERS = (
    "Dana telah kami kembalikan ke rekening Bapak/Ibu hari ini. Mohon maaf atas ketidaknyamanan ini.",
    "Setelah kami periksa, transaksi berhasil diselesaikan dan bukti penyelesaian telah kami kirimkan.",
    "Keluhan Bapak/Ibu sudah kami tindak lanjuti dan layanan kini dapat digunakan kembali.",
)
# How many of ten cases came in how long ago and ended how, in days.
_ENDS = (("closed", 12, 90), ("closed", 5, 60), ("closed", 8, 45), ("resolved", 2, 6), ("progress", 1, 2), ("new", 0, 1), ("overdue", 5, 12), ("waiting", 1, 4), ("escalated", 3, 7),
         ("progress", 0, 1))  # fmt: skip


def play_complaints(seed: int) -> int:
    """Play them once; an installation that has cases keeps its own. Says how many there are."""
    with scope(system_actor()):
        if Case.objects.exists():
            return Case.objects.count()
        plans = sorted(_plans(seed), key=lambda plan: plan.age, reverse=True)
    actors: dict[str, Actor] = {}
    for plan in plans:
        _play(plan, actors)
    return len(plans)


def _plans(seed: int) -> list[Plan]:
    random, agents = Random(f"complaints {seed}"), dict[str, list[str]]()
    for one in colleagues():
        if one.role == "AGENT" and one.branches:
            agents.setdefault(one.branches[0], []).append(one.username)
    rows = query(
        "SELECT customer_id, home_branch_code, source_key FROM crm.customers WHERE home_branch_code = ANY (%s) AND status = 'ACTIVE' ORDER BY md5(source_key || %s), customer_id LIMIT %s",
        (sorted(_SUPERVISORS), str(seed), CASES - 5),
    )
    found = []
    for number, row in enumerate(rows):
        end, least, most = _ENDS[number % len(_ENDS)]
        age = timedelta(days=random.randint(least, most), hours=random.randint(1, 9), minutes=random.randint(0, 59))
        branch = row["home_branch_code"]
        found.append(Plan(row["customer_id"], branch, random.choice(agents[branch]), random.choice(_TOLD), age, end))
    return [*found, *_stories()]


def _stories() -> list[Plan]:
    """Anita, Budi and Citra: the customers whom the guided tour follows."""
    ids = {row["source_key"]: row["customer_id"] for row in query("SELECT customer_id, source_key FROM crm.customers WHERE source_key LIKE 'CIF0000000_'")}
    fraud = (
        "FRAUD_SCAM",
        "CALL_CENTER",
        "CRITICAL",
        "Tiga transfer dini hari ke rekening yang tidak saya kenal. Saya tidak pernah memberikan kode OTP kepada siapa pun.",
    )
    anita, budi, citra = (ids[f"CIF0000000{number}"] for number in (1, 2, 3))
    late = 2 * _HOUR
    return [
        Plan(anita, "MDN", "agent", _TOLD[7], timedelta(days=40) + late, "closed"),
        Plan(anita, "MDN", "agent", _TOLD[0], timedelta(days=2) + late, "waiting"),
        Plan(budi, "MDN", "agent", _TOLD[4], timedelta(days=21) + late, "closed"),
        Plan(budi, "MDN", "agent", _TOLD[9], timedelta(hours=3), "new"),
        Plan(citra, "MDN", "agent", fraud, timedelta(hours=5), "assigned"),
    ]


def _play(plan: Plan, actors: dict[str, Actor]) -> None:
    category, channel, priority, text = plan.told
    received, supervisor = now() - plan.age, _SUPERVISORS[plan.branch]
    complaint = Complaint(plan.customer_id, Channel(channel), category, Priority(priority), text, Kind.VERBAL if channel == "BRANCH" else None)
    # By the service level of today: the installation is no older, and what was promised before it is not known.
    agent = _actor(plan.agent, actors)
    with scope(agent):
        case_id = case_create(actor=agent, complaint=complaint, received_at=received).id
    if plan.end == "new":
        return
    if plan.end in ("assigned", "overdue"):
        with _at(received + _HOUR / 2, supervisor, actors) as actor:
            case_assign(actor=actor, case_id=case_id, version=None, user_id=_id(plan.agent, actors), note="Mohon ditangani.")
        return
    with _at(received + _HOUR / 2, plan.agent, actors) as agent:
        case_claim(actor=agent, case_id=case_id, version=None)
        case_message(actor=agent, case_id=case_id, text="Pengaduan Bapak/Ibu sedang kami periksa.", incoming=False)
    if plan.end == "progress":
        return
    with _at(received + 3 * _HOUR, plan.agent, actors) as agent:
        case_note(actor=agent, case_id=case_id, text="Sudah diteruskan ke tim operasional; menunggu hasil pengecekan jurnal.")
        if plan.end == "waiting":
            case_wait(actor=agent, case_id=case_id, version=None, reason_code="CUSTOMER_DOCUMENT", note="Minta foto struk transaksi.")
    if plan.end == "escalated":
        with _at(received + 20 * _HOUR, supervisor, actors) as actor:
            case_escalate(actor=actor, case_id=case_id, version=None, level=2, note="Nilai besar dan nasabah sudah dua kali menelepon.")
    if plan.end in ("resolved", "closed"):
        with _at(received + 26 * _HOUR, plan.agent, actors) as agent:
            case_respond(actor=agent, case_id=case_id, version=None, final_response=_ANSWERS[case_id.int % len(_ANSWERS)])
    if plan.end == "closed":
        with _at(received + 50 * _HOUR, plan.agent, actors) as agent:
            case_close(actor=agent, case_id=case_id, version=None, resolution_code="SOLVED")


def _id(username: str, actors: dict[str, Actor]) -> UUID:
    return _actor(username, actors).id


def _actor(username: str, actors: dict[str, Actor]) -> Actor:
    if username not in actors:
        with scope(system_actor()):
            found = actor_for(people_by_username([username])[username].id)
        assert found is not None, f"the demonstration's {username} may act"
        actors[username] = found
    return actors[username]


@contextmanager
def _at(moment: datetime, username: str, actors: dict[str, Actor]) -> Iterator[Actor]:
    """A scope of a colleague at a moment that is past; what would lie ahead happens now."""
    actor, back = _actor(username, actors), min(timedelta(), moment - now())
    with shifted(back), scope(actor):
        yield actor
