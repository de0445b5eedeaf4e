"""Duplicate warning: open cases of the same customer and category that tell of the same thing."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from simpul.cases.likeness import likeness_of, read_complaint
from simpul.cases.models import CaseCategory
from simpul.cases.selectors.duplicates import ALIKE, duplicates_of
from simpul.platform.db import query, scope
from tests.cases.test_intake import body
from tests.support import cases, customers, people
from tests.support.database import rows
from tools.repository import ROOT

pytestmark = pytest.mark.django_db

FIRST = "Kartu ATM saya tertelan mesin di Jalan Gatot Subroto kemarin sore."


@pytest.fixture
def customer(organisation: None) -> Any:
    return customers.customer("Rahmat Siregar", "MDN")


def found(customer: Any, text: str, category: str = "CARD_ATM", by: str = "agent_mdn") -> list[str]:
    with scope(people.actor(by)):
        category_row = CaseCategory.objects.get(pk=category)
        return [one.case_no for one in duplicates_of(customer_id=customer.id, category=category_row, description=text)]


@pytest.mark.parametrize(
    "again",
    [
        FIRST,
        FIRST.upper(),
        "Kemarin sore kartu ATM tertelan di mesin Gatot Subroto",
        "Mesin ATM di Jalan Gatot Subroto menelan kartu saya",
        "kartu atm saya tertelan",
        FIRST + " Sudah saya laporkan ke petugas keamanan, tetapi sampai hari ini belum ada kabar dan saya perlu menarik uang untuk biaya sekolah anak saya.",
    ],
)
@pytest.mark.covers("US-05 AC-5")
def test_the_same_complaint_told_again_is_recognised(customer, again):
    case = cases.opened(customer_id=customer.id, category="CARD_ATM", description=FIRST)

    assert found(customer, again) == [case.case_no]


@pytest.mark.parametrize(
    "other",
    [
        "Kartu ATM saya hilang di pasar, mohon diblokir",
        "PIN kartu kredit saya terblokir setelah salah tiga kali",
        "Biaya penggantian kartu ATM dipotong dua kali bulan ini",
        "Limit belanja di toko terlalu kecil",
        "",
    ],
)
def test_another_complaint_of_the_same_category_is_not(customer, other):
    cases.opened(customer_id=customer.id, category="CARD_ATM", description=FIRST)

    assert found(customer, other) == []


def test_cases_of_others_of_another_category_and_closed_ones_do_not_count(customer):
    cases.opened(customer_id=customers.customer("Siti Lubis", "MDN").id, category="CARD_ATM", description=FIRST)
    cases.opened(customer_id=customer.id, category="TRX_FAIL", description=FIRST)
    answered = cases.opened(customer_id=customer.id, category="CARD_ATM", description=FIRST)
    with rows():
        query(
            "UPDATE crm.cases SET status = 'RESOLVED', final_response = 'Kartu sudah kami ganti.', resolved_at = now(), first_resolved_at = now() WHERE case_id = %s"
            " RETURNING case_id",
            (answered.id,),
        )

    assert found(customer, FIRST) == []


def test_sub_categories_of_one_parent_count_together(customer):
    with rows():
        CaseCategory.objects.create(
            code="ATM_EATEN", category_name="Kartu tertelan", name_en="Card kept", parent_id="CARD_ATM", updated_by=people.user_id("admin")
        )
    case = cases.opened(customer_id=customer.id, category="ATM_EATEN", description=FIRST)

    assert found(customer, FIRST, "CARD_ATM") == [case.case_no]
    assert found(customer, FIRST, "ATM_EATEN") == [case.case_no]


def test_a_sensitive_case_is_not_given_away_by_its_likeness(customer):
    case = cases.opened("supervisor_mdn", customer_id=customer.id, category="FRAUD_SCAM", description=FIRST)

    assert found(customer, FIRST, "FRAUD_SCAM") == []
    assert found(customer, FIRST, "FRAUD_SCAM", by="supervisor_mdn") == [case.case_no]


def test_a_preview_shows_them_and_a_case_says_how_many(client_of, customer):
    case = cases.opened(customer_id=customer.id, category="CARD_ATM", description=FIRST)
    agent = client_of("agent_mdn")

    shown = agent.api("POST", "/cases/preview", body(customer, category_code="CARD_ATM", description=FIRST)).json()["duplicates"]
    made = agent.api("POST", "/cases", body(customer, category_code="CARD_ATM", description=FIRST)).json()

    assert [(one["id"], one["case_no"], one["status"], one["excerpt"], one["likeness"]) for one in shown] == [(str(case.id), case.case_no, "NEW", FIRST, 1.0)]
    assert made["content"]["duplicates"] == 1


def test_retellings_are_recognised_and_other_complaints_of_the_category_are_not():
    sets = json.loads((ROOT / "bench" / "retellings.json").read_text()).values()
    again = [likeness_of(read_complaint(first), read_complaint(other)) >= ALIKE for lines in sets for first, *others in lines for other in others]
    strange = [
        likeness_of(read_complaint(one[0]), read_complaint(other)) >= ALIKE
        for lines in sets
        for one in lines
        for another in lines
        if another is not one
        for other in another[1:]
    ]

    assert (len(again), len(strange)) == (96, 672)
    assert sum(again) >= 86 and sum(strange) == 0


def test_the_same_amount_or_reference_speaks_for_a_retelling(customer):
    told_first = cases.opened(
        customer_id=customer.id, category="TRX_FAIL", description="Beli token listrik, nomor token tidak keluar.", amount=Decimal(200_000)
    )
    referred = cases.opened(customer_id=customer.id, category="TRX_FAIL", description="Pembayaran tertunda sejak kemarin.", transaction_ref="TRX-88214")

    assert found(customer, "token pln 200rb ga dapat2", "TRX_FAIL") == [told_first.case_no]
    assert found(customer, "Bagaimana kabarnya? ref trx-88214", "TRX_FAIL") == [referred.case_no]


def test_the_threshold_is_the_one_that_was_tried():
    assert ALIKE == 0.5
