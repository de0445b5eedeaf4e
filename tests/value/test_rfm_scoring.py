"""Scoring writes what changed, asks for its assessment, follows events, and leaves out who may not be scored."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.alerts import rule_of
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.stewardship.models import ProcessingLimit, RightsRequest
from simpul.value.errors import ScoringIsNotAssessed
from simpul.value.models import RfmThresholds
from simpul.value.public import RfmCount, RfmMove, rfm_get, rfm_migrations, rfm_segment_counts, rfm_segments_among
from simpul.value.selectors.definition import Bounds
from simpul.value.selectors.moved import MovedFilter, moved_page
from simpul.value.selectors.questions import bounds_of, question_now
from simpul.value.selectors.thresholds import PreviewMove, thresholds_preview
from simpul.value.services.scoring import contacted_score, customers_score, rfm_compute, scores_remove
from simpul.value.services.thresholds import thresholds_update
from tests.marketing.conftest import agreed
from tests.support import customers as make
from tests.support.database import rows
from tests.value import rfm

pytestmark = pytest.mark.django_db
_SCORES = "SELECT customer_id, recency_days, frequency_count, monetary_value, segment, total_score, calculated_at FROM crm.rfm_scores ORDER BY customer_id"
_FACTS = "SELECT customer_id, rfm_segment FROM crm.customer_facts ORDER BY customer_id"
_HISTORY = "SELECT customer_id, month, segment, total_score FROM crm.rfm_history ORDER BY month, customer_id"


def found(sql):
    """All rows of a statement, past row policies."""
    with rows():
        return [tuple(row.values()) for row in query(sql)]


@pytest.fixture(autouse=True)
def at_noon():
    """The clock stands at noon in UTC, so that an hour does not change the day."""
    present = clock.now()
    with clock.shifted(present.replace(hour=12, minute=0) - present):
        yield


@pytest.fixture
def three(organisation):
    """A champion of MDN, a customer of MDN at risk, and one of BNJ who was never active; recorded long ago."""
    at = clock.now()
    made = [rfm.customer_since(at - timedelta(days=400), branch=branch, **who) for branch, who in (("MDN", {"rm": "rm_mdn"}), ("MDN", {}), ("BNJ", {}))]
    rfm.bookings(made[0], [(at - timedelta(days=1, hours=hour), Decimal(3_000_000), "TRANSFER", "IDR") for hour in range(50)])
    rfm.bookings(made[1], [(at - timedelta(days=40), Decimal(30_000_000), "QRIS", "IDR")])
    return made


def test_nobody_is_scored_before_the_assessment(three):
    with pytest.raises(ScoringIsNotAssessed):
        rfm_compute()
    assert customers_score(three) == 0
    rfm.assess("SEGMENTATION")
    with pytest.raises(ScoringIsNotAssessed):
        rfm_compute()
    assert found(_SCORES) + found(_HISTORY) + found(_FACTS) == []


def test_a_run_writes_what_changed_and_an_event_says_the_same(three, trace):
    rfm.assess()
    champion, risky, lost = three

    first = rfm_compute(engine="DUCKDB")
    scores, month = found(_SCORES), clock.now().date().replace(day=1)
    again = rfm_compute(engine="POSTGRES")

    assert (first.customers, first.changed, again.changed, again.checksum) == (3, 3, 0, first.checksum)
    assert found(_SCORES) == scores
    assert {row[0]: row[4:6] for row in scores} == {champion: ("CHAMPION", 15), risky: ("AT_RISK", 7), lost: ("LOST", 3)}
    assert dict(found(_FACTS)) == {champion: "CHAMPION", risky: "AT_RISK", lost: "LOST"}
    assert {row[0]: row[1:] for row in found(_HISTORY)} == {champion: (month, "CHAMPION", 15), risky: (month, "AT_RISK", 7), lost: (month, "LOST", 3)}
    assert trace()["audit"] == ["COMPUTE_RFM", "COMPUTE_RFM"]

    make.transaction(lost, at=clock.now() - timedelta(hours=1))
    with rows():
        execute("UPDATE crm.customer_facts SET last_contact_at = %s WHERE customer_id = %s", (clock.now(), risky))
    assert customers_score([lost]) == 1
    assert (contacted_score(), contacted_score()) == (1, 0)
    alone = found(_SCORES)

    assert rfm_compute().changed == 0
    assert found(_SCORES) == alone
    assert {row[0]: (row[1], row[4]) for row in alone} == {champion: (1, "CHAMPION"), risky: (0, "POTENTIAL"), lost: (0, "POTENTIAL")}


def test_who_objects_or_is_restricted_has_no_score(three):
    rfm.assess()
    champion, risky, lost = three
    rfm_compute()
    at = clock.now()
    with rows():
        for customer_id, kind in ((champion, "OBJECTION"), (lost, "RESTRICTION")):
            request = RightsRequest.objects.create(
                customer_id=customer_id,
                branch_code="MDN",
                kind=kind,
                received_by="BRANCH",
                details="",
                received_at=at,
                due_at=at + timedelta(hours=72),
                created_by=make.user_id("agent_mdn"),
            )
            ProcessingLimit.objects.create(
                customer_id=customer_id, branch_code="MDN", kind=kind, request=request, started_at=clock.now(), started_by=make.user_id("agent_mdn")
            )

    scores_remove([champion])
    assert [row[0] for row in found(_SCORES)] == sorted([risky, lost])
    assert dict(found(_FACTS))[champion] is None
    assert customers_score([champion]) == 0
    assert rfm_compute().customers == 1
    assert [row[0] for row in found(_SCORES)] == [risky]
    assert [row[0] for row in found(_HISTORY)] == [risky]
    assert dict(found(_FACTS)) == {champion: None, risky: "AT_RISK", lost: None}


def test_figures_and_moves_stay_within_reach(three, actor):
    rfm.assess()
    champion, risky, _ = three
    rfm_compute()
    month = clock.now().date().replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    with rows():
        for customer_id, segment in ((champion, "POTENTIAL"), (risky, "AT_RISK")):
            execute("INSERT INTO crm.rfm_history VALUES (%s, %s, %s, 8, 1)", (customer_id, before, segment))

    moved = {}
    for username, wanted in (
        ("supervisor_mdn", MovedFilter(month, month)),
        ("supervisor_mdn", MovedFilter(month, month, before="CHAMPION")),
        ("supervisor_mdn", MovedFilter(before, before)),
        ("supervisor_bnj", MovedFilter(month, month)),
        ("director", MovedFilter(month, month)),
    ):
        who = actor(username)
        with scope(who):
            page = moved_page(actor=who, wanted=wanted, cursor=None, limit=10)
        moved[username, wanted] = [(each["customer"]["customer_id"], each["from_segment"], each["to_segment"]) for each in page["items"]]
    assert list(moved.values()) == [[(champion, "POTENTIAL", "CHAMPION")], [], [], [], []]

    seen = {}
    for username in ("supervisor_mdn", "director", "agent_mdn"):
        who = actor(username)
        with scope(who):
            seen[username] = (rfm_segment_counts(who), rfm_migrations(who, before, month, ["MDN"]), rfm_segments_among(three))

    mdn = [RfmCount("MDN", "AT_RISK", 1), RfmCount("MDN", "CHAMPION", 1)]
    moves = [RfmMove("MDN", "AT_RISK", "AT_RISK", 1), RfmMove("MDN", "POTENTIAL", "CHAMPION", 1)]
    within = {champion: "CHAMPION", risky: "AT_RISK"}
    assert seen == {
        "supervisor_mdn": (mdn, moves, within),
        "director": ([RfmCount("BNJ", "LOST", 1), *mdn], moves, {}),
        "agent_mdn": ([], [], within),
    }


def test_a_score_is_worded_and_advice_takes_consent(three, actor, django_assert_num_queries):
    rfm.assess()
    champion, risky, _ = three
    rfm_compute()
    agreed(champion, "PROFILING")
    who = actor("agent_mdn")
    rule = rule_of("AT_RISK_SEGMENT")

    with scope(who):
        with django_assert_num_queries(8):
            score = rfm_get(who, champion)
        other = rfm_get(who, risky)
        alerted = query(rule.among, {"ids": three})

    assert score.reason == "R=5, F=5, M=5: sangat baru, sangat sering, nilai sangat tinggi. Aturan 1 (R >= 4, F >= 4, M >= 4), ambang versi 1."
    assert (score.action, score.action_withheld) == ("Pertahankan, beri penghargaan khusus", None)
    assert (other.segment_name, other.action) == ("Berisiko pergi", None)
    assert other.action_withheld == "Saran tidak ditampilkan: nasabah belum menyetujui pemrofilan."
    assert other.legal_basis.startswith("Kepentingan yang sah")
    assert [row["customer_id"] for row in alerted] == [risky]


def test_thresholds_are_versions_that_nobody_overwrites(three, actor, trace):
    rfm.assess()
    rfm_compute()
    admin = actor("admin")
    with scope(admin):
        shipped = bounds_of(RfmThresholds.objects.get(pk=1))
    stricter = Bounds(1, (1, 3, 9, 30), (80, 60, 20, 10), tuple(each * 2 for each in shipped.monetary_value))

    with scope(admin):
        moves = thresholds_preview(stricter)
        made = thresholds_update(actor=admin, bounds=stricter, note="Lebih ketat.")
    for refusal, who, bounds in (
        (StaleVersion, admin, stricter),
        (Forbidden, actor("supervisor_mdn"), Bounds(2, *_figures(stricter))),
        (Invalid, admin, Bounds(2, (7, 7, 90, 180), *_figures(stricter)[1:])),
    ):
        with pytest.raises(refusal), scope(who):
            thresholds_update(actor=who, bounds=bounds, note="")

    assert moves == [PreviewMove("CHAMPION", "POTENTIAL", 1), PreviewMove("AT_RISK", "LOST", 1), PreviewMove("LOST", "LOST", 1)]
    assert (made.version, found("SELECT count(*) FROM crm.rfm_thresholds")) == (2, [(2,)])
    assert trace()["jobs"] == ["value.compute_rfm"]
    assert rfm_compute().changed == 3
    with scope(system_actor()):
        assert question_now().bounds == Bounds(2, *_figures(stricter))
    assert sorted(row[4] for row in found(_SCORES)) == ["LOST", "LOST", "POTENTIAL"]
    assert {row[0] for row in found("SELECT DISTINCT thresholds_version FROM crm.rfm_scores")} == {2}


def _figures(bounds):
    return bounds.recency_days, bounds.frequency_count, bounds.monetary_value


def test_months_before_are_kept(three):
    rfm.assess()
    with clock.shifted(timedelta(days=-31)):
        rfm_compute()
        before = clock.now().date().replace(day=1)
    rfm_compute()

    assert {row[1] for row in found(_HISTORY)} == {before, clock.now().date().replace(day=1)}
    assert isinstance(before, date)
