"""What the contract tests and the browser tests know of the follow-up programme."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from simpul.customers.models import Customer
from simpul.followup.models import FollowupAgent, FollowupAssignment, FollowupMember, FollowupRun
from simpul.platform.clock import now, today
from simpul.platform.ids import uuid7
from tests.contract.declared import Contract
from tests.contract.matrix import Recipe, World, covers
from tests.followup.looks import LINKS, PAGES, RECORDS
from tests.support import people
from tests.support.database import rows


def agent_of(username: str = "agent_bnj") -> FollowupAgent:
    """A follow-up agent who works elsewhere, at the last place of the order."""
    with rows():
        user_id = people.user_id(username)
        found = FollowupAgent.objects.filter(user_id=user_id).first()
        number = FollowupAgent.objects.filter(number__isnull=False).count() + 1
        return found or FollowupAgent.objects.create(user_id=user_id, number=number, capacity=100)


def member_of(customer_id: UUID) -> FollowupAssignment:
    """A customer in the hands of that agent."""
    agent = agent_of()
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        at = now()
        _, is_new = FollowupMember.objects.get_or_create(customer_id=customer_id, defaults={"branch_code": branch, "source": "API", "entered_at": at})
        if not is_new:
            return FollowupAssignment.objects.get(customer_id=customer_id, status="ACTIVE")
        return FollowupAssignment.objects.create(
            customer_id=customer_id,
            step=1,
            branch_code=branch,
            agent=agent,
            number=agent.number,
            status="ACTIVE",
            reason="DEALT",
            started_at=at,
            window_started_at=at,
            window_ends_at=at + timedelta(days=2),
            decided_at=at,
            run_id=uuid7(),
        )


def run_of() -> FollowupRun:
    """A run that did nothing."""
    nothing = dict.fromkeys(("took_ms", "due", "rotated", "stayed", "pending", "deposits", "dealt", "returned", "waiting", "departed"), 0)
    with rows():
        return FollowupRun.objects.create(id=uuid7(), kind="DAILY", ran_at=now(), counts={"reasons": {}, "agents": {}}, **nothing)


def _member(world: World) -> dict[str, Any]:
    return {"customer_id": member_of(world.customer_id).customer_id}


def _sees(role: str | None, subject: str) -> bool:
    """A colleague elsewhere has it: it shows to whoever reads the programme of the branch; directors see figures only."""
    return role != "DIRECTOR" and covers(role, "followup", "R", subject)


def _run(world: World) -> dict[str, Any]:
    return {"run_id": run_of().id}


def _sees_runs(role: str | None, subject: str) -> int:
    return 200 if covers(role, "followup", "R", "branch") else 404


def _sees_figures(role: str | None, subject: str) -> int:
    return 200 if covers(role, "followup", "R", "branch") else 403


def _logs(role: str | None, subject: str) -> int:
    """Only the agent who has the member: the caller is another one."""
    return 403


def _ordered(world: World) -> dict[str, Any]:
    agent = agent_of()
    with rows():
        version = sum(FollowupAgent.objects.values_list("version", flat=True))
    return {"order_version": version, "agent_ids": [str(agent.id)]}


def _days(world: World) -> dict[str, Any]:
    day = today().isoformat()
    return {"agent_id": str(agent_of().id), "kind": "LEAVE", "ranges": [{"first_day": day, "last_day": day}]}


RECIPES: dict[str, Recipe] = {
    "followup_members_list": Recipe(),
    "followup_members_get": Recipe(path=_member, subject=True, seen=_sees),
    "followup_members_log": Recipe(
        path=_member,
        body=lambda world: {"activity_type": "CALL", "note": "Menelepon anggota."},
        subject=True,
        seen=_sees,
        rule=_logs,
    ),
    "followup_members_reveal": Recipe(path=_member, body=lambda world: {}, subject=True, seen=_sees, rule=_logs),
    # Whoever is no agent was moved nothing.
    "followup_moves_get": Recipe(path=_run, rule=lambda role, subject: 404),
    "followup_entries_create": Recipe(body=lambda world: {"cifs": ["CIF77777"]}),
    "followup_agents_list": Recipe(),
    "followup_agents_candidates": Recipe(),
    "followup_agents_create": Recipe(body=lambda world: {"user_id": str(people.user_id("agent_mdn")), "capacity": 5}),
    "followup_agents_update": Recipe(
        path=lambda world: {"agent_id": agent_of().id},
        body=lambda world: {"version": 1, "capacity": 3, "status": "SUSPENDED"},
    ),
    "followup_agents_reorder": Recipe(body=_ordered),
    "followup_days_off_list": Recipe(query="?year=2026"),
    "followup_days_off_create": Recipe(body=_days),
    # Days off that are not there.
    "followup_days_off_cancel": Recipe(path=lambda world: {"day_off_id": uuid7()}, rule=lambda role, subject: 404),
    "followup_runs_list": Recipe(),
    "followup_runs_get": Recipe(path=_run, rule=_sees_runs),
    "followup_runs_start": Recipe(body=lambda world: {}),
    "followup_dashboard_get": Recipe(rule=_sees_figures),
}
_SEARCH = "simpul_search"
CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights={
        "crm.followup_numbers_checked()": (_SEARCH, "a trigger that counts the numbers of all agents, whoever changed one"),
        "crm.followup_reach(asked_action text)": (_SEARCH, "how far the caller reaches into the programme"),
        "crm.followup_member_reach(asked_action text)": (_SEARCH, "how far the caller reaches single members"),
        "crm.followup_agent_of_caller()": (_SEARCH, "which agent the caller is"),
        "crm.followup_own_members()": (_SEARCH, "the members in the caller's own hands, which row policies ask"),
        "crm.refuse_unknown_followup()": (_SEARCH, "whether the member and the agent of a new row are known, past row policies as a key does"),
        "crm.followup_run(asked_run uuid, asked_kind text, asked_at timestamp with time zone, window_length interval, deposit_kinds text[], "
        "deposit_minimum numeric, return_within interval)": (_SEARCH, "the run: the only writer of assignments, for the worker as the product itself"),
        "crm.followup_rota(asked_days date[], due_until timestamp with time zone)": (
            _SEARCH,
            "loads and days off of all agents, for whoever reads the programme",
        ),
        "crm.followup_days(asked_first date, asked_last date, asked_agent uuid)": (_SEARCH, "days off and absences of agents, without kinds of sickness"),
        "crm.followup_seen(asked_customers uuid[])": (_SEARCH, "how clearly the caller sees each of these members"),
        "crm.followup_cards(asked_customers uuid[], deposit_kinds text[], deposit_minimum numeric)": (
            _SEARCH,
            "names as far as the caller sees the member, masked beyond",
        ),
        "crm.followup_contacts(asked_customer uuid, most integer)": (_SEARCH, "follow-ups of a member that the caller sees"),
        "crm.followup_deposits(asked_customer uuid, deposit_kinds text[], deposit_minimum numeric, most integer)": (
            _SEARCH,
            "deposits of a member that the caller sees",
        ),
        "crm.followup_phone(asked_customer uuid)": (_SEARCH, "the phone of a member in the caller's own hands, recorded by the service"),
        "crm.followup_moves_of_caller(asked_run uuid, most integer)": (_SEARCH, "what a run moved from and to the caller"),
    },
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
)
