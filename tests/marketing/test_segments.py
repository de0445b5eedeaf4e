"""Segments from their making to the archive: counted before they are used, refreshed by what is true, never telling who is in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from simpul.customers.models import Customer
from simpul.iam.public import system_actor
from simpul.marketing.demonstration.segments import play_segments
from simpul.marketing.models import Segment, SegmentVersion
from simpul.marketing.services.refreshing import segment_refresh
from simpul.platform.db import execute, query, scope
from simpul.platform.demonstrating import Stage
from simpul.stewardship.models import ImpactAssessment
from tests.marketing.contract import VIP
from tests.stewardship.contract import ASSESSED
from tests.support import customers, people
from tests.support.database import rows
from tests.support.people import actor

OTHER = {"field": "is_vip", "op": "eq", "value": False}


def assess() -> None:
    """An assessment of segmentation that is in force."""
    with rows():
        made = ImpactAssessment.objects.create(**ASSESSED, created_by=people.user_id("admin"))
        execute(
            "UPDATE crm.impact_assessments SET status = 'APPROVED', decided_by = %s, decided_at = now() WHERE assessment_id = %s",
            (people.user_id("compliance"), made.id),
        )


def made(browser: Any, **given: Any) -> Any:
    """A segment of VIP customers by the API."""
    body = {"name": f"Segmen {uuid4().hex[:6]}", "kind": "RULE", "rule_json": VIP, **given}
    return browser.api("POST", "/segments", body).json()


def test_a_segment_is_versioned_signed_and_put_aside(client_of: Callable[..., Any], trace: Any) -> None:
    marketing = client_of("marketing")

    first = made(marketing, name="Nasabah VIP", refresh="DAILY")
    path = f"/segments/{first['segment_id']}"

    assert (first["current_version"], first["version"], first["sentence"], first["field_keys"]) == (1, 1, "VIP sama dengan ya", ["is_vip"])
    assert first["can"] == {"change": True, "archive": True, "restore": False, "refresh": True, "upload": False}
    again = marketing.api("POST", "/segments", {"name": "nasabah vip", "kind": "RULE", "rule_json": VIP})
    assert (again.status_code, list(again.json()["errors"])) == (422, ["name"])
    change = {"version": 1, "name": "Nasabah VIP", "description": "Yang lain.", "rule_json": OTHER, "refresh": "NONE"}
    changed = marketing.api("PUT", path, change).json()
    assert (changed["current_version"], changed["version"], changed["rule_json"]) == (2, 2, OTHER)
    assert marketing.api("PUT", path, change).json()["code"] == "stale_version"
    same = marketing.api("PUT", path, {**change, "version": 2}).json()
    assert (same["current_version"], same["version"]) == (2, 2)
    assert [row["number"] for row in client_of("compliance").api("GET", f"{path}/versions").json()["items"]] == [2, 1]
    for version, status in ((1, 409), (2, 200)):
        assert marketing.api("POST", f"{path}/archive", {"version": version}).status_code == status
    assert marketing.api("PUT", path, {**change, "version": 3}).json()["code"] == "segment_is_archived"
    second = made(marketing, name="NASABAH VIP")
    taken = marketing.api("POST", f"{path}/restore", {"version": 3})
    assert (taken.status_code, list(taken.json()["errors"])) == (422, ["name"])
    marketing.api("POST", f"/segments/{second['segment_id']}/archive", {"version": 1})
    assert marketing.api("POST", f"{path}/restore", {"version": 3}).json()["archived_at"] is None
    listed = client_of("supervisor_mdn").api("GET", "/segments?q=vip").json()["items"]
    assert [row["segment_id"] for row in listed] == [first["segment_id"]]
    assert not any(listed[0]["can"].values())


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"rule_json": None}, "rule_json"),
        ({"rule_json": {"all": []}}, "rule_json/all"),
        ({"rule_json": {"field": "shoe_size", "op": "eq", "value": 1}}, "rule_json/field"),
        ({"rule_json": {"field": "rfm_segment", "op": "eq", "value": "CHAMPION"}}, "rule_json"),
        ({"kind": "STATIC"}, "rule_json"),
        ({"kind": "STATIC", "rule_json": None, "refresh": "DAILY"}, "refresh"),
    ],
)
def test_what_cannot_choose_anybody_is_refused_by_its_field(client_of: Callable[..., Any], body: dict[str, Any], field: str) -> None:
    refused = client_of("marketing").api("POST", "/segments", {"name": "Segmen uji", "kind": "RULE", "rule_json": VIP, **body})

    assert (refused.status_code, list(refused.json()["errors"])) == (422, [field])


def test_a_preview_counts_everybody_and_shows_nobody(client_of: Callable[..., Any]) -> None:
    vip = [customers.customer("Rahmat Siregar", is_vip=True) for _ in range(3)]
    customers.customer("Budi Santoso")
    customers.customer("Tidak Aktif", is_vip=True, status="DORMANT")
    customers.address(vip[0].id)
    marketing = client_of("marketing")
    assert marketing.api("POST", "/segments/preview", {"rule_json": VIP}).json()["code"] == "selecting_is_not_allowed"
    assess()
    consented(vip[0])

    found = marketing.api("POST", "/segments/preview", {"rule_json": VIP, "channel": "EMAIL"}).json()

    assert (found["count"], found["eligible"], found["total"]) == (3, 1, 4)
    counts = {row["reason"]: (row["first"], row["all"]) for row in found["reasons"]}
    assert counts == {reason: (0, 0) for reason in counts} | {"CONSENT": (2, 2), "NOT_IN_RULE": (1, 1)}
    samples = sorted(found["samples"], key=lambda row: not row["is_eligible"])
    assert {row["name"] for row in samples} == {"R*** S***"}
    assert samples[0] == {"name": "R*** S***", "branch_code": "MDN", "city": "Medan", "is_eligible": True, "reason": None, "reason_name": None}
    assert [row["reason"] for row in samples[1:]] == ["CONSENT", "CONSENT"]
    with rows():
        trail = query("SELECT meta FROM audit.audit_logs WHERE action = 'VIEW_SEGMENT_SAMPLES'")
    assert [row["meta"] for row in trail] == [{"rows": 3}]
    both = marketing.api("POST", "/segments/preview", {"rule_json": VIP, "segment_id": str(uuid4())})
    assert (both.status_code, list(both.json()["errors"])) == (422, ["rule_json"])


def consented(customer: Customer) -> None:
    """A customer who wants offers."""
    with rows():
        execute(
            """INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method)
               VALUES (%s, %s, %s, 'MARKETING', 'GRANTED', now() - interval '1 day', 'BRANCH', %s, 'IN_PERSON')""",
            (uuid4(), customer.id, customer.home_branch_code, people.user_id("agent_mdn")),
        )


def test_a_refresh_keeps_who_entered_and_who_left(client_of: Callable[..., Any], trace: Any) -> None:
    vip = [customers.customer(is_vip=True) for _ in range(3)]
    customers.customer()
    marketing = client_of("marketing")
    segment = made(marketing)
    path = f"/segments/{segment['segment_id']}"
    assert marketing.api("POST", f"{path}/refresh").json()["code"] == "selecting_is_not_allowed"
    assess()
    assert marketing.api("POST", f"{path}/refresh").status_code == 200

    def refreshed() -> None:
        system = system_actor()
        with scope(system):
            segment_refresh(actor=system, segment_id=segment["segment_id"])

    refreshed()
    with rows():
        Customer.objects.filter(pk=vip[0].id).update(is_vip=False)
        Customer.objects.filter(pk=vip[1].id).update(status="CLOSED")
    fresh = customers.customer(is_vip=True)
    refreshed()
    refreshed()

    counts = [(row["members"], row["entered"], row["left"]) for row in marketing.api("GET", f"{path}/refreshes").json()["items"]]
    assert counts == [(2, 0, 0), (2, 1, 2), (3, 3, 0)]
    members = marketing.api("GET", f"{path}/members").json()["items"]
    assert {row["customer_id"] for row in members} == {str(vip[2].id), str(fresh.id)}
    assert {row["name"] for row in members} == {"S*** A***"}
    assert marketing.api("GET", path).json()["member_count"] == 2
    assert trace()["events"].count("SegmentRefreshed") == 3


def test_a_grant_for_reports_or_leads_opens_no_segment(client_of: Callable[..., Any]) -> None:
    segment = made(client_of("marketing"))
    for username in ("director", "rm_mdn", "agent_mdn"):
        browser = client_of(username)
        for path in ("/segments", f"/segments/{segment['segment_id']}", f"/segments/{segment['segment_id']}/members", "/segment-fields"):
            assert browser.api("GET", path).status_code == 403
        with scope(actor(username)):
            assert SegmentVersion.objects.count() == 0
            assert Segment.objects.count() == (1 if username == "director" else 0)


def test_the_database_keeps_what_a_segment_was(client_of: Callable[..., Any]) -> None:
    segment = made(client_of("marketing"))
    marketing = actor("marketing")
    forbidden = (
        "UPDATE crm.segment_versions SET rule_json = '{}'",
        "DELETE FROM crm.segment_versions",
        "UPDATE crm.segments SET name = 'Lain'",
        "UPDATE crm.segments SET kind = 'STATIC', version = version + 1",
        "UPDATE crm.segments SET current_version = 3, version = version + 1",
        f"INSERT INTO crm.segment_members (segment_id, customer_id, added_by) SELECT '{segment['segment_id']}', '{uuid4()}', '{marketing.id}'",
    )
    for statement in forbidden:
        before = _rows_of(segment["segment_id"])
        with pytest.raises(DatabaseError), transaction.atomic(), scope(marketing):
            if not execute(statement):
                raise DatabaseError("No row may be changed.")
        assert _rows_of(segment["segment_id"]) == before


def _rows_of(segment_id: str) -> list[dict[str, Any]]:
    with rows():
        return query(
            "SELECT s.name, s.kind, s.current_version, s.version, v.rule_json FROM crm.segments s JOIN crm.segment_versions v USING (segment_id) WHERE segment_id = %s",
            (segment_id,),
        )


def test_the_demonstration_makes_its_segments_once(organisation: None) -> None:
    for number in range(3):
        customers.identifier(customers.customer(is_vip=True).id, "CIF", f"CIF{number + 1:08d}")

    assert [play_segments(Stage(7, (), "")) for _ in range(2)] == [6, 6]

    with rows():
        named = dict(Segment.objects.values_list("name", "member_count"))
    assert named == {
        "VIP yang lama tidak disapa": None, "Berulang tahun bulan Desember": None, "Nasabah muda di Medan": None, "Belum menyatakan persetujuan": None,
        "Undangan temu nasabah": 3, "Tiga nasabah peragaan": 3,
    }  # fmt: skip
