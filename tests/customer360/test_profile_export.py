"""A customer's profile as a file: under approved access to this customer alone, masked, recorded, and closed with the access."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from simpul.access.services.requests import access_end
from simpul.customer360 import datasets
from simpul.customers.public import CustomerNotFound
from simpul.oversight.services import exports as services
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.support import access, people
from tests.support import customers as make
from tests.support.database import rows

NO_GRANT = "Profil nasabah hanya keluar selama akses darurat yang disetujui masih terbuka."
OTHER = "Akses darurat Anda tidak mencakup nasabah ini."
NOT_EXPORTER = "Peran Anda tidak boleh mengekspor data ini."


@pytest.fixture
def one(organisation):
    customer = make.customer("Rahmat Siregar", tags=["=HYPERLINK(1)"])
    make.identifiers(customer.id)
    make.address(customer.id, street="@Jl. Merdeka 1")
    make.product(customer.id)
    for day in range(5):
        make.transaction(customer.id, "150000", at=clock.now() - timedelta(days=day + 1), counterparty="+Toko Maju")
    return customer


def asked(customer_id, form="csv"):
    return {"data_set": "customer_profile", "format": form, "filter": {"customer_id": str(customer_id)}}


def content(answer):
    async def collect():
        return b"".join([chunk async for chunk in answer.streaming_content])

    return async_to_sync(collect)()


def recorded():
    with rows():
        return query(
            "SELECT outcome, customer_id, branch_code, elevation_id, meta FROM audit.audit_logs WHERE action = 'EXPORT_DATA' ORDER BY created_at, audit_id"
        )


def grant(username, resource, action):
    with rows():
        execute(
            """INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, limited_to, per_user)
               SELECT gen_random_uuid(), ur.role_id, %s, %s, 4, '', false FROM iam.user_roles ur WHERE ur.user_id = %s""",
            (resource, action, people.user_id(username)),
        )


@pytest.mark.covers("US-12 AC-2", "US-12 AC-3", "15.3.6-4")
def test_under_the_grant_the_profile_leaves_masked_and_the_trail_says_all_of_it(one, client_of, trace):
    access.opened(one.id, "compliance", tier=2)
    browser = client_of("compliance")
    trace.start()

    assert browser.api("GET", f"/customers/{one.id}/360").json()["can"]["export"] is True
    assert "customer_profile" in [item["key"] for item in browser.api("GET", "/exports").json()["items"]]
    expected = browser.api("POST", "/exports/preview", {key: value for key, value in asked(one.id).items() if key != "format"}).json()["rows"]
    answer = browser.api("POST", "/exports", asked(one.id))
    file = content(answer)

    found = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
    told = {(row["part"], row["item"], row["field"]): row["value"] for row in found}
    assert told[("customer", "1", "full_name")] == "Rahmat Siregar"
    assert told[("customer", "1", "branch.name")] == "Medan Utama"
    assert {value for (part, _, field), value in told.items() if part == "identifiers" and field == "masked"} == {
        "1271********0004",
        "******7890",
        "CIF****123",
    }
    assert {part for part, *_ in told} == {"customer", "identifiers", "addresses", "products", "interactions", "accounts", "activity", "timeline"}
    assert len({item for part, item, _ in told if part == "timeline"}) == 5
    assert not any(number in file.decode() for number in (make.NIK, make.ACCOUNT, make.CIF, one.phone_e164, one.email))
    # What a spreadsheet would run begins with a quote, in a list and in a text.
    assert told[("addresses", "1", "lines")].startswith('["@') and not any(value[:1] in "=+-@" for value in told.values() if value)
    begun, done = recorded()
    assert (begun["outcome"], begun["meta"]["stage"], done["meta"]["stage"]) == ("ALLOWED", "STARTED", "FINISHED")
    assert done["meta"]["filter"] == {"customer_id": str(one.id)}
    assert (done["meta"]["rows"], done["meta"]["sha256"]) == (len(found), hashlib.sha256(file).hexdigest())
    assert expected == len(found)
    with rows():
        opened = query("SELECT request_id FROM crm.break_glass_requests WHERE status = 'ACTIVE'")[0]["request_id"]
    assert {(row["customer_id"], row["branch_code"], row["elevation_id"]) for row in (begun, done)} == {(one.id, "MDN", opened)}


def test_lines_for_programs_and_pages_that_follow_one_another_tell_the_same(one, client_of, monkeypatch):
    access.opened(one.id, "compliance")
    browser = client_of("compliance")
    whole = [json.loads(line) for line in content(browser.api("POST", "/exports", asked(one.id, "ndjson"))).decode().splitlines()]

    monkeypatch.setattr(services, "BATCH", 20)
    paged = [json.loads(line) for line in content(browser.api("POST", "/exports", asked(one.id, "ndjson"))).decode().splitlines()]

    assert paged == whole
    assert [row["value"] for row in whole if row["field"] == "tags"] == [["=HYPERLINK(1)"]]


@pytest.mark.covers("US-12 AC-1", "US-12 AC-3")
@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "rm_mdn", "steward", "director", "marketing", "nobody"])
def test_no_role_that_serves_customers_takes_a_profile_out(one, client_of, trace, username):
    browser = client_of(username)
    trace.start()

    answers = [browser.api("POST", "/exports/preview", {"data_set": "customer_profile"}), browser.api("POST", "/exports", asked(one.id))]

    assert [(answer.status_code, answer.json()["detail"]) for answer in answers] == [(403, NOT_EXPORTER)] * 2
    assert trace() == {"audit": ["EXPORT_DATA:DENIED"] * 2}


def test_an_administrator_under_a_grant_lacks_the_right_to_export(one, client_of, trace):
    access.opened(one.id, "admin", reason_code="TROUBLESHOOTING")
    browser = client_of("admin")
    assert browser.api("GET", f"/customers/{one.id}/360").json()["can"]["export"] is False
    trace.start()

    answer = browser.api("POST", "/exports", asked(one.id))

    assert (answer.status_code, answer.json()["detail"]) == (403, NOT_EXPORTER)
    assert trace() == {"audit": ["EXPORT_DATA:DENIED"]}


def test_who_sees_a_customer_by_role_and_may_export_still_needs_approved_access(one, client_of, trace):
    grant("agent_mdn", "customer", "X")
    browser = client_of("agent_mdn")
    assert browser.api("GET", f"/customers/{one.id}/360").json()["can"]["export"] is False
    trace.start()

    answer = browser.api("POST", "/exports", asked(one.id))

    assert (answer.status_code, answer.json()["detail"]) == (403, NO_GRANT)
    assert trace() == {"audit": ["EXPORT_DATA:DENIED"]}


def test_without_a_grant_nothing_leaves_and_nothing_is_offered(one, client_of, trace):
    browser = client_of("compliance")
    trace.start()

    answers = [browser.api("POST", f"/exports{path}", body) for path, body in (("", asked(one.id)), ("/preview", {"data_set": "customer_profile"}))]

    assert [(answer.status_code, answer.json()["detail"]) for answer in answers] == [(403, NO_GRANT)] * 2
    assert trace() == {"audit": ["EXPORT_DATA:DENIED"] * 2}
    assert "customer_profile" not in [item["key"] for item in browser.api("GET", "/exports").json()["items"]]


def test_a_grant_for_one_customer_opens_no_other(one, client_of, trace):
    other = make.customer("Dewi Lubis")
    access.opened(one.id, "compliance")
    browser = client_of("compliance")
    trace.start()

    answer = browser.api("POST", "/exports", asked(other.id))

    assert (answer.status_code, answer.json()["detail"]) == (403, OTHER)
    assert trace() == {"audit": ["EXPORT_DATA:DENIED"]}
    assert recorded()[-1]["customer_id"] == other.id


def test_a_grant_that_is_over_opens_nothing(one, client_of, trace):
    request = access.opened(one.id, "compliance")
    with scope(actor := people.actor("compliance")):
        access_end(actor=actor, request_id=request.id)
    browser = client_of("compliance")
    trace.start()

    answer = browser.api("POST", "/exports", asked(one.id))

    assert (answer.status_code, answer.json()["detail"]) == (403, NO_GRANT)
    assert trace() == {"audit": ["EXPORT_DATA:DENIED"]}


def test_a_grant_that_ends_stops_the_file_in_its_middle(one, client_of, monkeypatch):
    request = access.opened(one.id, "compliance")
    monkeypatch.setattr(services, "BATCH", 10)
    answer, got = client_of("compliance").api("POST", "/exports", asked(one.id)), []

    def end():
        with scope(actor := people.actor("compliance")):
            access_end(actor=actor, request_id=request.id)

    async def read():
        async for chunk in answer.streaming_content:
            got.append(chunk)
            if len(got) == 1:
                await sync_to_async(end)()

    with pytest.raises(services.ExportStopped):
        async_to_sync(read)()

    last = recorded()[-1]
    assert (last["outcome"], last["meta"]["stage"], last["customer_id"], "sha256" in last["meta"]) == ("FAILED", "BROKEN_OFF", one.id, False)
    assert b"timeline" not in b"".join(got)


@pytest.mark.parametrize(
    ("filters", "field"),
    [
        ({}, "filter.customer_id"),
        ({"customer_id": "siapa saja"}, "filter.customer_id"),
        ({"customer_id": None}, "filter.customer_id"),
        ({"name": "Siti"}, "filter.name"),
    ],
)
def test_a_filter_that_names_nobody_is_refused_with_the_field(one, client_of, trace, filters, field):
    access.opened(one.id, "compliance")
    browser = client_of("compliance")
    trace.start()

    answer = browser.api("POST", "/exports", {"data_set": "customer_profile", "format": "csv", "filter": filters})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert len(trace()["audit"]) == 1


def test_row_level_security_keeps_the_profile_although_the_service_would_not(one):
    """The database hands out no customer to whom no grant opens it, whatever the service believes."""
    believing = people.widened(people.actor("compliance"))

    with scope(believing), pytest.raises(CustomerNotFound):
        datasets.page(believing, datasets.Wanted(one.id, clock.now()), None, 100)
