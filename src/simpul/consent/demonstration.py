"""Consents of the demonstration: what most customers signed with their account, and a few that changed at the counter and on the phone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.consent.models import Consent
from simpul.consent.selectors.purposes import latest_wording
from simpul.consent.services.changing import Wish, consent_change
from simpul.consent.services.forms import forms_record
from simpul.consent.services.verifying import verification_answer, verification_start
from simpul.customers.public import visible_customers
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Demonstration, Stage

# By whom, about which customer, which purpose, what, how verified, how many days ago, and the customer's words.
_PLANS = (
    ("agent", "CIF00000001", "MARKETING", "WITHDRAWN", "IN_PERSON", 6, "Terlalu banyak pesan penawaran."),
    ("agent", "CIF00000002", "MARKETING", "GRANTED", "IN_PERSON", 40, "Datang ke teller, membaca naskah sendiri."),
    ("agent", "CIF00000002", "PROFILING", "GRANTED", "IN_PERSON", 2, ""),
    ("agent", "CIF00000003", "MARKETING", "GRANTED", "IN_PERSON", 30, ""),
    ("agent", "CIF00000003", "PROFILING", "GRANTED", "KNOWLEDGE", 1, "Menelepon pusat panggilan."),
)


def play_consents(stage: Stage) -> int:
    """Play them once; an installation that has consents keeps its own. Says how many there are."""
    system = system_actor()
    with scope(system):
        if standing := Consent.objects.count():
            return standing
        forms_record(
            actor=system,
            consent_type="MARKETING",
            at=now() - timedelta(days=200),
            tenths=7,
            without=[plan[1] for plan in _PLANS if plan[2:4] == ("MARKETING", "GRANTED")],
        )
        forms_record(
            actor=system,
            consent_type="PROFILING",
            at=now() - timedelta(days=200),
            tenths=4,
            without=sorted({plan[1] for plan in _PLANS}),
        )
        people = people_by_username({plan[0] for plan in _PLANS})
        actors = {username: actor_for(person.id) for username, person in people.items()}
        keys = [plan[1] for plan in _PLANS]
        customers = {
            row["source_key"]: row["customer_id"] for row in query("SELECT source_key, customer_id FROM crm.customers WHERE source_key = ANY (%s)", (keys,))
        }
    for username, key, purpose, status, method, age, words in _PLANS:
        actor = actors[username]
        assert actor is not None  # the demonstration's own people work
        with shifted(timedelta(days=-age)), scope(actor):
            _play(actor, customers[key], Wish(purpose, status, None, "CALL_CENTER" if method == "KNOWLEDGE" else "BRANCH", None, notes=words), method)
    with scope(system):
        return Consent.objects.count()


def _play(actor: Actor, customer_id: UUID, wish: Wish, method: str) -> None:
    verification = verification_start(actor=actor, customer_id=customer_id, method=method)
    if method == "KNOWLEDGE":
        customer = visible_customers(actor).get(pk=customer_id)
        answers = {"birth_date": str(customer.birth_date), "phone": customer.phone_e164 or ""}
        verification = verification_answer(actor=actor, verification_id=verification.id, answers=answers)
    if wish.status == "GRANTED":
        wording = latest_wording(wish.consent_type)
        wish = Wish(wish.consent_type, wish.status, wish.channel, wish.captured_channel, wording.id if wording else None, wish.reason, wish.notes)
    consent_change(actor=actor, customer_id=customer_id, verification_id=verification.id, wish=wish)


DEMONSTRATION = Demonstration("Consents", len(_PLANS), play_consents)
