"""Cases of the demonstration: some hundreds that were made in one go, and some that are played through their own services.

The made ones fill the queue, the board and the reports of past quarters. The played ones, each a plan of who complained of what how
long ago and how far it has come, show what only services do: receipts, reviews, reopenings. What is overdue is so because nobody
answered in time, not because a column says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from simpul.cases.demonstration.making import Making, make
from simpul.cases.demonstration.texts import ANSWERS, TOLD
from simpul.cases.models import Case, CaseCategory
from simpul.cases.receiving import Complaint
from simpul.cases.services.answering import case_respond
from simpul.cases.services.assigning import case_assign, case_claim, case_escalate
from simpul.cases.services.catalogue import category_update
from simpul.cases.services.handling import case_close, case_reopen, case_wait
from simpul.cases.services.intake import case_create
from simpul.cases.services.noting import case_message, case_note
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.customers.public import contacts_recount
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Stage

MADE, PLAYED = 340, 16
CASES = MADE + PLAYED
SYSTEM = "DEMO"
# Answers about fraud are looked at by a second person.
REVIEWED = "FRAUD_SCAM"
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Plan:
    """One case, with who handles it and who supervises: `age` is how long ago it came in, `end` how far it has come."""

    customer_id: UUID
    branch: str
    agent: str
    supervisor: str
    told: tuple[str, str, str, str]  # category, channel, priority, description
    age: timedelta
    end: str


# How the played cases ended that belong to no story: category, channel, priority, end, and between how many days ago they came in.
_ENDS = (
    ("TRX_FAIL", "WHATSAPP", "MEDIUM", "reopened", 6, 9),
    ("CARD_ATM", "BRANCH", "HIGH", "reopened", 9, 14),
    ("FEE_ADMIN", "EMAIL", "LOW", "reopened", 12, 20),
    ("LOAN_CREDIT", "BRANCH", "MEDIUM", "reopened", 30, 40),
    (REVIEWED, "CALL_CENTER", "HIGH", "review", 1, 2),
    (REVIEWED, "WHATSAPP", "HIGH", "review", 2, 3),
    ("TRX_FAIL", "MOBILE", "HIGH", "escalated", 2, 4),
    ("LOAN_CREDIT", "CALL_CENTER", "HIGH", "escalated", 3, 6),
    ("DIGITAL_ACCESS", "WHATSAPP", "MEDIUM", "progress", 0, 1),
    ("CARD_ATM", "CALL_CENTER", "MEDIUM", "overdue", 5, 8),
    ("OTHER", "WEB", "LOW", "resolved", 2, 4),
)


def play_complaints(stage: Stage) -> int:
    """Make and play them once; an installation that has them keeps its own. Says how many there are."""
    system = system_actor()
    with scope(system):
        begun, played = Case.objects.exists(), Case.objects.filter(customer_id=_story_ids()[0]).exists()
        agents = _agents(stage)
        if not CaseCategory.objects.get(pk=REVIEWED).needs_review:
            category_update(actor=system, code=REVIEWED, version=CaseCategory.objects.get(pk=REVIEWED).version, values={"needs_review": True})
    if not begun:
        workers = {branch: [_id(name, {}) for name in names] for branch, names in agents.items()}
        make(
            Making(
                MADE, stage.seed, SYSTEM, workers, apart=_STORY_KEYS, span=timedelta(days=270), crowding=3, tail=0.3, open_share=0.55, whole=True, large=False
            ),
            owner_url=stage.owner_url,
            progress=lambda label, done, total: None,
        )
    if not played:
        actors: dict[str, Actor] = {}
        with scope(system):
            plans = sorted(_plans(stage, agents), key=lambda plan: plan.age, reverse=True)
        for plan in plans:
            _play(plan, actors)
    with scope(system):
        contacts_recount()  # what happened long ago was counted when it was played
        return Case.objects.count()


def _agents(stage: Stage) -> dict[str, list[str]]:
    """The user names of the agents of each branch."""
    found = dict[str, list[str]]()
    for one in stage.everybody:
        if one.role == "AGENT" and one.branches:
            found.setdefault(one.branches[0], []).append(one.username)
    return found


def _plans(stage: Stage, agents: dict[str, list[str]]) -> list[Plan]:
    random = Random(f"complaints {stage.seed}")
    supervisors = {branch: one.username for one in stage.everybody if one.role == "SUPERVISOR" for branch in one.branches}
    rows = query(
        "SELECT customer_id, home_branch_code FROM crm.customers WHERE home_branch_code = ANY (%s) AND status = 'ACTIVE' AND source_key <> ALL (%s)"
        " ORDER BY md5(source_key || %s), customer_id LIMIT %s",
        (sorted(supervisors), _STORY_KEYS, str(stage.seed), len(_ENDS)),
    )
    found = []
    for row, (category, channel, priority, end, least, most) in zip(rows, _ENDS, strict=True):
        age = timedelta(days=random.randint(least, most), hours=random.randint(1, 9), minutes=random.randint(0, 59))
        branch = row["home_branch_code"]
        told = (category, channel, priority, random.choice(TOLD[category]))
        found.append(Plan(row["customer_id"], branch, random.choice(agents[branch]), supervisors[branch], told, age, end))
    return [*found, *_stories(supervisors["MDN"])]


_STORY_KEYS = ["CIF00000001", "CIF00000002", "CIF00000003"]


def _story_ids() -> list[UUID]:
    """Anita, Budi and Citra."""
    ids = {
        row["source_key"]: row["customer_id"] for row in query("SELECT customer_id, source_key FROM crm.customers WHERE source_key = ANY (%s)", (_STORY_KEYS,))
    }
    return [ids[key] for key in _STORY_KEYS]


def _stories(supervisor: str) -> list[Plan]:
    """Anita, Budi and Citra: the customers whom the guided tour follows."""
    fraud = (
        "FRAUD_SCAM",
        "CALL_CENTER",
        "CRITICAL",
        "Tiga transfer dini hari ke rekening yang tidak saya kenal. Saya tidak pernah memberikan kode OTP kepada siapa pun.",
    )
    anita, budi, citra = _story_ids()
    late = 2 * _HOUR
    return [
        Plan(anita, "MDN", "agent", supervisor, ("FEE_ADMIN", "EMAIL", "LOW", TOLD["FEE_ADMIN"][0]), timedelta(days=40) + late, "closed"),
        Plan(anita, "MDN", "agent", supervisor, ("TRX_FAIL", "CALL_CENTER", "HIGH", TOLD["TRX_FAIL"][0]), timedelta(days=2) + late, "waiting"),
        Plan(budi, "MDN", "agent", supervisor, ("CARD_ATM", "CALL_CENTER", "MEDIUM", TOLD["CARD_ATM"][1]), timedelta(days=21) + late, "closed"),
        Plan(budi, "MDN", "agent", supervisor, ("LOAN_CREDIT", "BRANCH", "MEDIUM", TOLD["LOAN_CREDIT"][0]), timedelta(hours=3), "new"),
        Plan(citra, "MDN", "agent", supervisor, fraud, timedelta(hours=5), "assigned"),
    ]


def _play(plan: Plan, actors: dict[str, Actor]) -> None:
    category, channel, priority, text = plan.told
    received, supervisor = now() - plan.age, plan.supervisor
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
    if plan.end in ("resolved", "closed", "reopened", "review"):
        with _at(received + 26 * _HOUR, plan.agent, actors) as agent:
            case_respond(actor=agent, case_id=case_id, version=None, final_response=ANSWERS[case_id.int % len(ANSWERS)])
    if plan.end in ("closed", "reopened"):
        with _at(received + 50 * _HOUR, plan.agent, actors) as agent:
            case_close(actor=agent, case_id=case_id, version=None, resolution_code="SOLVED")
    if plan.end == "reopened":
        with _at(received + 98 * _HOUR, supervisor, actors) as actor:
            case_reopen(actor=actor, case_id=case_id, version=None, reason="Nasabah menelepon lagi: dana belum masuk ke rekening.")


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
