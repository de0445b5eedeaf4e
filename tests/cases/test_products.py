"""The product that a case is about: chosen from a list, kept by its code, read by its name."""

from __future__ import annotations

from simpul.cases.models import Case, CaseProduct
from simpul.cases.services.packs import install, pack_apply
from simpul.iam.public import system_actor
from simpul.platform.clock import today
from simpul.platform.db import scope
from tests.cases.test_intake import body, customer, nothing_is_stored
from tests.support import cases
from tests.support.database import rows

__all__ = ["customer"]


def test_a_product_is_chosen_by_its_code_and_read_by_its_name_in_either_language(client_of, customer):
    agent = client_of("agent_mdn")
    offered = agent.api("GET", "/cases/options").json()["products"]
    assert {"code": "SAVINGS", "name": "Tabungan"} in offered

    made = agent.api("POST", "/cases", body(customer, product="SAVINGS")).json()

    with rows():
        assert Case.objects.get(pk=made["id"]).product == "SAVINGS"
    shown = {language: agent.api("GET", f"/cases/{made['id']}", Accept_Language=language).json()["content"]["product"] for language in ("id", "en")}
    assert shown == {"id": "Tabungan", "en": "Savings account"}


def test_an_unknown_product_is_refused_by_name_and_so_is_one_out_of_use(client_of, customer):
    with rows():
        CaseProduct.objects.filter(pk="LOAN").update(is_active=False)
    for named in ("Tabungan Haji", "LOAN"):
        answer = client_of("agent_mdn").api("POST", "/cases", body(customer, product=named))
        assert (answer.status_code, answer.json()["errors"]) == (
            422,
            {"product": [f"Produk “{named}” tidak ada dalam daftar produk; pilih dari daftar atau kosongkan."]},
        )
    nothing_is_stored()


def test_what_was_once_written_stays_readable_and_the_queue_finds_cases_by_product(client_of, customer):
    old, new, other = (cases.opened("agent_mdn", customer_id=customer.id, product=kept) for kept in ("Tabungan Haji", "SAVINGS", "LOAN"))
    agent = client_of("agent_mdn")

    assert agent.api("GET", f"/cases/{old.id}").json()["content"]["product"] == "Tabungan Haji"
    found = agent.api("GET", "/cases?product=SAVINGS&product=LOAN").json()["items"]
    assert {row["id"] for row in found} == {str(new.id), str(other.id)}
    assert agent.api("GET", "/cases/counts?product=LOAN").json()["total"]["count"] == 1


def test_the_report_counts_a_product_once_whether_written_or_chosen(client_of, customer):
    for kept in ("Tabungan", "savings account", "SAVINGS", "Tabungan Haji"):
        cases.opened("agent_mdn", customer_id=customer.id, product=kept)

    day = today()
    report = client_of("supervisor_mdn").api("GET", f"/complaint-report?year={day.year}&quarter={(day.month + 2) // 3}").json()

    assert {row["product"]: row["received"] for row in report["rows"]} == {"Tabungan": 3, "Tabungan Haji": 1}


def test_administrators_keep_the_products(client_of, organisation, trace):
    admin, names = client_of("admin"), {"id": "Kotak simpanan", "en": "Safe deposit box"}
    trace.start()

    made = admin.api("POST", "/case-products", {"code": "SAFE_BOX", "names": names, "position": 20})
    again = admin.api("POST", "/case-products", {"code": "SAFE_BOX", "names": names})
    stale = admin.api("PUT", "/case-products/SAFE_BOX", {"names": names, "version": 7})
    changed = admin.api("PUT", "/case-products/SAFE_BOX", {"names": names, "position": 20, "is_active": False, "version": 1}).json()

    assert (made.status_code, again.json()["code"], stale.json()["code"]) == (201, "case_product_exists", "stale_version")
    assert (changed["is_active"], changed["version"], changed["code"]) == (False, 2, "SAFE_BOX")
    assert trace()["audit"] == ["CHANGE_CONFIG", "CHANGE_CONFIG:FAILED", "CHANGE_CONFIG:FAILED", "CHANGE_CONFIG"]
    assert client_of("supervisor_mdn").api("POST", "/case-products", {"code": "OTHER_BOX", "names": names}).status_code == 403


def test_a_pack_brings_its_products_and_an_installation_of_before_gets_those_of_its_packs(organisation):
    system = system_actor()
    with rows():
        CaseProduct.objects.all().delete()
    with scope(system):
        install(actor=system)
        bank = set(CaseProduct.objects.values_list("code", flat=True))
        pack_apply(actor=system, key="water", only=True)
        used = set(CaseProduct.objects.filter(is_active=True).values_list("code", flat=True))

    assert ("SAVINGS" in bank, "HOUSEHOLD" in bank) == (True, False)
    assert used == {"HOUSEHOLD", "BUSINESS", "PUBLIC_TAP", "WATER_TRUCK"}
