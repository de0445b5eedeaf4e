"""Categories, resolution codes and packs: what ships, what changes, what is recorded, what is refused without a trace."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from simpul.cases.errors import CategoryExists, CategoryNotFound, LastResolution, PackNotFound, ResolutionExists, ResolutionNotFound
from simpul.cases.models import CaseCategory, ResolutionCode
from simpul.cases.selectors.catalogue import category_list, category_rows
from simpul.cases.services import catalogue as services
from simpul.cases.services.handling import case_close
from simpul.cases.services.packs import install, pack_apply
from simpul.customers.models import CustomerFacts
from simpul.documents.models import Document
from simpul.iam.public import system_actor
from simpul.platform.clock import shifted
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from tests.support import cases, documents
from tests.support.database import rows

BANK = ["TRX_FAIL", "CARD_ATM", "DIGITAL_ACCESS", "FRAUD_SCAM", "FEE_ADMIN", "LOAN_CREDIT", "OTHER"]


@pytest.fixture
def admin(actor):
    return actor("admin")


def values(**changed):
    return {
        "category_name": "QRIS",
        "name_en": "QRIS",
        "parent_id": None,
        "default_sla_hours": 72,
        "is_sensitive": False,
        "needs_review": False,
        "unit_code": None,
        "position": 9,
        "is_active": True,
        **changed,
    }


def create(actor, code="QRIS", **changed):
    with scope(actor):
        return services.category_create(actor=actor, code=code, values=values(**changed))


def update(actor, code, version=1, **changed):
    with scope(actor):
        return services.category_update(actor=actor, code=code, version=version, values=changed)


def said(refusal):
    return {field: str(text) for field, text in refusal.value.fields.items()}


def recorded():
    with rows():
        return query(
            "SELECT object_type, object_id, outcome, meta FROM audit.audit_logs WHERE action = 'CHANGE_CONFIG' AND actor_user_id <> %(system)s"
            " ORDER BY created_at, audit_id",
            {"system": "00000000-0000-7000-8000-000000000001"},
        )


def test_a_new_installation_has_what_a_bank_opens_cases_with(admin):
    with scope(admin):
        found = category_rows(admin, category_list(active=True))
        codes = list(ResolutionCode.objects.order_by("position").values_list("code", flat=True))

    assert [row["code"] for row in found] == BANK
    assert [row["code"] for row in found if row["is_sensitive"]] == ["FRAUD_SCAM"]
    assert all(row["covered"] and row["default_sla_hours"] == 72 for row in found)
    assert codes == ["SOLVED", "PARTLY_SOLVED", "REJECTED_NO_GROUND", "WITHDRAWN", "DUPLICATE", "REFERRED"]


def test_a_category_is_covered_from_the_day_its_level_holds(admin):
    """By the product's clock, which the demonstration may move."""
    with shifted(timedelta(days=-3650)), scope(admin):
        found = category_rows(admin, category_list(active=True))

    assert [row["covered"] for row in found] == [False] * len(BANK)


def test_installing_again_changes_nothing(admin, trace):
    update(admin, "OTHER", is_active=False, category_name="Lain-lain")
    before = trace()

    with scope(admin):
        install(actor=admin)

    assert trace() == before
    with rows():
        assert not CaseCategory.objects.get(code="OTHER").is_active


def test_a_category_is_added_changed_and_recorded(admin):
    made = create(admin, unit_code="CALL")
    changed = update(admin, "QRIS", needs_review=True)
    update(admin, "QRIS", 2, needs_review=True)

    assert (made.version, changed.version) == (1, 2)
    assert [(row["object_id"], row["meta"]["step"]) for row in recorded()] == [("QRIS", "CREATE"), ("QRIS", "UPDATE")]
    assert recorded()[1]["meta"]["changes"] == {"needs_review": {"before": False, "after": True}}


def test_what_a_category_cannot_be_is_refused(admin):
    create(admin, "QRIS_LATE", parent_id="TRX_FAIL")

    for wrong in ({"parent_id": "NO"}, {"parent_id": "QRIS_LATE"}, {"parent_id": "FRAUD_SCAM", "is_sensitive": False}, {"unit_code": "NO"}):
        with pytest.raises(Invalid):
            create(admin, "QRIS_NEW", **wrong)
    with pytest.raises(Invalid):
        update(admin, "TRX_FAIL", parent_id="OTHER")
    with pytest.raises(CategoryExists):
        create(admin, "OTHER")
    with pytest.raises(CategoryNotFound):
        update(admin, "NO", is_active=False)
    with pytest.raises(StaleVersion):
        update(admin, "OTHER", 7, is_active=False)


def test_a_category_that_becomes_sensitive_takes_its_sub_categories_with_it(admin):
    create(admin, "CARD_LOST", parent_id="CARD_ATM")

    update(admin, "CARD_ATM", is_sensitive=True)

    with rows():
        assert CaseCategory.objects.get(code="CARD_LOST").is_sensitive


def test_a_category_with_sub_categories_in_use_stays_in_use_and_says_which_they_are(admin, trace):
    for position, (code, name) in enumerate((("CARD_LOST", "Kartu hilang"), ("CARD_EATEN", "Kartu tertelan"))):
        create(admin, code, parent_id="CARD_ATM", category_name=name, position=position)
    trace.start()

    with pytest.raises(Invalid) as refusal:
        update(admin, "CARD_ATM", is_active=False)

    assert said(refusal) == {"is_active": "Hentikan dahulu pemakaian subkategorinya: Kartu hilang, Kartu tertelan."}
    assert trace() == {}
    for code in ("CARD_LOST", "CARD_EATEN"):
        update(admin, code, is_active=False)
    assert update(admin, "CARD_ATM", is_active=False).is_active is False


def test_what_belongs_to_a_category_out_of_use_does_not_come_into_use(admin):
    create(admin, "CARD_LOST", parent_id="CARD_ATM", is_active=False)
    update(admin, "CARD_ATM", is_active=False)

    for attempt in (lambda: update(admin, "CARD_LOST", is_active=True), lambda: create(admin, "CARD_EATEN", parent_id="CARD_ATM")):
        with pytest.raises(Invalid) as refusal:
            attempt()
        assert said(refusal) == {"is_active": "Kategori induknya tidak dipakai. Pakai dahulu induknya, atau pilih induk lain."}
    update(admin, "CARD_LOST", category_name="Kartu hilang atau dicuri")
    update(admin, "CARD_ATM", 2, is_active=True)
    assert update(admin, "CARD_LOST", 2, is_active=True).is_active is True


def test_customers_and_papers_follow_a_category_that_becomes_sensitive_or_is_not_any_more(admin):
    create(admin, "CARD_LOST", parent_id="CARD_ATM")
    found, closed = cases.opened("agent_mdn", "CARD_ATM"), cases.brought(cases.opened("agent_mdn", "CARD_ATM"), "RESOLVED")
    below = cases.brought(cases.opened("agent_mdn"), "RESOLVED")
    with rows():
        type(below).objects.filter(pk=below.pk).update(category_id="CARD_LOST")
    with scope(system := system_actor()):
        case_close(actor=system, case_id=closed.id, version=None, resolution_code="SOLVED")
    other = cases.opened("agent_mdn")
    papers = [documents.attached(case.id, subject_type="CASE").id for case in (found, below, other)]

    def known():
        """Which of the customers have a sensitive case, and of which tier the papers are."""
        with rows():
            facts = CustomerFacts.objects.in_bulk([case.customer_id for case in (found, closed, below, other)])
            tiers = Document.objects.in_bulk(papers)
            return [facts[case.customer_id].has_open_sensitive_case for case in (found, closed, below, other)], [tiers[paper].tier for paper in papers]

    update(admin, "CARD_ATM", is_sensitive=True)
    assert known() == ([True, False, True, False], [3, 3, 1])

    update(admin, "CARD_LOST", version=2, is_sensitive=True, position=1)
    update(admin, "CARD_ATM", version=2, is_sensitive=False)
    assert known() == ([False, False, True, False], [3, 3, 1])


def test_a_pack_waits_for_the_organisations_own_sub_categories_of_what_it_takes_out_of_use(admin):
    create(admin, "CARD_LOST", parent_id="CARD_ATM", category_name="Kartu hilang")

    with pytest.raises(Invalid) as refusal, scope(admin):
        pack_apply(actor=admin, key="water", only=True)

    assert said(refusal) == {"is_active": "Hentikan dahulu pemakaian subkategorinya: Kartu hilang."}
    assert [row.code for row in listed(admin) if row.pack == "water"] == []
    update(admin, "CARD_LOST", is_active=False)
    with scope(admin):
        pack_apply(actor=admin, key="water", only=True)
    assert "CARD_ATM" not in {row.code for row in listed(admin)}


def listed(actor):
    with scope(actor):
        return category_list(active=True)


def test_only_who_manages_the_configuration_changes_it(actor, trace):
    for username in ("supervisor_mdn", "compliance", "agent_mdn"):
        with pytest.raises(Forbidden):
            create(actor(username))
    assert trace() == {}


def test_the_database_holds_without_the_services(actor, admin):
    """The application's own role, by SQL: another's category, a third level, a code that changes, a deleted one."""
    with scope(actor("supervisor_mdn")):
        assert execute("UPDATE crm.case_categories SET is_active = false", {}) == 0
    create(admin, "CARD_LOST", parent_id="CARD_ATM")
    for statement in (
        "UPDATE crm.case_categories SET parent_code = 'CARD_LOST' WHERE category_code = 'OTHER'",
        "UPDATE crm.case_categories SET category_code = 'X_Y' WHERE category_code = 'OTHER'",
        "UPDATE crm.case_categories SET parent_code = 'FRAUD_SCAM' WHERE category_code = 'CARD_LOST'",
        "UPDATE crm.case_categories SET default_sla_hours = 0 WHERE category_code = 'OTHER'",
        "UPDATE crm.case_categories SET is_active = false WHERE category_code = 'CARD_ATM'",
    ):
        with scope(admin), pytest.raises(Exception, match=r"never|no sub-categories|sensitive|hours|in use is in use"), transaction.atomic():
            execute(statement, {})
    update(admin, "CARD_LOST", is_active=False)
    update(admin, "CARD_ATM", is_active=False)
    with scope(admin), pytest.raises(Exception, match="out of use is out of use"), transaction.atomic():
        execute("UPDATE crm.case_categories SET is_active = true WHERE category_code = 'CARD_LOST'", {})
    with scope(admin):
        assert execute("DELETE FROM crm.case_categories", {}) == 0


def test_one_resolution_code_stays_in_use(admin):
    used = ["SOLVED", "PARTLY_SOLVED", "REJECTED_NO_GROUND", "WITHDRAWN", "DUPLICATE"]
    for code in used:
        with scope(admin):
            services.resolution_update(actor=admin, code=code, version=1, values={"is_active": False})

    with pytest.raises(LastResolution), scope(admin):
        services.resolution_update(actor=admin, code="REFERRED", version=1, values={"is_active": False})
    with pytest.raises(ResolutionNotFound), scope(admin):
        services.resolution_update(actor=admin, code="NO", version=1, values={"is_active": False})
    with pytest.raises(ResolutionExists), scope(admin):
        services.resolution_create(actor=admin, code="SOLVED", values={"resolution_name": "Selesai", "name_en": "Solved", "position": 1, "is_active": True})


def test_another_pack_comes_in_and_takes_the_place_of_the_first(admin, actor):
    with scope(admin):
        pack_apply(actor=admin, key="water", only=True)
        found = {row["code"]: row for row in category_rows(admin, category_list())}

    assert {code for code, row in found.items() if row["is_active"]} == {"LEAK", "NO_WATER", "QUALITY", "METER", "BILL", "OTHER"}
    assert all(row["covered"] for row in found.values())
    with rows():
        levels = query(
            "SELECT key, content -> 'rules' AS rules FROM crm.sla_policy_versions JOIN crm.sla_policies USING (policy_id) WHERE key = 'water-standard'", {}
        )
    # OTHER was a bank's already, and stays covered there.
    assert [rule["category"] for rule in levels[0]["rules"]] == ["LEAK", "NO_WATER", "QUALITY", "METER", "BILL"]

    with scope(admin):
        pack_apply(actor=admin, key="telco", only=False)
        assert {"BILL", "SLOW", "LEAK"} <= {row.code for row in category_list(active=True)}
    with pytest.raises(PackNotFound), scope(admin):
        pack_apply(actor=admin, key="common", only=False)
    with pytest.raises(Forbidden), scope(actor("supervisor_mdn")):
        pack_apply(actor=actor("supervisor_mdn"), key="water", only=True)
