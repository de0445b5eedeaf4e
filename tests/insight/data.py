"""One fixed data set for dashboards: the same records as rows of the database and as plain objects."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.db import connection
from psycopg import sql

from simpul.iam.public import SYSTEM_ID
from simpul.platform.clock import JAKARTA, now, today
from tests.support import customers as make
from tests.support import database, people

DAYS = 70
_STAGES = {"NEW": 10, "QUALIFIED": 30, "PROPOSAL": 50, "NEGOTIATION": 70}
_CHECKS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', c.conrelid::regclass, c.conname) FROM pg_constraint c
JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'c' AND t.relname = ANY (%s) AND NOT t.relispartition AND c.coninhcount = 0
"""
_ZERO = UUID(int=0)


def day_of(at: datetime) -> date:
    """The calendar day in Jakarta."""
    return at.astimezone(JAKARTA).date()


@dataclass
class Records:
    """The data set: a list of plain records for each table."""

    at: datetime
    customers: dict[str, list[UUID]] = field(default_factory=dict)
    cases: list[dict[str, Any]] = field(default_factory=list)
    activities: list[dict[str, Any]] = field(default_factory=list)
    tasks: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    leads: list[dict[str, Any]] = field(default_factory=list)
    opportunities: list[dict[str, Any]] = field(default_factory=list)
    offers: list[dict[str, Any]] = field(default_factory=list)
    audiences: list[dict[str, Any]] = field(default_factory=list)
    consents: list[dict[str, Any]] = field(default_factory=list)
    emergencies: list[dict[str, Any]] = field(default_factory=list)
    trail: list[dict[str, Any]] = field(default_factory=list)
    segments: list[dict[str, Any]] = field(default_factory=list)
    months: list[dict[str, Any]] = field(default_factory=list)
    advice: list[dict[str, Any]] = field(default_factory=list)
    people: dict[str, UUID] = field(default_factory=dict)
    absent: list[date] = field(default_factory=list)


class Maker:
    """Draws records by one seed and stores them past triggers and foreign keys."""

    def __init__(self) -> None:
        self.random = random.Random(20261125)
        self.records = Records(at=now().replace(microsecond=0))
        self.rows: list[tuple[str, dict[str, Any]]] = []

    def add(self, table: str, **values: Any) -> None:
        self.rows.append((table, values))

    def moment(self, most_days: int = DAYS) -> datetime:
        """Some instant of the last days."""
        return self.records.at - timedelta(seconds=self.random.randrange(3600, most_days * 86_400))

    def person(self, branch: str) -> UUID:
        return self.random.choice(self.records.customers[branch])

    def make(self) -> Records:
        people.organisation()
        records = self.records
        records.people = {name: people.user_id(name) for name in people.USERS}
        for branch, count in (("MDN", 14), ("BNJ", 9), ("PMS", 3)):
            records.customers[branch] = [make.customer(f"N{at}", branch).id for at in range(count)]
        for branch in ("MDN", "MDN", "BNJ", "PMS"):
            for _ in range(45 if branch != "PMS" else 4):
                self._case(branch)
        for _ in range(160):
            self._sale(self.random.choice(("MDN", "BNJ")))
        for _ in range(120):
            self._contact()
        self._campaigns()
        self._trail()
        self._value()
        records.absent = [today() - timedelta(days=back) for back in range(9, 14)]
        self.add("absences", absence_id=uuid4(), user_id=records.people["rm_mdn_2"], kind="LEAVE", first_day=records.absent[-1], last_day=records.absent[0],
                 created_by=records.people["rm_mdn_2"])  # fmt: skip
        self._store()
        return records

    def _case(self, branch: str) -> None:
        draw, records = self.random, self.records
        created = self.moment()
        case = {
            "case_id": uuid4(), "customer_id": self.person(branch), "branch_code": branch, "category_code": draw.choice(("TRX_FAIL", "FRAUD_SCAM", "CARD")),
            "created_at": created, "sla_due_at": created + timedelta(hours=draw.choice((4, 24, 72))), "resolved_at": None, "closed_at": None, "final_response": None,
            "assigned_to_user_id": records.people["agent_mdn" if branch == "MDN" else "agent_bnj"], "status": "NEW", "created_by": records.people["agent_mdn"],
        }  # fmt: skip
        if draw.random() < 0.7:
            answered = created + timedelta(seconds=draw.randrange(600, 6 * 86_400))
            if answered < records.at:
                case |= {
                    "resolved_at": answered,
                    "status": "RESOLVED",
                    "final_response": "Selesai.",
                }
                closed = answered + timedelta(hours=draw.randrange(1, 40))
                if closed < records.at and draw.random() < 0.8:
                    # Kept by an import, and the one thing that the measure is to find.
                    final = None if draw.random() < 0.1 else "Selesai."
                    case |= {"closed_at": closed, "status": "CLOSED", "final_response": final}
        records.cases.append(case)
        fixed = {
            "channel": "BRANCH",
            "kind": "WRITTEN",
            "priority": "MEDIUM",
            "policy_version_id": _ZERO,
            "description": "Uji.",
        }
        self.add(
            "cases",
            case_no=f"T-{len(records.cases)}",
            first_response_due_at=created + timedelta(hours=1),
            **fixed,
            **case,
        )
        for _ in range(draw.randrange(0, 4)):
            activity = {
                "case_id": case["case_id"], "created_at": created + timedelta(seconds=draw.randrange(60, 2 * 86_400)), "is_public": draw.random() < 0.5,
                "actor_user_id": draw.choice((records.people["agent_mdn"], SYSTEM_ID)),
            }  # fmt: skip
            if activity["created_at"] < records.at:
                records.activities.append(activity)
                self.add(
                    "case_activities",
                    activity_id=uuid4(),
                    activity_type="MESSAGE" if activity["is_public"] else "NOTE",
                    message="Uji.",
                    **activity,
                )
        if case["closed_at"]:
            due = day_of(case["closed_at"]) + timedelta(days=draw.randrange(0, 5))
            done = draw.random() < 0.6
            task = {
                "task_id": uuid4(), "customer_id": case["customer_id"], "branch_code": branch, "due_on": due, "status": "DONE" if done else "OPEN",
                "origin": draw.choice(("CASE_CLOSED", "CASE_CLOSED", "")), "created_at": case["closed_at"], "created_by": SYSTEM_ID,
            }  # fmt: skip
            records.tasks.append(task)
            finished = {"finished_at": records.at, "finished_by": SYSTEM_ID} if done else {}
            self.add("tasks", title="Uji", owner_user_id=records.people["agent_mdn"], **finished, **task)

    def _sale(self, branch: str) -> None:
        draw, records = self.random, self.records
        manager = records.people[draw.choice(("rm_mdn", "rm_mdn_2"))]
        created = self.moment()
        moved = created + timedelta(seconds=draw.randrange(3600, 6 * 86_400))
        left = moved if moved < records.at and draw.random() < 0.8 else None
        lead = {
            "lead_id": uuid4(), "customer_id": self.person(branch), "branch_code": branch, "assigned_to": manager if draw.random() < 0.9 else None,
            "status": "CONTACTED" if left else "NEW", "created_at": created, "status_since": left or created, "created_by": records.people["rm_mdn"],
        }  # fmt: skip
        records.leads.append(lead | {"left_new_at": left})
        self.add("leads", source_type="MANUAL", updated_at=created, **lead)
        if left and draw.random() < 0.8:
            closed = left + timedelta(days=draw.randrange(1, 20))
            ended = closed < records.at and draw.random() < 0.5
            stage = draw.choice(("CLOSED_WON", "CLOSED_LOST")) if ended else draw.choice(list(_STAGES))
            opportunity = {
                "opportunity_id": uuid4(), "customer_id": lead["customer_id"], "branch_code": branch, "assigned_to": manager, "stage": stage,
                "probability": _STAGES.get(stage, 100 if stage == "CLOSED_WON" else 0), "estimated_value": Decimal(draw.randrange(1, 900) * 1_000_000 + 333),
                "created_at": left, "closed_at": closed if ended else None, "created_by": manager,
            }  # fmt: skip
            records.opportunities.append(opportunity)
            ending = {"won_product_code": "X"} if stage == "CLOSED_WON" else {"lost_reason": "PRICE"} if ended else {}
            self.add(
                "opportunities",
                product_interest="KPR",
                expected_close_on=today(),
                stage_since=left,
                updated_at=left,
                **ending,
                **opportunity,
            )

    def _contact(self) -> None:
        records = self.records
        at = self.moment()
        author = self.random.choice(("rm_mdn", "rm_mdn", "rm_mdn_2", "agent_mdn"))
        contact = {
            "rm_activity_id": uuid4(), "customer_id": self.person("MDN"), "branch_code": "MDN", "rm_user_id": records.people[author], "happened_at": at, "created_at": at,
            "withdrawn_at": records.at if self.random.random() < 0.1 else None,
        }  # fmt: skip
        records.contacts.append(contact)
        self.add(
            "rm_activities",
            activity_type="CALL",
            note="Uji.",
            outcome="",
            next_step="",
            subject_type="",
            version=1,
            **contact,
        )

    def _campaigns(self) -> None:
        draw, records = self.random, self.records
        for _ in range(3):
            campaign, sent_at = uuid4(), self.moment(50)
            for branch, customers in records.customers.items():
                for customer in customers:
                    chosen = draw.random() < 0.8
                    eligible = chosen and draw.random() < 0.7
                    audience = {
                        "campaign_id": campaign, "customer_id": customer, "branch_code": branch, "is_eligible": eligible, "evaluated_at": sent_at,
                        "reason": None if eligible else ("CONSENT" if chosen else "NOT_IN_RULE"),
                        "reasons": None if eligible else (["CONSENT"] if chosen else ["CONSENT", "NOT_IN_RULE"]),
                    }  # fmt: skip
                    records.audiences.append(audience)
                    self.add("campaign_eligibility", **audience)
                    if eligible:
                        self._offer(campaign, customer, branch, sent_at)
        for _ in range(60):
            branch = draw.choice(("MDN", "BNJ", "PMS"))
            self._consent(self.person(branch), branch, draw.choice(("GRANTED", "WITHDRAWN")), self.moment())
        for _ in range(12):
            starts = self.moment()
            records.emergencies.append({"starts_at": starts, "branch_code": "MDN"})
            self.add("break_glass_requests", request_id=uuid4(), requested_by=records.people["compliance"], requester_role="COMPLIANCE", reason_code="AUDIT", reason="Uji petik berkala.",
                     ticket="T", tier=1, minutes=30, customer_id=self.person("MDN"), customer_name="N", customer_cif="C", branch_code="MDN", status="ENDED", starts_at=starts,
                     ends_at=starts)  # fmt: skip

    def _offer(self, campaign: UUID, customer: UUID, branch: str, sent_at: datetime) -> None:
        draw = self.random
        times: list[datetime | None] = [sent_at, None, None, None]
        for step, likely in ((1, 0.9), (2, 0.6), (3, 0.5)):
            times[step] = sent_at if times[step - 1] and draw.random() < likely else None
        offer = {
            "customer_id": customer,
            "branch_code": branch,
            "subject_id": str(campaign),
            **dict(zip(("sent_at", "delivered_at", "opened_at", "clicked_at"), times, strict=True)),
        }
        self.records.offers.append(offer)
        status = "CLICKED" if times[3] else "OPENED" if times[2] else "DELIVERED" if times[1] else "SENT"
        self.add("outbound_messages", message_id=uuid4(), channel="SMS", purpose="MARKETING", subject_type="CAMPAIGN", resource="campaign", tier=2, template_version_id=campaign,
                 status=status, handover="DONE", queued_at=sent_at, created_by=SYSTEM_ID, **offer)  # fmt: skip
        if draw.random() < 0.25:
            self._consent(customer, branch, "WITHDRAWN", sent_at + timedelta(hours=draw.randrange(1, 12 * 24)))

    def _consent(self, customer: UUID, branch: str, status: str, at: datetime) -> None:
        at = min(at, self.records.at) + timedelta(microseconds=len(self.records.consents) + 1)
        consent = {
            "customer_id": customer,
            "branch_code": branch,
            "consent_type": "MARKETING",
            "status": status,
            "effective_at": at,
        }
        self.records.consents.append(consent)
        self.add(
            "consents",
            consent_id=uuid4(),
            captured_channel="BRANCH",
            captured_by=self.records.people["agent_mdn"],
            verification_method="KNOWLEDGE",
            **consent,
        )

    def _trail(self) -> None:
        """Searches, the profile that follows most of them, and what is done then."""
        draw, records = self.random, self.records
        base = records.at - timedelta(days=20)
        for at in range(90):
            actor, branch = (
                records.people[draw.choice(("agent_mdn", "agent_bnj"))],
                draw.choice(("MDN", "BNJ")),
            )
            # One after the other, an hour apart, so that no two of one colleague overlap.
            searched = base + timedelta(hours=5 * at)
            customer = self.person(branch)
            self._row("SEARCH_CUSTOMER", actor, None, None, searched)
            opened = searched + timedelta(seconds=draw.randrange(2, 40), milliseconds=draw.randrange(1000))
            if draw.random() < 0.1:
                opened += timedelta(minutes=20)
            self._row("VIEW_PROFILE", actor, customer, branch, opened)
            if draw.random() < 0.7:
                other = customer if draw.random() < 0.8 else self.person("PMS")
                self._row(
                    "CREATE_TASK",
                    actor,
                    other,
                    branch,
                    opened + timedelta(seconds=draw.randrange(3, 90)),
                )
        for table, act, key in (("cases", "CREATE_CASE", "case_id"), ("leads", "CREATE_LEAD", "lead_id"), ("opportunities", "CREATE_OPPORTUNITY", "opportunity_id"),
                                ("contacts", "CREATE_ACTIVITY", "rm_activity_id")):  # fmt: skip
            for record in getattr(records, table):
                record["is_audited"] = draw.random() < 0.95
                if record["is_audited"]:
                    self._row(
                        act,
                        SYSTEM_ID,
                        None,
                        record["branch_code"],
                        record["created_at"],
                        str(record[key]),
                    )

    def _value(self) -> None:
        """A segment for each customer, the months before it, and what was decided about advice."""
        draw, records = self.random, self.records
        month = today().replace(day=1)
        months = [(month - timedelta(days=1)).replace(day=1), month]
        segments = ("CHAMPION", "LOYAL", "AT_RISK")
        for branch, customers in records.customers.items():
            for customer in customers:
                segment = draw.choice(segments)
                records.segments.append({"customer_id": customer, "branch_code": branch, "segment": segment})
                self.add("rfm_scores", rfm_id=uuid4(), customer_id=customer, recency_score=3, recency_days=40, frequency_score=3, frequency_count=20, monetary_score=3,
                         monetary_value=1, segment=segment, clv_proxy="HIGH", rule=2, method="THRESHOLDS", thresholds_version=1, calculated_at=records.at)  # fmt: skip
                for at in months:
                    record = {
                        "customer_id": customer,
                        "month": at,
                        "segment": draw.choice(segments),
                    }
                    records.months.append({**record, "branch_code": branch})
                    self.add("rfm_history", total_score=9, thresholds_version=1, **record)
        for _ in range(70):
            branch, decided = draw.choice(("MDN", "BNJ")), self.moment()
            decision = draw.choice(("ACCEPTED", "ACCEPTED", "REJECTED", "SNOOZED"))
            ended = min(decided + timedelta(days=3), records.at) if decision == "ACCEPTED" and draw.random() < 0.7 else None
            advice = {
                "customer_id": self.person(branch), "branch_code": branch, "decision": decision, "decided_by": records.people["rm_mdn"], "decided_at": decided,
                "outcome": draw.choice(("SUCCESS", "FAILED")) if ended else "PENDING" if decision == "ACCEPTED" else None, "outcome_at": ended,
            }  # fmt: skip
            records.advice.append(advice)
            self.add("nba_recommendations", nba_id=uuid4(), rule_code="X", action_type="CALL", title="Uji", reason_text="Uji", priority="HIGH", rank=1, facts="{}",
                     since=decided, **advice)  # fmt: skip

    def _row(
        self,
        action: str,
        actor: UUID,
        customer: UUID | None,
        branch: str | None,
        at: datetime,
        object_id: str = "x",
    ) -> None:
        self.records.trail.append(
            {
                "action": action,
                "actor": actor,
                "customer_id": customer,
                "branch_code": branch,
                "at": at,
            }
        )
        self.add(
            "audit_logs",
            action=action,
            object_type="X",
            object_id=object_id,
            customer_id=customer,
            branch_code=branch,
            actor_user_id=actor,
            outcome="ALLOWED",
            created_at=at,
        )

    def _store(self) -> None:
        connection.close()
        name = connection.settings_dict["NAME"]
        with psycopg.connect(database.ADMIN, dbname=name, options="-c search_path=crm,iam,audit,public -c session_replication_role=replica") as admin:
            for statement in admin.execute(_CHECKS, [sorted({table for table, _ in self.rows})]).fetchall():
                admin.execute(statement[0])
            for table, values in self.rows:
                admin.execute(*_insert(table, values))
            # Whoever works today has done so for long.
            admin.execute("UPDATE iam.users SET created_at = '2025-01-01'")


def _insert(table: str, values: Mapping[str, Any]) -> tuple[Any, Sequence[Any]]:
    names = sql.SQL(", ").join(sql.Identifier(name) for name in values)
    places = sql.SQL(", ").join(sql.Placeholder() for _ in values)
    return sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, places), list(values.values())


def utc(day: date) -> datetime:
    """The first instant of a day in Jakarta."""
    return datetime(day.year, day.month, day.day, tzinfo=JAKARTA).astimezone(UTC)
