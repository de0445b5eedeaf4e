"""Samples are drawn again the same, opened by one grant, and noted item by item; uses of access are reviewed by others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from simpul.access.models import SampleItem
from simpul.access.selectors.requests import RequestFilter, request_page
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.support import access, people
from tests.support import customers as make
from tests.support.database import rows

NOTE = {"note": "sudah dicocokkan dengan tiket"}


@pytest.fixture
def views(organisation):
    """Six customers whose profiles were opened just now by an agent, one of them by compliance."""
    made = [make.customer(f"Nasabah {letter}", "MDN") for letter in "ABCDEF"]
    for one in made:
        access.viewed(one.id)
    access.viewed(made[0].id, by="compliance")
    return made


def period(**changes):
    present = clock.now()
    return {"since": (present - timedelta(hours=1)).isoformat(), "until": present.isoformat(), "size": 3, **changes}


def test_the_same_seed_draws_the_same_and_never_the_own_acts(views, client_of, trace):
    browser = client_of("compliance")
    asked = period(seed="triwulan-4")
    trace.start()

    first, again = (browser.api("POST", "/break-glass/samples", asked) for _ in range(2))
    # Three of six are drawn: one other seed may well draw the same three, eight of them do not.
    others = [browser.api("POST", "/break-glass/samples", {**asked, "seed": f"lain-lagi-{turn}"}) for turn in range(8)]

    assert (first.status_code, first.json()["population"], first.json()["size"]) == (201, 6, 3)
    assert [item["ref"] for item in first.json()["items"]] == [item["ref"] for item in again.json()["items"]]
    assert {frozenset(item["ref"] for item in other.json()["items"]) for other in others} != {frozenset(item["ref"] for item in first.json()["items"])}
    assert all(item["customer"]["name"] == "N*** " + item["customer"]["name"][-4:] for item in first.json()["items"])
    everything = browser.api("POST", "/break-glass/samples", {**asked, "size": 50}).json()
    assert (everything["size"], {item["by"]["full_name"] for item in everything["items"]}) == (6, {"Agent Mdn"})
    assert trace() == {"audit": ["BREAK_GLASS_SAMPLE"] * 11}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"size": 0}, "size"), ({"size": 51}, "size"), ({"seed": "a b c d"}, "seed"), ({"seed": "abc"}, "seed"), ({"source": "CASES"}, "source"),
        ({"branch_code": "XXX"}, "branch_code"), ({"until": (clock.now() + timedelta(days=2)).isoformat()}, "until"),
        ({"since": (clock.now() - timedelta(days=99)).isoformat()}, "since"), ({"since": clock.now().isoformat(), "until": "2026-01-01T00:00:00Z"}, "until"),
    ],
)  # fmt: skip
def test_a_sample_that_cannot_be_drawn_names_the_field(views, client_of, trace, changes, field):
    browser = client_of("compliance")
    trace.start()

    answer = browser.api("POST", "/break-glass/samples", period(**changes))

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert trace() == {"audit": ["BREAK_GLASS_SAMPLE:FAILED"]}


def test_a_period_in_which_nothing_happened_gives_no_sample(organisation, client_of):
    assert client_of("compliance").api("POST", "/break-glass/samples", period()).json()["code"] == "sample_is_empty"


def test_one_grant_opens_the_whole_sample_and_findings_are_noted_per_item(views, client_of, trace):
    access.officer("compliance_2")
    browser, second = client_of("compliance"), client_of("compliance_2")
    sample = browser.api("POST", "/break-glass/samples", period(seed="triwulan-4")).json()
    drawn = {item["customer"]["customer_id"] for item in sample["items"]}
    path = f"/break-glass/samples/{sample['id']}/items/{sample['items'][0]['id']}"
    assert browser.api("PUT", path, {"finding": "FINE"}).status_code == 409, "nobody has looked yet"
    assert second.api("POST", "/break-glass", {**access.ASKED, "reason_code": "SAMPLING", "sample_id": sample["id"]}).status_code == 403
    made = browser.api("POST", "/break-glass", {**access.ASKED, "reason_code": "SAMPLING", "sample_id": sample["id"]}).json()
    assert (made["sample"], made["customer"], made["branch"]["code"]) == ({"id": sample["id"], "size": 3}, None, "MDN")

    assert second.api("POST", f"/break-glass/{made['id']}/approve", NOTE).status_code == 200

    seen = {str(one.id) for one in views if browser.api("GET", f"/customers/{one.id}/360").status_code == 200}
    assert seen == drawn
    trace.start()
    assert browser.api("PUT", path, {"finding": "CONCERN"}).status_code == 422
    noted = browser.api("PUT", path, {"finding": "CONCERN", "note": "Tidak ada tiket untuk pembukaan ini"}).json()
    assert (noted["noted"], noted["concerns"], noted["items"][0]["finding"]) == (1, 1, "CONCERN")
    assert second.api("PUT", path, {"finding": "FINE"}).status_code == 403
    assert trace()["audit"] == ["BREAK_GLASS_FINDING:FAILED", "BREAK_GLASS_FINDING", "BREAK_GLASS_FINDING:DENIED"]
    assert browser.api("POST", f"/break-glass/{made['id']}/end").status_code == 200
    assert {browser.api("GET", f"/customers/{one.id}/360").status_code for one in views} == {404}


def test_compliance_reviews_what_others_did_and_nobody_the_own(views, client_of, trace):
    made = access.opened(views[0].id, "compliance", "supervisor_mdn")
    access.officer("compliance_2")
    browser, second, supervisor = client_of("compliance"), client_of("compliance_2"), client_of("supervisor_mdn")
    browser.api("GET", f"/customers/{views[0].id}/360")
    browser.api("POST", f"/break-glass/{made.id}/end")
    trace.start()

    acts = second.api("GET", f"/break-glass/{made.id}/acts").json()["items"]
    assert [act["action"] for act in acts] == ["BREAK_GLASS_END", "VIEW_PROFILE", "SIGN_IN"]
    assert second.api("GET", "/break-glass?reviewed=false").json()["items"][0]["acts"] == 3
    verdict = {"verdict": "CONCERN", "note": "Tiket tidak menyebut nasabah ini"}
    assert browser.api("POST", f"/break-glass/{made.id}/reviews", verdict).json()["code"] == "own_access_request"
    assert supervisor.api("POST", f"/break-glass/{made.id}/reviews", verdict).status_code == 403
    assert supervisor.api("GET", f"/break-glass/{made.id}/acts").status_code == 403
    assert second.api("POST", f"/break-glass/{made.id}/reviews", verdict).json()["reviews"][0]["verdict"] == "CONCERN"
    assert second.api("GET", "/break-glass?reviewed=false").json()["items"] == []
    assert trace()["audit"] == [
        "VIEW_AUDIT", "BREAK_GLASS_REVIEW:DENIED", "BREAK_GLASS_REVIEW:DENIED", "VIEW_DENIED:DENIED", "BREAK_GLASS_REVIEW",
    ]  # fmt: skip
    month = second.api("GET", "/break-glass/figures?months=2").json()["months"][-1]
    assert month == {"month": clock.today().strftime("%Y-%m"), "opened": 1, "self_approved": 0, "requested": 1, "rejected": 0, "concerns": 1}
    assert [each["opened"] for each in client_of("supervisor_bnj").api("GET", "/break-glass/figures?months=2").json()["months"]] == [0, 0]


def test_a_page_of_requests_takes_a_fixed_number_of_queries(views):
    def count(number):
        for one in views[:number]:
            access.requested(one.id)
        with scope(who := people.actor("compliance")), CaptureQueriesContext(connection) as asked:
            found = request_page(actor=who, wanted=RequestFilter(), cursor=None, limit=50)["items"]
        with rows():
            execute("UPDATE crm.break_glass_requests SET status = 'WITHDRAWN', closed_by = requested_by, closed_at = now() WHERE status = 'REQUESTED'")
        return len(found), len(asked)

    (few, queries), (many, more) = count(1), count(6)
    assert (few, many) == (1, 7)
    assert more == queries


def test_the_database_alone_keeps_requests_to_their_people(views):
    """No service stands between: row policies and triggers refuse what the product would never ask."""
    made = access.requested(views[0].id)
    attempts = {
        "compliance_2": "UPDATE crm.break_glass_requests SET status = 'ACTIVE', decided_by = requested_by, decided_at = now(), self_approved = true, starts_at = now(), ends_at = now() + interval '30 minutes'",
        "supervisor_bnj": "UPDATE crm.break_glass_requests SET status = 'REJECTED', decided_by = iam.uid(), decided_at = now()",
        "agent_mdn": "UPDATE crm.break_glass_requests SET status = 'REJECTED', decided_by = iam.uid(), decided_at = now()",
        "admin": "UPDATE crm.break_glass_requests SET status = 'WITHDRAWN', closed_by = iam.uid(), closed_at = now()",
    }
    for username, statement in attempts.items():
        try:
            with scope(people.actor(username)):
                touched = execute(statement)
        except Exception as refused:
            touched = getattr(refused.__cause__, "sqlstate", "?")
        assert touched in (0, "42501"), username
    for table in ("iam.elevations", "iam.elevation_customers"):
        for statement in (f"INSERT INTO {table} DEFAULT VALUES", f"UPDATE {table} SET elevation_id = elevation_id", f"DELETE FROM {table}"):
            with pytest.raises(Exception, match="permission denied"), scope(people.actor("compliance")):
                execute(statement)
    with rows():
        assert query("SELECT status FROM crm.break_glass_requests WHERE request_id = %s", (made.id,))[0]["status"] == "REQUESTED"


def test_what_was_asked_and_drawn_never_changes_by_whatever_role(views):
    made = access.opened(views[0].id)
    sample = access.drawn()
    with rows():
        item = SampleItem.objects.filter(sample=sample).first()
    assert item is not None
    for statement, key in (
        ("UPDATE crm.break_glass_requests SET minutes = 240 WHERE request_id = %s", made.id),
        ("UPDATE crm.break_glass_requests SET ends_at = ends_at + interval '1 hour', status = 'ENDED' WHERE request_id = %s", made.id),
        ("DELETE FROM crm.break_glass_requests WHERE request_id = %s", made.id),
        ("UPDATE crm.break_glass_sample_items SET customer_id = NULL WHERE sample_item_id = %s", item.id),
    ):
        with pytest.raises(Exception, match=r"change|deleted"), rows(), transaction.atomic():
            execute(statement, (key,))


def test_a_row_of_the_trail_names_the_grant_or_is_refused(views):
    made = access.opened(views[0].id, "compliance")
    with pytest.raises(Exception, match="row-level security"), scope(who := people.actor("compliance")):
        execute(
            "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome) VALUES ('VIEW_PROFILE', 'CUSTOMER', 'x', %s, 'ALLOWED')",
            (who.id,),
        )
    with scope(who):
        assert query("SELECT iam.elevation() AS id")[0]["id"] == made.id
