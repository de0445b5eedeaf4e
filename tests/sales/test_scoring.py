"""The score of a lead: what it is made of, when there is none, and when it is computed anew."""

from __future__ import annotations

import itertools
import random
from datetime import timedelta

from simpul.customers.models import CustomerFacts
from simpul.customers.public import facts_write
from simpul.iam.public import system_actor
from simpul.messaging.models import OutboundMessage
from simpul.platform.clock import now, today
from simpul.platform.db import query, scope
from simpul.platform.ids import uuid7
from simpul.sales.models import LeadScore
from simpul.sales.selectors.leads import LeadFilter, LeadSort, lead_page
from simpul.sales.services.scoring import leads_score, leads_score_answered
from simpul.stewardship.models import ImpactAssessment
from simpul.tasks.services.activities import NewActivity, activity_create
from tests.advice import world
from tests.support import cases, customers
from tests.support.database import rows

DAY = timedelta(days=1)
POINTS = {"RFM_CHAMPION": 30, "RFM_LOYAL": 20, "MARKETING_CONSENT": 15, "ENGAGED": 10, "BRANCH_VISITED": 5, "EMAIL_OPENED": 5}


def _opened_mail(customer_id, days):
    at = now() - days * DAY
    with rows():
        made = OutboundMessage.objects.create(
            customer_id=customer_id, branch_code="MDN", channel="EMAIL", purpose="SERVICE", subject_type="OTHER", subject_id=str(uuid7()),
            resource="campaign", tier=1, sealed="", queued_at=at, created_by=system_actor().id,
        )  # fmt: skip
        OutboundMessage.objects.filter(pk=made.pk).update(status="OPENED", handover="DONE", sent_at=at, delivered_at=at, opened_at=at)


def _arranged(rfm, marketing, engaged, visited, opened, profiling="GRANTED", limited=None):
    customer = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn").id
    if profiling:
        world.say(customer, "PROFILING", profiling)
    if marketing:
        world.say(customer, "MARKETING", marketing)
    if limited:
        world.limit(customer, limited)
    if visited:
        cases.opened(customer_id=customer)
    if opened is not None:
        _opened_mail(customer, opened)
    with rows():
        CustomerFacts.objects.update_or_create(customer_id=customer, defaults={"rfm_segment": rfm, "last_contact_at": now() - engaged * DAY})
    return world.lead_of(customer)


def _expected(rfm, marketing, engaged, visited, opened):
    engagement = min(engaged, 99 if opened is None else opened)
    given = {
        "RFM_CHAMPION": rfm == "CHAMPION",
        "RFM_LOYAL": rfm == "LOYAL",
        "MARKETING_CONSENT": marketing == "GRANTED",
        "ENGAGED": engagement < 7,
        "BRANCH_VISITED": visited,
        "EMAIL_OPENED": opened is not None and opened < 90,
    }
    parts = {code: POINTS[code] for code, held in given.items() if held}
    total = sum(parts.values())
    band = "HOT" if total >= 60 else "WARM" if total >= 40 else "COOL" if total >= 20 else "COLD"
    return total, band, None, parts


def _stored():
    with rows():
        return {
            score.lead_id: (
                score.total_score,
                score.priority,
                score.withheld,
                {part["factor"]: part["points"] for part in score.score_breakdown},
            )
            for score in LeadScore.objects.all()
        }


def test_every_combination_of_factors_gives_its_points_in_bulk_and_singly(organisation):
    world.assess()
    expected = {}
    table = list(itertools.product((None, "CHAMPION", "LOYAL"), ("GRANTED", "WITHDRAWN"), (3, 8), (True, False), (None, 2)))
    for given in [*random.Random(7).sample(table, 16), ("CHAMPION", "GRANTED", 3, True, 2)]:
        expected[_arranged(*given).id] = _expected(*given)
    expected[_arranged("CHAMPION", "GRANTED", 3, False, 95).id] = _expected("CHAMPION", "GRANTED", 3, False, 95)
    whole = ("CHAMPION", "GRANTED", 3, True, 2)
    for profiling, limited, withheld in (
        (None, None, "CONSENT"),
        ("WITHDRAWN", None, "CONSENT"),
        ("GRANTED", "OBJECTION", "LIMITED"),
        ("GRANTED", "RESTRICTION", "LIMITED"),
    ):
        expected[_arranged(*whole, profiling=profiling, limited=limited).id] = (None, None, withheld, {})

    with scope(system_actor()):
        assert leads_score() == len(expected)
        assert _stored() == expected
        assert leads_score() == 0
    assert expected.pop(next(key for key, value in expected.items() if value[0] == 65))[1] == "HOT"
    with rows():
        LeadScore.objects.all().delete()
        ids = query("SELECT customer_id FROM crm.leads")
    for row in ids[:8]:
        leads_score([row["customer_id"]])
    singly = _stored()
    assert len(singly) == 8
    assert all(found == expected.get(key, found) for key, found in singly.items())


def test_scores_follow_what_changes_a_factor_and_the_list_is_sorted_by_them(actor, client_of):
    world.assess()
    rm = actor("rm_mdn")
    cold, quiet = _arranged(None, None, 30, False, None), _arranged(None, None, 30, False, None, profiling=None)
    leads_score()

    def score():
        with rows():
            return LeadScore.objects.get(lead_id=cold.id).total_score

    assert score() == 0
    with scope(rm):
        activity_create(actor=rm, activity=NewActivity(cold.customer_id, "CALL", "Minta brosur.", "INTERESTED"))
    assert score() == 10
    _opened_mail(cold.customer_id, 0.01)
    leads_score_answered()
    assert score() == 15
    with scope(system_actor()):
        facts_write(cold.customer_id, rfm_segment="CHAMPION")
        leads_score()
    assert score() == 45

    def listed(**chosen):
        with scope(rm):
            page = lead_page(actor=rm, lead_filter=LeadFilter(**chosen), sort=LeadSort.SCORE, cursor=None, limit=10)
            return [(each["id"], each["score"]["total"], each["score"]["band"], each["score"]["withheld"]) for each in page["items"]]

    assert listed() == [(cold.id, 45, "WARM", None), (quiet.id, None, None, "Tanpa skor: nasabah belum menyetujui pemrofilan.")]
    assert (listed(band="WARM"), listed(band="HOT")) == ([(cold.id, 45, "WARM", None)], [])
    shown = client_of("rm_mdn").api("GET", f"/leads/{cold.id}/score").json()
    assert [(part["label"], part["points"]) for part in shown["breakdown"]] == [
        ("Segmen RFM terbaik", 30),
        ("Interaksi terakhir", 10),
        ("Membuka e-mail", 5),
    ]
    assert shown["breakdown"][1]["reason"] == f"Interaksi terakhir {today():%d-%m-%Y}."
    assert client_of("rm_mdn_2").api("GET", f"/leads/{cold.id}/score").status_code == 404
    with rows():
        ImpactAssessment.objects.all().delete()
    leads_score([cold.customer_id])
    assert listed()[0] == (cold.id, None, None, "Tanpa skor: tidak ada penilaian dampak penilaian skor yang berlaku.")


def test_how_leads_are_scored_is_versioned_and_changed_by_configuration_managers(client_of, trace):
    admin = client_of("admin")
    assert client_of("supervisor_mdn").api("GET", "/lead-scoring").status_code == 403
    shown = admin.api("GET", "/lead-scoring").json()
    assert [(each["band"], each["starts_at"]) for each in shown["bands"]] == [("HOT", 60), ("WARM", 40), ("COOL", 20), ("COLD", 0)]
    assert [each["code"] for each in shown["factors"] if not each["is_active"]] == ["BROCHURE_DOWNLOADED"]
    factors = {each["code"]: {name: each[name] for name in ("points", "is_active", "days")} for each in shown["factors"]}
    body = {"version": 1, "factors": factors, "hot_from": 70, "warm_from": 40, "cool_from": 20}
    trace.start()

    assert admin.api("PUT", "/lead-scoring", {**body, "warm_from": 80}).status_code == 422
    on = {**factors, "BROCHURE_DOWNLOADED": {"points": 10, "is_active": True, "days": None}}
    assert list(admin.api("PUT", "/lead-scoring", {**body, "factors": on}).json()["errors"]) == ["factors.BROCHURE_DOWNLOADED.is_active"]
    assert admin.api("PUT", "/lead-scoring", body).json()["version"] == 2
    assert admin.api("PUT", "/lead-scoring", body).status_code == 409
    assert trace() == {
        "audit": ["CHANGE_LEAD_SCORING:FAILED", "CHANGE_LEAD_SCORING:FAILED", "CHANGE_LEAD_SCORING", "CHANGE_LEAD_SCORING:FAILED"],
        "jobs": ["sales.score_leads"],
    }
    with rows():
        assert query("SELECT version, hot_from FROM crm.lead_scoring ORDER BY version") == [{"version": 1, "hot_from": 60}, {"version": 2, "hot_from": 70}]
