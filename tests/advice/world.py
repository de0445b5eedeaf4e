"""Customers by chance, known to the test as well as to the database, and advice about them in plain Python."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.advice.models import NbaRecommendation
from simpul.cases.models import Case
from simpul.cases.services.customer import facts_follow
from simpul.consent.models import Consent
from simpul.customers.models import Customer, CustomerFacts
from simpul.platform.clock import JAKARTA, now, today
from simpul.platform.ids import SYSTEM_ID
from simpul.sales.models import Lead
from simpul.stewardship.models import ImpactAssessment, ProcessingLimit, RightsRequest
from tests.support import cases, customers, people
from tests.support.database import rows

_DAY = timedelta(days=1)
_SELLING = {"AT_RISK_QUIET", "OFFER_READY", "LEAD_WAITING", "BIRTHDAY_GREETING"}
_PROFILING = {"AT_RISK_QUIET", "BIRTHDAY_GREETING"}
COOLDOWNS = {
    "OVERDUE_CASE": 1,
    "AT_RISK_QUIET": 14,
    "OFFER_READY": 30,
    "LEAD_WAITING": 3,
    "SECURITY_EDUCATION": 180,
    "BIRTHDAY_GREETING": 300,
}
ORDER = ["OVERDUE_CASE", "AT_RISK_QUIET", "OFFER_READY", "LEAD_WAITING", "SECURITY_EDUCATION", "BIRTHDAY_GREETING"]


@dataclass
class Person:
    """A customer as the test knows them."""

    id: UUID
    status: str = "ACTIVE"
    marketing: str | None = None
    profiling: str | None = None
    is_limited: bool = False
    rfm: str | None = None
    last_contact_at: datetime | None = None
    has_sensitive: bool = False
    birthday_in: int = 100
    open_cases: int = 0
    overdue: set[UUID] = field(default_factory=set)
    fraud: UUID | None = None
    waiting_leads: set[UUID] = field(default_factory=set)
    kept_away: set[tuple[str, UUID | None]] = field(default_factory=set)

    def advice(self, at: datetime, *, is_assessed: bool = True) -> set[tuple[str, UUID | None]]:
        """What is advised, by the rules of chapter 6.5."""
        quiet = self.last_contact_at is None or self.last_contact_at <= at - 30 * _DAY
        found: set[tuple[str, UUID | None]] = {("OVERDUE_CASE", case) for case in self.overdue}
        found |= {("LEAD_WAITING", lead) for lead in self.waiting_leads}
        found |= {("SECURITY_EDUCATION", self.fraud)} if self.fraud else set()
        found |= {("OFFER_READY", None)} if not self.open_cases else set()
        found |= {("AT_RISK_QUIET", None)} if self.rfm == "AT_RISK" and quiet else set()
        found |= {("BIRTHDAY_GREETING", None)} if self.rfm == "CHAMPION" and self.birthday_in <= 7 else set()
        if self.status == "CLOSED" or self.is_limited:
            return set()
        if self.marketing != "GRANTED" or self.has_sensitive:
            found = {each for each in found if each[0] not in _SELLING}
        if self.profiling != "GRANTED" or not is_assessed:
            found = {each for each in found if each[0] not in _PROFILING}
        return found - self.kept_away


def assess(kind: str = "SCORING") -> ImpactAssessment:
    """An approved impact assessment in force."""
    with rows():
        return ImpactAssessment.objects.create(
            kind=kind,
            title="Saran tindakan",
            purpose="Menentukan tindakan.",
            data_used="RFM.",
            risk="Diawasi.",
            measures="Persetujuan.",
            review_on=today() + timedelta(days=300),
            status="APPROVED",
            created_by=people.user_id("admin"),
            decided_by=people.user_id("compliance"),
            decided_at=now(),
        )


def branch_of(customer_id: UUID) -> str:
    """Where a customer is at home."""
    with rows():
        return str(Customer.objects.get(pk=customer_id).home_branch_code)


def say(customer_id: UUID, purpose: str, status: str, days_ago: int = 9) -> None:
    """What a customer said about a purpose."""
    branch = branch_of(customer_id)
    with rows():
        Consent.objects.create(
            customer_id=customer_id,
            branch_code=branch,
            consent_type=purpose,
            status=status,
            effective_at=now() - days_ago * _DAY,
            captured_channel="BRANCH",
            captured_by=SYSTEM_ID,
            verification_method="IN_PERSON",
        )


def limit(customer_id: UUID, kind: str) -> None:
    """A limit of processing that stands."""
    by, at = people.user_id("compliance"), now() - 9 * _DAY
    with rows():
        request = RightsRequest.objects.create(
            customer_id=customer_id,
            branch_code="MDN",
            kind=kind,
            received_by="BRANCH",
            received_at=at,
            due_at=at + 3 * _DAY,
            created_by=by,
        )
        ProcessingLimit.objects.create(
            customer_id=customer_id,
            branch_code="MDN",
            kind=kind,
            request=request,
            started_at=at,
            started_by=by,
        )


def case_of(customer_id: UUID, *, category: str = "TRX_FAIL", status: str = "NEW", due: datetime | None = None) -> Case:
    """A case of a customer in a status, due when it is said."""
    made = cases.opened(category=category, customer_id=customer_id)
    at = now()
    with rows():
        found = Case.objects.filter(pk=made.pk)
        if due:
            found.update(sla_due_at=due)
        if status in ("RESOLVED", "CLOSED"):
            found.update(status="RESOLVED", final_response=cases.ANSWER, resolved_at=at, first_resolved_at=at)
        if status == "CLOSED":
            found.update(status="CLOSED", closed_at=at, closed_by=SYSTEM_ID, resolution_code="SOLVED")
    facts_follow([customer_id])
    return cases.fresh(made)


def lead_of(customer_id: UUID, status: str = "NEW", days: float = 5) -> Lead:
    """A lead that has been in a status for so many days."""
    with rows():
        return Lead.objects.create(
            customer_id=customer_id,
            branch_code="MDN",
            status=status,
            source_type="MANUAL",
            interest="KPR",
            assigned_to=people.user_id("rm_mdn"),
            status_since=now() - days * _DAY,
            created_at=now() - (days + 1) * _DAY,
            created_by=SYSTEM_ID,
        )


def decide(customer_id: UUID, rule: str, related: tuple[str, UUID] | None, decision: str, days_ago: float, branch: str = "MDN", by: str = "rm_mdn", **given: Any) -> NbaRecommendation:
    """A decision that was made days ago."""
    with rows():
        return NbaRecommendation.objects.create(
            customer_id=customer_id,
            branch_code=branch,
            rule_code=rule,
            action_type="CALL",
            title="Telepon",
            reason_text="Alasan.",
            priority="HIGH",
            rank=10,
            since=now(),
            related_entity_type=related[0] if related else None,
            related_entity_id=related[1] if related else None,
            decision=decision,
            decided_by=people.user_id(by),
            decided_at=now() - days_ago * _DAY,
            **given,
        )


def populate(chance: random.Random, number: int) -> list[Person]:
    """So many customers of Medan with whatever may be known of one."""
    return [_person(chance) for _ in range(number)]


def _person(chance: random.Random) -> Person:
    status = chance.choice(("ACTIVE", "ACTIVE", "ACTIVE", "DORMANT", "CLOSED"))
    birthday_in = chance.choice((0, 3, 7, 8, 40))
    day = now().astimezone(JAKARTA).date() + birthday_in * _DAY
    birth = date(1988, day.month, day.day)  # a leap year has every day
    made = customers.customer("Orang Uji", "MDN", rm="rm_mdn", status=status, birth_date=birth)
    person = Person(made.id, status, birthday_in=birthday_in)
    for purpose in ("marketing", "profiling"):
        said = chance.choice((None, "GRANTED", "GRANTED", "GRANTED", "WITHDRAWN"))
        if said == "WITHDRAWN":
            say(person.id, purpose.upper(), "GRANTED", 20)
        if said:
            say(person.id, purpose.upper(), said)
        setattr(person, purpose, said)
    if chance.random() < 0.15:
        limit(person.id, chance.choice(("RESTRICTION", "OBJECTION")))
        person.is_limited = True
    person.rfm = chance.choice((None, "AT_RISK", "AT_RISK", "CHAMPION", "CHAMPION", "LOYAL"))
    _serve(chance, person)
    person.last_contact_at = chance.choice((None, now() - 10 * _DAY, now() - 40 * _DAY))
    person.has_sensitive = chance.random() < 0.2
    with rows():
        CustomerFacts.objects.update_or_create(
            customer_id=person.id,
            defaults={
                "rfm_segment": person.rfm,
                "last_contact_at": person.last_contact_at,
                "has_open_sensitive_case": person.has_sensitive,
            },
        )
    _keep_away(chance, person)
    return person


def _serve(chance: random.Random, person: Person) -> None:
    kind = chance.choice(("none", "none", "waits", "overdue", "resolved", "closed", "fraud"))
    if kind == "waits":
        case_of(person.id, due=now() + 3 * _DAY)
        person.open_cases += 1
    elif kind == "overdue":
        person.overdue.add(case_of(person.id, due=now() - 3 * _DAY).id)
        person.open_cases += 1
    elif kind == "resolved":
        case_of(person.id, status="RESOLVED", due=now() - 3 * _DAY)
    elif kind == "closed":
        case_of(person.id, status="CLOSED", due=now() - 3 * _DAY)
    elif kind == "fraud":
        person.fraud = case_of(person.id, category="FRAUD_SCAM", status="CLOSED").id
    lead = chance.choice((None, None, ("NEW", 1), ("NEW", 5), ("CONTACTED", 9)))
    if lead:
        made = lead_of(person.id, *lead)
        person.waiting_leads |= {made.id} if lead == ("NEW", 5) else set()


def _keep_away(chance: random.Random, person: Person) -> None:
    standing = sorted(person.advice(now()), key=lambda each: ORDER.index(each[0]))
    if not standing or chance.random() < 0.5:
        return
    rule, related_id = chance.choice(standing)
    kind = "LEAD" if rule == "LEAD_WAITING" else "CASE"
    related = (kind, related_id) if related_id else None
    decision, days, given, stays_away = chance.choice(
        (
            ("SNOOZED", 5, {"snoozed_until": now() + _DAY}, True),
            ("SNOOZED", 5, {"snoozed_until": now() - _DAY}, False),
            ("REJECTED", COOLDOWNS[rule] - 0.5, {}, True),
            ("REJECTED", COOLDOWNS[rule] + 0.5, {}, False),
            ("ACCEPTED", COOLDOWNS[rule] + 0.5, {"outcome": "PENDING"}, True),
            ("ACCEPTED", COOLDOWNS[rule] + 0.5, {"outcome": "SUCCESS"}, False),
            ("ACCEPTED", COOLDOWNS[rule] - 0.5, {"outcome": "FAILED"}, True),
        )
    )
    decide(person.id, rule, related, decision, days, **given)
    if stays_away:
        person.kept_away.add((rule, related_id))
