"""Tasks and activities of the demonstration: of the agent, the relationship managers and the supervisor."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import shifted, today
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Demonstration, Stage
from simpul.tasks.models import Activity, ActivityType, Task
from simpul.tasks.services.activities import NewActivity, activity_create
from simpul.tasks.services.tasks import task_complete, task_create, task_skip

# Who made it for whom, about which customer, what, how many days ago, due in how many days from now, and how it ended.
_PLANS = (
    ("agent", "agent", "CIF00000001", "Telepon nasabah tentang biaya administrasi", "Sampaikan rincian biaya bulan lalu.", 5, -2, ""),
    ("agent", "agent", "CIF00000002", "Kirim daftar dokumen kredit", "KTP, NPWP, dan rekening koran tiga bulan terakhir.", 2, 1, ""),
    ("agent", "agent", "CIF00000001", "Perbarui alamat surat", "", 9, -4, "done"),
    ("supervisor", "agent", "CIF00000003", "Pastikan kartu pengganti sudah diterima", "Kartu lama sudah diblokir.", 1, 3, ""),
    ("rm", "rm", "CIF00000002", "Tawarkan jadwal bertemu di kantor", "Nasabah lebih suka sore hari.", 3, 2, ""),
    ("rm", "rm", "CIF00000002", "Ucapkan terima kasih atas pembukaan rekening", "", 12, -7, "done"),
    ("rm", "rm", "CIF00000002", "Jelaskan produk deposito", "", 20, -10, "skipped"),
    ("supervisor", "supervisor", "CIF00000003", "Tinjau jawaban kasus transfer tanpa izin", "Periksa lampiran sebelum rapat mingguan.", 1, 0, ""),
    ("supervisor", "rm", "CIF00000002", "Siapkan ringkasan hubungan untuk rapat cabang", "", 1, 5, ""),
)


def play_tasks(stage: Stage) -> int:
    """Play them once, each by who made it; an installation that has tasks keeps its own. Says how many there are."""
    system = system_actor()
    with scope(system):
        if standing := Task.objects.count():
            return standing
        known = people_by_username({plan[0] for plan in _PLANS} | {plan[1] for plan in _PLANS})
        customers = {
            row["source_key"]: row["customer_id"]
            for row in query("SELECT source_key, customer_id FROM crm.customers WHERE source_key = ANY (%s)", ([plan[2] for plan in _PLANS],))
        }
        actors = {username: actor_for(person.id) for username, person in known.items()}
    for maker, owner, customer, title, notes, age, due, end in _PLANS:
        _play(actors[maker], actors[owner], customers[customer], (title, notes), age, due, end)
    with scope(system):
        return Task.objects.count()


def _play(maker: Actor | None, owner: Actor | None, customer_id: UUID, words: tuple[str, str], age: int, due: int, end: str) -> None:
    assert maker is not None and owner is not None  # the demonstration's own people work
    made = timedelta(days=-age)
    with shifted(made), scope(maker):
        task = task_create(actor=maker, customer_id=customer_id, title=words[0], notes=words[1], due_on=today() + timedelta(days=age + due), owner_id=owner.id)
    if end:
        with shifted(made / 2), scope(owner):
            if end == "done":
                task_complete(actor=owner, task_id=task.id)
            else:
                task_skip(actor=owner, task_id=task.id, reason="Nasabah sudah membuka deposito di cabang lain.")


DEMONSTRATION = Demonstration("Tasks", len(_PLANS), play_tasks)

# What was done, what came of it, and the next step with its day from now on.
_TALKS = (
    ("CALL", "REACHED", "Menjelaskan kenaikan bunga deposito; nasabah akan mempertimbangkan.", ""),
    ("VISIT", "INTERESTED", "Kunjungan ke toko; nasabah berminat memasang QRIS.", "Antar formulir QRIS"),
    ("WHATSAPP", "REACHED", "Mengirim simulasi angsuran kredit usaha.", ""),
    ("CALL", "NO_ANSWER", "Tidak diangkat dua kali; dicoba lagi sore hari.", "Telepon kembali nasabah"),
    ("MEETING", "DONE", "Bertemu di cabang untuk melengkapi dokumen pembukaan rekening.", ""),
    ("EMAIL", "", "Mengirim brosur tabungan rencana.", ""),
    ("NOTE", "", "Nasabah lebih suka dihubungi setelah pukul 16.00.", ""),
    ("CALL", "CALL_BACK", "Sedang rapat; minta dihubungi pekan depan.", "Hubungi kembali sesuai janji"),
    ("VISIT", "NOT_INTERESTED", "Menawarkan kartu kredit; nasabah belum memerlukannya.", ""),
    ("MEETING", "INTERESTED", "Membahas pembiayaan kendaraan operasional.", "Siapkan hitungan pembiayaan"),
)
# Who logged how many; the agent with customers of the counter, the managers with their portfolio.
_AT_THE_COUNTER = ("CIF00000001", "CIF00000003", "CIF00000001")
_MANAGERS = {"rm": 12, "rm02": 5, "rm03": 5, "rm04": 4, "rm05": 4}
_PORTFOLIO = """
SELECT customer_id FROM crm.customers WHERE rm_user_id = %s AND status = 'ACTIVE'
ORDER BY source_key <> 'CIF00000002', source_key LIMIT 6
"""
_COUNTER = "SELECT customer_id FROM crm.customers WHERE source_key = %s"


def play_activities(stage: Stage) -> int:
    """Play them once, each by who logged it; says how many there are."""
    system = system_actor()
    with scope(system):
        if standing := Activity.objects.count():
            return standing
        known = people_by_username({"agent", *_MANAGERS})
        actors = {username: actor_for(person.id) for username, person in known.items()}
        met = {"agent": [row["customer_id"] for key in _AT_THE_COUNTER for row in query(_COUNTER, (key,))]}
        for username in _MANAGERS.keys() & known.keys():
            found = query(_PORTFOLIO, (known[username].id,))
            met[username] = [row["customer_id"] for row in found]
    counts = {"agent": len(_AT_THE_COUNTER), **_MANAGERS}
    for username in (name for name in counts if met.get(name)):
        actor = actors[username]
        assert actor is not None  # the demonstration's own people work
        _log(actor, met[username], counts[username])
    with scope(system):
        return Activity.objects.count()


def _log(actor: Actor, customer_ids: list[UUID], count: int) -> None:
    """So many activities of one colleague over the past four weeks, the latest today."""
    for number in range(count):
        kind, outcome, note, step = _TALKS[(number + len(actor.username)) % len(_TALKS)]
        ago = timedelta(days=number * 27 // max(count - 1, 1), hours=1 + number % 5)
        day = today() + timedelta(days=1 + number % 9) if step else None
        new = NewActivity(
            customer_ids[number % len(customer_ids)],
            ActivityType(kind),
            note,
            outcome,
            step,
            day,
        )
        with shifted(-ago), scope(actor):
            activity_create(actor=actor, activity=new)


ACTIVITIES = Demonstration("Activities", len(_AT_THE_COUNTER) + sum(_MANAGERS.values()), play_activities)
