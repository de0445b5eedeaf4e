"""What a data steward edits beside a customer's fields: home branch, ties, identifiers; and emptying a field on purpose."""

from __future__ import annotations

from datetime import date

import pytest

from simpul.customers import services
from simpul.customers.errors import CustomerNotFound, IdentifierIsTaken, RelationshipExists
from simpul.customers.models import Address, Customer, Identifier, Relationship, RetiredIdentifier
from simpul.customers.public import customers_by_contact
from simpul.customers.stewardship import branches, identifiers, relationships
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows

REASON = "Sesuai dokumen yang dibawa nasabah"


def do(service, customer, username="steward", **given):
    with rows():
        version = Customer.objects.get(pk=customer.id).version
    with scope(people.actor(username)):
        return service(actor=people.actor(username), customer_id=customer.id, **{"version": version, "reason": REASON} | given)


def records(customer):
    with rows():
        found = query(
            "SELECT branch_code, meta FROM audit.audit_logs WHERE action = 'UPDATE_CUSTOMER' AND customer_id = %s ORDER BY created_at, branch_code",
            (customer.id,),
        )
    return [(row["branch_code"], row["meta"]) for row in found]


def numbers(customer):
    with rows():
        return list(Identifier.objects.filter(customer=customer).order_by("id_type", "-is_primary", "created_at").values_list("id_type", "hint", "is_primary"))


@pytest.mark.parametrize(
    ("field", "before"),
    [("email", "s***@example.co.id"), ("phone_e164", "+62812****678"), ("birth_date", "36 tahun"), ("gender", "F"), ("preferred_channel", "EMAIL")],
)
def test_a_steward_empties_an_optional_field_and_the_trail_says_what_stood_there_masked(organisation, field, before):
    customer = make.customer(preferred_channel="EMAIL")

    do(services.customer_update, customer, changes={field: None})

    with rows():
        assert getattr(Customer.objects.get(pk=customer.id), field) is None
    [(branch, meta)] = records(customer)
    assert (branch, meta["after"], meta["version"]) == ("MDN", {field: None}, 2)
    assert meta["before"] == {field: before}


def test_an_address_is_emptied_with_its_coordinates(organisation):
    customer = make.customer()
    make.address(customer.id)

    do(services.customer_update, customer, changes={"home_address": {"street": "", "postcode": "", "latitude": None, "longitude": None}})

    with rows():
        home = Address.objects.get(customer=customer)
    assert (home.street, home.postcode, home.latitude, home.longitude, home.coordinate_source, home.city) == ("", "", None, None, None, "Medan")
    [(_, meta)] = records(customer)
    assert (meta["before"]["home_address"]["street"], meta["after"]["home_address"]) == ("***", {})


@pytest.mark.parametrize("field", ["full_name", "segment_code", "status", "preferred_language"])
def test_what_every_customer_has_is_not_emptied(organisation, field):
    customer = make.customer()

    with pytest.raises(Invalid) as refused:
        do(services.customer_update, customer, changes={field: None})

    assert list(refused.value.fields) == [f"changes.{field}"]


def test_a_customer_that_moves_leaves_one_reach_and_enters_the_other_and_keeps_the_manager(organisation, trace):
    customer = make.customer("Rahmat Siregar", rm="rm_mdn")
    trace.start()

    do(branches.branch_change, customer, branch_code="BNJ")

    assert trace() == {"events": ["CustomerUpdated"], "audit": ["UPDATE_CUSTOMER", "UPDATE_CUSTOMER"]}
    seen = {}
    for username in ("agent_mdn", "agent_bnj", "rm_mdn"):
        with scope(people.actor(username)):
            seen[username] = query("SELECT home_branch_code, rm_user_id FROM crm.customers WHERE customer_id = %s", (customer.id,))
    there = [{"home_branch_code": "BNJ", "rm_user_id": people.user_id("rm_mdn")}]
    assert seen == {"agent_mdn": [], "agent_bnj": there, "rm_mdn": there}
    changed = {"before": {"home_branch_code": "MDN"}, "after": {"home_branch_code": "BNJ"}, "step": "branch", "version": 2, "reason": REASON}
    assert sorted(records(customer), key=lambda one: one[0]) == [(code, changed | {"branches": ["MDN", "BNJ"]}) for code in ("BNJ", "MDN")]
    with rows():
        found = query("SELECT branch_code FROM crm.customer_search WHERE customer_id = %s", (customer.id,))
    assert found == [{"branch_code": "BNJ"}]

    do(branches.branch_change, customer, branch_code="MDN")  # and back
    with scope(people.actor("agent_mdn")):
        assert len(query("SELECT FROM crm.customers WHERE customer_id = %s", (customer.id,))) == 1


@pytest.mark.parametrize("code", ["MDN", "XXX"])
def test_a_customer_moves_only_to_another_branch_that_there_is(organisation, trace, code):
    customer = make.customer()
    trace.start()

    with pytest.raises(Invalid) as refused:
        do(branches.branch_change, customer, branch_code=code)

    assert list(refused.value.fields) == ["branch_code"]
    assert trace() == {}


def test_a_tie_is_added_ends_goes_on_and_is_taken_out(organisation):
    customer, spouse = make.customer("Budi Santoso"), make.customer("Siti Aminah", "BNJ")

    do(relationships.relationship_add, customer, related_customer_id=spouse.id, kind="FAMILY", role=" SPOUSE ", valid_from=date(2020, 5, 1))
    with rows():
        [tie] = Relationship.objects.all()
    assert (tie.customer_id, tie.related_customer_id, tie.kind, tie.role, tie.valid_from, tie.valid_to) == (
        customer.id, spouse.id, "FAMILY", "SPOUSE", date(2020, 5, 1), None,
    )  # fmt: skip
    with pytest.raises(RelationshipExists):
        do(relationships.relationship_add, customer, related_customer_id=spouse.id, kind="FAMILY", role="SPOUSE")
    with pytest.raises(Invalid):
        do(relationships.relationship_end, customer, relationship_id=tie.id, valid_to=date(2020, 4, 30))

    said = {"relationship_id": str(tie.id), "related_customer_id": str(spouse.id), "kind": "FAMILY", "role": "SPOUSE", "valid_from": "2020-05-01"}
    do(relationships.relationship_end, customer, relationship_id=tie.id, valid_to=date(2026, 1, 31))
    do(relationships.relationship_end, customer, relationship_id=tie.id, valid_to=None)
    do(relationships.relationship_remove, customer, relationship_id=tie.id)

    ended = said | {"valid_to": "2026-01-31"}
    assert [(meta["before"]["relationships"], meta["after"]["relationships"], meta["version"]) for _, meta in records(customer)] == [
        (None, said, 2), (said, ended, 3), (ended, said, 4), (said, None, 5),
    ]  # fmt: skip
    with rows():
        assert not Relationship.objects.exists()


@pytest.mark.parametrize("related", ["itself", "nobody"])
def test_a_tie_needs_another_customer_that_the_steward_sees(organisation, related):
    customer = make.customer()
    other = customer.id if related == "itself" else people.user_id("steward")

    with pytest.raises(Invalid) as refused:
        do(relationships.relationship_add, customer, related_customer_id=other, kind="FAMILY")

    assert list(refused.value.fields) == ["related_customer_id"]


def test_numbers_are_added_verified_made_primary_retired_and_brought_back(organisation):
    customer = make.customer()
    first = make.identifier(customer.id, "ACCOUNT_NO", "10001234567890", is_primary=True)

    do(identifiers.identifier_add, customer, id_type="ACCOUNT_NO", value="2000 1234 5678 91")
    assert numbers(customer) == [("ACCOUNT_NO", "7890", True), ("ACCOUNT_NO", "7891", False)]
    with rows():
        second = Identifier.objects.get(customer=customer, hint="7891")
    assert "20001234567891" not in second.value
    do(identifiers.identifier_verify, customer, identifier_id=second.id, verified=True)
    do(identifiers.identifier_set_primary, customer, identifier_id=second.id)
    assert numbers(customer) == [("ACCOUNT_NO", "7891", True), ("ACCOUNT_NO", "7890", False)]

    do(identifiers.identifier_retire, customer, identifier_id=second.id)
    assert numbers(customer) == [("ACCOUNT_NO", "7890", True)]
    with scope(people.actor("steward")):
        [retired] = identifiers.retired_identifiers(actor=people.actor("steward"), customer_id=customer.id)
    assert (retired["identifier_id"], retired["masked"], retired["retired_by"]["id"]) == (second.id, "******7891", people.user_id("steward"))

    do(identifiers.identifier_restore, customer, identifier_id=second.id)
    assert numbers(customer) == [("ACCOUNT_NO", "7891", True), ("ACCOUNT_NO", "7890", False)]
    with rows():
        assert not RetiredIdentifier.objects.exists()
    written = str(records(customer))
    assert "******7891" in written and "20001234567891" not in written and "1234567" not in written
    assert [meta["step"] for _, meta in records(customer)] == [
        "identifier_add", "identifier_verify", "identifier_primary", "identifier_retire", "identifier_restore",
    ]  # fmt: skip
    assert numbers(customer)[0][1] != first.hint


def test_nobody_is_found_by_a_retired_number_and_another_customer_may_get_it(organisation):
    customer, other = make.customer(), make.customer()
    row = make.identifier(customer.id, "CIF", make.CIF, is_primary=True)
    agent = people.actor("agent_mdn")
    with scope(agent):
        assert customers_by_contact(actor=agent, cif=make.CIF) == [customer.id]

    with pytest.raises(IdentifierIsTaken):
        do(identifiers.identifier_add, other, id_type="CIF", value=make.CIF)
    do(identifiers.identifier_retire, customer, identifier_id=row.id)
    with scope(agent):
        assert customers_by_contact(actor=agent, cif=make.CIF) == []

    do(identifiers.identifier_add, other, id_type="CIF", value=make.CIF)
    with pytest.raises(IdentifierIsTaken):
        do(identifiers.identifier_restore, customer, identifier_id=row.id)


@pytest.mark.parametrize(("id_type", "value", "field"), [("NIK", "123", "value"), ("CIF", "!!", "value"), ("PASSPORT", "A1234567", "id_type")])
def test_a_number_that_cannot_be_is_refused(organisation, id_type, value, field):
    with pytest.raises(Invalid) as refused:
        do(identifiers.identifier_add, make.customer(), id_type=id_type, value=value)
    assert list(refused.value.fields) == [field]


EDITS = {
    "branch": (branches.branch_change, {"branch_code": "BNJ"}),
    "tie": (relationships.relationship_add, {"kind": "FAMILY"}),
    "number": (identifiers.identifier_add, {"id_type": "CIF", "value": "CIF00000999"}),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(("username", "version", "refusal"), [("agent_mdn", 1, Forbidden), ("agent_bnj", 1, CustomerNotFound), ("steward", 7, StaleVersion)])
def test_only_a_steward_edits_and_only_from_the_version_that_stands(organisation, trace, edit, username, version, refusal):
    service, given = EDITS[edit]
    customer, other = make.customer(), make.customer()
    trace.start()

    with pytest.raises(refusal):
        do(service, customer, username, version=version, **given | ({"related_customer_id": other.id} if edit == "tie" else {}))

    assert trace() == {}
    assert (numbers(customer), records(customer)) == ([], [])
