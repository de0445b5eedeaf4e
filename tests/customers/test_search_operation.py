"""Searching over HTTP: scope, masks, limit and trail."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.platform.crypto import keyed_hash
from simpul.platform.db import query
from tests.support import customers as make
from tests.support.database import rows


def searched():
    with rows():
        return query("SELECT outcome, object_id, customer_id, meta FROM audit.audit_logs WHERE action = 'SEARCH_CUSTOMER' ORDER BY created_at, audit_id")


def search(browser, q, **params):
    query_string = "&".join(f"{name}={value}" for name, value in {"q": q, **params}.items())
    return browser.api("GET", f"/customers/search?{query_string}")


@pytest.mark.covers("US-01 AC-1", "US-01 AC-3", "15.3.2-1")
@pytest.mark.parametrize(
    ("q", "match", "reason"),
    [
        ("siti aminah", "EXACT", "NAME_EQUAL"),
        ("sity aminah", "PARTIAL", "NAME_SIMILAR"),
        ("0812 3456 7678", "EXACT", "PHONE"),
        ("%2B6281234567678", "EXACT", "PHONE"),
        (make.CIF, "EXACT", "CIF"),
        (make.NIK, "EXACT", "NIK"),
        (make.ACCOUNT, "EXACT", "ACCOUNT_NO"),
    ],
)
def test_a_customer_is_found_by_name_phone_and_identifier_with_the_reason(client_of, q, match, reason):
    customer = make.customer()
    make.identifiers(customer.id)

    answer = search(client_of("agent_mdn"), q)

    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert [(hit["customer_id"], hit["match"], hit["reason"]["code"]) for hit in body["items"]] == [(str(customer.id), match, reason)]
    assert {
        name: body["items"][0][name] for name in ("name", "cif_masked", "phone_masked", "branch", "is_vip", "segment_code", "status", "rfm_segment", "can")
    } == {
        "name": "Siti Aminah",
        "cif_masked": "CIF****123",
        "phone_masked": "+62812****678",
        "branch": {"code": "MDN", "name": "Medan Utama"},
        "is_vip": False,
        "segment_code": "MASS",
        "status": "ACTIVE",
        "rfm_segment": None,
        "can": {"open": True},
    }
    assert (body["count"], body["count_capped"], body["next_cursor"]) == (1, False, None)
    for secret in (make.NIK, make.ACCOUNT, make.CIF, "+6281234567678"):
        assert secret not in answer.content.decode()


def test_wider_matches_are_marked_and_stand_below(client_of):
    whole, wider = make.customer("Siti Aminah").id, make.customer("Siti Rahayu", phone_e164=None, birth_date=None).id

    items = search(client_of("agent_mdn"), "siti aminah").json()["items"]

    assert [(hit["customer_id"], hit["wider"], hit["match"], hit["reason"]["code"]) for hit in items] == [
        (str(whole), False, "EXACT", "NAME_EQUAL"),
        (str(wider), True, "PARTIAL", "NAME_WIDER"),
    ]


@pytest.mark.covers("US-01 AC-3")
def test_two_customers_with_one_phone_may_be_duplicates(client_of):
    make.customer("Siti Aminah")
    make.customer("Siti Aminah Lubis")

    items = search(client_of("agent_mdn"), "siti").json()["items"]

    assert [(hit["match"], hit["reason"]) for hit in items] == [("POSSIBLE_DUPLICATE", {"code": "SHARES_PHONE", "text": "Telepon sama dengan hasil lain"})] * 2


@pytest.mark.covers("US-01 AC-2", "15.3.1-2")
@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("agent_mdn", True),
        ("call_agent", True),
        ("rm_mdn", True),
        ("finance_mdn", True),
        ("steward", True),
        ("agent_bnj", False),
        ("rm_mdn_2", False),
        ("field_mdn", False),
    ],
)
def test_results_stay_within_the_scope(client_of, username, seen):
    make.identifiers(make.customer(rm="rm_mdn").id)
    browser = client_of(username)

    for q in ("siti aminah", "081234567678", make.CIF):
        assert search(browser, q).json()["count"] == int(seen)


@pytest.mark.parametrize("username", ["marketing", "compliance", "admin", "director", "nobody"])
def test_who_holds_no_grant_on_customers_cannot_search(client_of, username):
    assert search(client_of(username), "siti").status_code == 403


def test_a_steward_finds_everybody_and_reads_names_of_the_own_branches_only(client_of):
    make.customer("Budi Santoso", "PMS")
    make.customer("Budi Santoso", "MDN", phone_e164=None)

    items = search(client_of("steward"), "budi santoso").json()["items"]

    assert sorted((hit["branch"]["code"], hit["name"], hit["marks"]) for hit in items) == [("MDN", "Budi Santoso", [[0, 4], [5, 12]]), ("PMS", "B*** S***", [])]


@pytest.mark.covers("US-01 AC-5")
def test_a_search_is_recorded_by_its_keyed_hash_and_the_number_of_results(client_of):
    make.customer()
    browser = client_of("agent_mdn")

    search(browser, "Siti  AMINAH", segment="MASS")
    search(browser, "siti aminah")
    search(browser, "0812-3456-7678")
    search(browser, "%2B6281234567678")

    found = searched()
    named, dialled = keyed_hash("siti aminah"), keyed_hash("+6281234567678")
    assert [(row["outcome"], row["object_id"], row["customer_id"], row["meta"]) for row in found] == [
        ("ALLOWED", named, None, {"query_hash": named, "results": 1, "filters": {"segment": "MASS"}, "further": False}),
        ("ALLOWED", named, None, {"query_hash": named, "results": 1, "filters": {}, "further": False}),
        ("ALLOWED", dialled, None, {"query_hash": dialled, "results": 1, "filters": {}, "further": False}),
        ("ALLOWED", dialled, None, {"query_hash": dialled, "results": 1, "filters": {}, "further": False}),
    ]


@pytest.mark.covers("US-01 AC-4", "15.3.1-4")
def test_the_eleventh_search_of_a_minute_waits_and_is_recorded_as_denied(client_of, trace):
    browser = client_of("agent_mdn")
    trace.start()

    answers = [search(browser, f"nama {word}") for word in ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")]
    assert [answer.status_code for answer in answers] == [200] * 10
    assert (answers[0].json()["rate"]["remaining"], answers[0].json()["rate"]["limit"]) == (9, 10)
    refused = search(browser, "nama sebelas")

    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= 6
    assert refused.json()["retry_after"] == int(refused["Retry-After"])
    assert trace() == {"audit": ["SEARCH_CUSTOMER"] * 10 + ["SEARCH_CUSTOMER:DENIED"]}
    assert search(client_of("supervisor_mdn"), "nama").status_code == 200


def test_further_pages_are_not_counted_and_belong_to_their_search(client_of, settings):
    settings.SEARCH_PER_MINUTE = 2
    for number in range(25):
        make.customer("Siti Aminah", phone_e164=f"+6281200000{number:03}")
    browser = client_of("agent_mdn")

    first = search(browser, "siti aminah").json()
    second = search(browser, "siti aminah", cursor=first["next_cursor"])
    again = search(browser, "siti aminah", cursor=first["next_cursor"])

    assert (len(first["items"]), first["count"], len(second.json()["items"]), second.json()["next_cursor"]) == (20, 25, 5, None)
    assert second.json()["items"] == again.json()["items"]
    assert not {hit["customer_id"] for hit in first["items"]} & {hit["customer_id"] for hit in second.json()["items"]}
    assert second.json()["rate"]["remaining"] == 1
    assert search(browser, "aminah siti", cursor=first["next_cursor"]).status_code == 422
    assert search(browser, "siti aminah", cursor=first["next_cursor"], segment="MASS").status_code == 422
    assert [row["meta"]["further"] for row in searched()] == [False, True, True]


@pytest.mark.parametrize("q", ["a", "", "%20%20", "x" * 201, "%00", "'", "a b c d e f g h i j"])
def test_what_cannot_be_searched_is_told_and_not_counted(client_of, q, trace):
    browser = client_of("agent_mdn")
    trace.start()

    answer = search(browser, q)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["q"])
    assert trace() == {}


@pytest.mark.parametrize("q", ["' OR 1=1 --", "<script>alert(1)</script>", "%25%25%25 siti", "\\\\x00 siti", "siti'); DROP TABLE crm.customers; --"])
def test_injections_are_words_like_others(client_of, q):
    make.customer()

    assert search(client_of("agent_mdn"), q.replace("#", "").replace(";", "%3B").replace("&", "")).status_code == 200


def test_the_query_count_of_a_search_does_not_grow_with_its_results(client_of):
    browser = client_of("agent_mdn")
    for number in range(12):
        make.customer("Siti Aminah", phone_e164=f"+6281200000{number:03}")
    make.customer("Budi Santoso", phone_e164="+6281200009999")
    search(browser, "siti aminah")

    counts = []
    for q in ("siti aminah", "budi santoso"):
        with CaptureQueriesContext(connection) as queries:
            search(browser, q)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_filters_alone_list_whom_they_name_by_name_page_by_page(client_of):
    for nth in range(23):
        make.customer(f"Nasabah {nth:02}", "MDN", is_vip=True)
    make.customer("Biasa Saja", "MDN")
    make.customer("Orang Jauh", "BNJ", is_vip=True)
    make.customer("Titipan", "BNJ", rm="rm_mdn", is_vip=True)
    browser = client_of("agent_mdn")

    def listed(client, **asked):
        return client.api("POST", "/customers/search", {"q": "", **asked}).json()

    first = listed(browser, vip=True)
    second = listed(browser, vip=True, cursor=first["next_cursor"])

    assert [hit["name"] for hit in [*first["items"], *second["items"]]] == [f"Nasabah {nth:02}" for nth in range(23)]
    assert (first["count"], first["count_capped"], second["next_cursor"], first["items"][0]["match"]) == (23, False, None, None)
    assert [hit["name"] for hit in listed(browser, branch="MDN", vip=False)["items"]] == ["Biasa Saja"]
    assert listed(browser, branch="BNJ")["items"] == []
    assert [hit["name"] for hit in listed(client_of("rm_mdn"), vip=True)["items"]] == ["Titipan"]
    assert browser.api("POST", "/customers/search", {"q": ""}).status_code == 422
    assert browser.api("POST", "/customers/search", {"q": "", "vip": False, "cursor": first["next_cursor"]}).status_code == 422
    assert [row["meta"]["filters"] for row in searched()][:2] == [{"vip": True}, {"vip": True}]
