"""Campaigns from draft to approval: who may do what, and what is refused with the field named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction

from simpul.iam.models import Role, UserRole
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from tests.marketing.conftest import step
from tests.support import people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def trail(campaign: dict[str, Any]) -> list[tuple[str, str]]:
    """What the trail says of a campaign, oldest first."""
    with rows():
        found = query(
            "SELECT action, outcome FROM audit.audit_logs WHERE object_type = 'CAMPAIGN' AND object_id = %s ORDER BY created_at, audit_id",
            (campaign["campaign_id"],),
        )
    return [(row["action"], row["outcome"]) for row in found]


@pytest.mark.covers("US-14 AC-1", "US-14 AC-2", "15.3.4-2")
def test_a_campaign_goes_from_draft_to_running_and_back_only_as_it_is_drawn(
    client_of: Callable[..., Any], campaign: Callable[..., Any], willing: Callable[..., Any]
) -> None:
    willing()
    marketing, supervisor = client_of("marketing"), client_of("supervisor_mdn")
    draft = campaign()
    assert (draft["status"], draft["problems"], draft["can"]["submit"], draft["can"]["approve"]) == ("DRAFT", [], True, False)
    assert step(supervisor, draft, "approve").json()["code"] == "campaign_forbids_this"
    assert step(marketing, draft, "start").json()["code"] == "campaign_forbids_this"
    submitted = step(marketing, draft, "submit").json()
    assert (submitted["status"], submitted["segment"]["number"], submitted["template"]["is_current"]) == ("SUBMITTED", 1, True)
    assert step(marketing, draft, "submit").json()["code"] == "campaign_forbids_this"
    assert step(supervisor, {**submitted, "version": 1}, "approve").json()["code"] == "stale_version"
    rejected = step(supervisor, submitted, "reject", note="Kalimat tujuannya belum jelas.").json()
    assert (rejected["status"], rejected["decision_note"]) == ("REJECTED", "Kalimat tujuannya belum jelas.")
    revised = step(marketing, rejected, "redraft").json()
    assert (revised["status"], revised["revision"]) == ("DRAFT", 2)
    changed = marketing.api("PATCH", f"/campaigns/{revised['campaign_id']}", {"version": revised["version"], "name": "KUR Berkah Desember"}).json()
    again = step(marketing, changed, "submit").json()
    approved = step(supervisor, again, "approve", note="Silakan.").json()
    assert (approved["status"], approved["approved_by"]["full_name"]) == ("APPROVED", "Supervisor Mdn")
    assert (
        marketing.api("PATCH", f"/campaigns/{draft['campaign_id']}", {"version": approved["version"], "name": "Lain"}).json()["code"] == "campaign_forbids_this"
    )
    running = step(marketing, approved, "start").json()
    paused = step(supervisor, running, "pause").json()
    resumed = step(marketing, paused, "resume").json()
    cancelled = step(marketing, resumed, "cancel", note="Produknya ditarik dari pasar.").json()
    assert [each["status"] for each in (running, paused, resumed, cancelled)] == ["RUNNING", "PAUSED", "RUNNING", "CANCELLED"]
    assert {status for status in ("submit", "approve", "start", "resume", "cancel") if cancelled["can"][status]} == set()
    assert [action for action, outcome in trail(draft) if outcome == "ALLOWED"] == [
        "CREATE_CAMPAIGN", "SUBMIT_CAMPAIGN", "REJECT_CAMPAIGN", "REDRAFT_CAMPAIGN", "CHANGE_CAMPAIGN", "SUBMIT_CAMPAIGN", "APPROVE_CAMPAIGN", "EXECUTE_CAMPAIGN",
        "PAUSE_CAMPAIGN", "RESUME_CAMPAIGN", "CANCEL_CAMPAIGN",
    ]  # fmt: skip


def test_nobody_decides_about_a_campaign_of_their_own_however_many_roles_they_have(
    client_of: Callable[..., Any], campaign: Callable[..., Any], willing: Callable[..., Any], actor: Callable[..., Any]
) -> None:
    willing()
    with rows():
        UserRole.objects.create(user_id=people.user_id("marketing"), role=Role.objects.get(key="COMPLIANCE"))
    submitted = step(client_of("marketing"), campaign(), "submit").json()

    refused = step(client_of("marketing"), submitted, "approve")

    assert (refused.status_code, refused.json()["code"], submitted["can"]["approve"]) == (403, "own_campaign", False)
    assert trail(submitted)[-1] == ("APPROVE_CAMPAIGN", "DENIED")
    by_hand = "UPDATE crm.campaigns SET status = 'APPROVED', approved_by = %s, approved_at = now() WHERE campaign_id = %s"
    for username in ("marketing", "admin"):
        with scope(actor(username)), pytest.raises(DatabaseError) if username == "marketing" else scope(actor(username)), transaction.atomic():
            assert execute(by_hand, (people.user_id(username), submitted["campaign_id"])) == 0
    with scope(system_actor()), pytest.raises(DatabaseError), transaction.atomic():
        execute(by_hand, (system_actor().id, submitted["campaign_id"]))


def _local(day: int, hour: int) -> str:
    return (datetime.now(ZoneInfo("Asia/Jakarta")) + timedelta(days=day)).replace(hour=hour, minute=0).isoformat()


def _sunday_night() -> str:
    at = datetime.now(ZoneInfo("Asia/Jakarta")) + timedelta(days=1)
    return (at + timedelta(days=(6 - at.weekday()) % 7)).replace(hour=23, minute=30).isoformat()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"budget": "-1"}, "budget"),
        ({"budget": "1.005"}, "budget"),
        ({"holdout_percent": 51}, "holdout_percent"),
        ({"scheduled_at": "2020-01-06T10:00:00+07:00"}, "scheduled_at"),
        ({"scheduled_at": _sunday_night()}, "scheduled_at"),
        ({"segment_id": str(uuid4())}, "segment_id"),
        ({"template_id": str(uuid4())}, "template_id"),
        ({"name": " x "}, "name"),
        ({"channel": "FAX"}, "channel"),
    ],
)
def test_what_could_never_be_is_refused_with_its_field_and_nothing_is_written(
    client_of: Callable[..., Any], assessed: None, fields: dict[str, Any], field: str
) -> None:
    answer = client_of("marketing").api("POST", "/campaigns", {"name": "KUR Berkah", **fields})

    assert answer.status_code == 422, answer.content
    assert any(field in place for place in answer.json()["errors"])
    with rows():
        assert query("SELECT count(*) AS n FROM crm.campaigns") == [{"n": 0}]


def test_a_draft_says_what_it_lacks_and_is_not_submitted_before(
    client_of: Callable[..., Any], campaign: Callable[..., Any], segment: Callable[..., str], offer_template: Callable[..., str], willing: Callable[..., Any]
) -> None:
    marketing = client_of("marketing")
    bare = marketing.api("POST", "/campaigns", {"name": "KUR Berkah"}).json()
    assert {each["field"] for each in bare["problems"]} == {"objective", "segment_id", "channel", "template_id"}
    refused = step(marketing, bare, "submit")
    assert (refused.status_code, set(refused.json()["errors"])) == (422, {"objective", "segment_id", "channel", "template_id"})
    for fields, wrong in (
        ({"template_id": offer_template(purpose="SERVICE")}, "Templat ini bukan untuk penawaran."),
        ({"template_id": offer_template(channel="IN_APP")}, "Templat ini untuk kanal lain."),
    ):
        made = campaign(**fields)
        assert made["problems"] == [{"field": "template_id", "message": wrong}]
        assert step(marketing, made, "submit").json()["errors"] == {"template_id": [wrong]}
    # Nobody agreed to offers, so nobody is eligible.
    nobody = campaign(segment_id=segment())
    assert step(marketing, nobody, "submit").json()["errors"] == {"segment_id": ["Tidak seorang pun layak: periksa segmen dan kanalnya."]}
    willing()
    assert step(marketing, nobody, "submit").status_code == 200


def test_an_edited_segment_or_template_asks_for_approval_again(
    client_of: Callable[..., Any], campaign: Callable[..., Any], willing: Callable[..., Any], actor: Callable[..., Any]
) -> None:
    willing()
    marketing, supervisor = client_of("marketing"), client_of("supervisor_mdn")
    approved = step(supervisor, step(marketing, campaign(), "submit").json(), "approve").json()
    segment = marketing.api("GET", f"/segments/{approved['segment']['segment_id']}").json()
    edited = {name: segment[name] for name in ("version", "name", "description", "refresh")} | {"rule_json": {"field": "is_vip", "op": "eq", "value": False}}
    assert marketing.api("PUT", f"/segments/{segment['segment_id']}", edited).status_code == 200

    refused = step(marketing, approved, "start")

    assert (refused.status_code, refused.json()["code"]) == (409, "campaign_needs_approval")
    with scope(actor("marketing")), pytest.raises(DatabaseError, match="changed after the approval"), transaction.atomic():
        execute("UPDATE crm.campaigns SET status = 'RUNNING' WHERE campaign_id = %s", (approved["campaign_id"],))
    seen = marketing.api("GET", f"/campaigns/{approved['campaign_id']}").json()
    assert (seen["can"]["start"], seen["can"]["resubmit"], seen["segment"]["number"], seen["segment"]["current_number"]) == (False, True, 1, 2)
    again = step(marketing, seen, "resubmit").json()
    assert (again["status"], again["segment"]["number"], again["approved_by"]) == ("SUBMITTED", 2, None)
    assert step(marketing, step(supervisor, again, "approve").json(), "start").json()["status"] == "RUNNING"


def test_who_reads_reports_alone_sees_campaigns_and_no_customer(client_of: Callable[..., Any], campaign: Callable[..., Any]) -> None:
    made = campaign()
    for username, status in (("director", 200), ("compliance", 200), ("agent_mdn", 403), ("rm_mdn", 200), ("admin", 403)):
        assert client_of(username).api("GET", "/campaigns").status_code == status, username
    seen = client_of("director").api("GET", f"/campaigns/{made['campaign_id']}").json()
    assert (seen["can"]["see_customers"], seen["can"]["change"], seen["segment"]["name"]) == (False, False, made["segment"]["name"])
    since, until = (now() - timedelta(days=1)).isoformat(), (now() + timedelta(days=30)).isoformat()
    assert client_of("director").api("GET", f"/campaigns/calendar?since={since.replace('+', '%2B')}&until={until.replace('+', '%2B')}").json() == {
        "items": [],
        "overlaps": [],
    }
