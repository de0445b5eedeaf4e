"""Service levels and legal limits: drafts, versions with a day of effect, what cannot be kept, who may, and what is recorded."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from simpul.cases.errors import LegalRulesNotFound, NoServiceLevel, ServiceLevelExists, ServiceLevelIsUnchanged, ServiceLevelNotFound
from simpul.cases.levels import law_on, promise_for
from simpul.cases.selectors.levels import explained, level_get, level_rows
from simpul.cases.services import levels as services
from simpul.cases.services.catalogue import category_create
from simpul.cases.sla import Clock
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.workflow.errors import CalendarIsUsed
from simpul.workflow.services.calendars import calendar_archive
from tests.support import people
from tests.support.database import rows

HOUR = 3600
TODAY = date(2027, 7, 1)


@pytest.fixture(autouse=True)
def in_july():
    """Everything happens at noon on 1 July 2027, after whatever the installation shipped."""
    with shifted(datetime(2027, 7, 1, 5, tzinfo=UTC) - now()):
        yield


@pytest.fixture
def admin(actor):
    return actor("admin")


def bank(admin):
    with scope(admin):
        return deepcopy(services.versions_of(level_get("bank-standard"))[0].content)


def save(admin, content, key="bank-standard", version=None):
    with scope(admin):
        return services.level_save_draft(actor=admin, key=key, raw=content, version=version or level_get(key).revision)


def publish(admin, key="bank-standard", version=None, on=TODAY, note=""):
    with scope(admin):
        return services.level_publish(actor=admin, key=key, version=version or level_get(key).revision, effective_from=on, note=note)


def limits(**changed):
    return {
        "title": {"id": "POJK 22/2023", "en": "POJK 22/2023"},
        "source": "naskah",
        "calendar": "office-wib",
        "verbal_days": 5,
        "written_days": 10,
        "extension_days": 10,
        "pause_cap_days": 0,
        **changed,
    }


def promised(admin, category="TRX_FAIL", priority="MEDIUM", on=TODAY, parent=None):
    with scope(admin):
        return promise_for(category, parent, on).terms(Priority(priority), Kind.WRITTEN)


def recorded():
    with rows():
        return [
            (row["object_type"], row["object_id"], row["meta"].get("step"))
            for row in query(
                "SELECT object_type, object_id, meta FROM audit.audit_logs WHERE actor_user_id = %(id)s ORDER BY created_at, audit_id",
                {"id": people.user_id("admin")},
            )
        ]


def test_the_shipped_level_gives_a_bank_three_days_and_the_law_ten(admin):
    terms = promised(admin)

    assert (terms.policy, terms.calendar, terms.resolution, terms.first_response) == ("bank-standard 1", "always", 72 * HOUR, 8 * HOUR)
    assert terms.legal is not None
    assert (terms.legal.rule_set, terms.legal.days, terms.legal.extension_days, terms.legal.pause_cap_days) == ("pojk-22-2023 1", 10, 10, 0)
    with scope(admin):
        old = law_on("pojk-18-2018", TODAY)
    assert (old.terms(Kind.VERBAL).days, old.terms(Kind.WRITTEN).days, old.extension_days) == (5, 20, 20)


def test_a_new_version_holds_from_its_day_and_the_old_one_until_then(admin):
    content = bank(admin)
    content["rules"][0]["targets"]["MEDIUM"]["resolution_hours"] = 48
    save(admin, content)

    level = publish(admin, on=date(2027, 8, 1), note="disetujui rapat")

    assert [promised(admin, on=day).resolution for day in (TODAY, date(2027, 7, 31), date(2027, 8, 1))] == [72 * HOUR, 72 * HOUR, 48 * HOUR]
    assert level.draft is None
    with scope(admin):
        row = next(row for row in level_rows(admin) if row["key"] == "bank-standard")
    assert (row["number"], row["next"]) == (1, {"number": 2, "effective_from": date(2027, 8, 1)})
    assert recorded() == [("SLA_POLICY", "bank-standard", "DRAFT"), ("SLA_POLICY", "bank-standard", "PUBLISH")]


def test_a_draft_is_kept_and_thrown_away(admin):
    content = bank(admin)
    content["pause_cap_hours"] = 24
    drafted = save(admin, content)
    with scope(admin):
        gone = services.level_discard_draft(actor=admin, key="bank-standard", version=drafted.revision)
        again = services.level_restore(actor=admin, key="bank-standard", number=1, version=gone.revision)

    assert drafted.draft["pause_cap_hours"] == 24
    assert gone.draft is None
    assert again.draft == bank(admin)
    with pytest.raises(ServiceLevelIsUnchanged):
        publish(admin)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda c: c["rules"][0]["targets"]["LOW"].update(resolution_hours=200), "content.rules.0.targets.LOW.resolution_hours"),
        (lambda c: c["rules"][0]["targets"]["LOW"].update(first_response_hours=97), "content.rules.0.targets.LOW.first_response_hours"),
        (lambda c: c["rules"][0]["targets"]["LOW"].update(resolution_hours=71.9), "content.rules.0.targets.LOW.resolution_hours"),
        (lambda c: c["rules"][0]["targets"].pop("LOW"), "content.rules.0.targets"),
        (lambda c: c["rules"].append(c["rules"][0]), "content.rules.7.category"),
        (lambda c: c["rules"][0].update(category="NO_SUCH"), "content.rules.0.category"),
        (lambda c: c.update(calendar="no-such"), "content.calendar"),
        (lambda c: c.update(legal_rules="no-such"), "content.legal_rules"),
        (lambda c: c["ladder"].append(c["ladder"][0]), "content.ladder.4"),
        (lambda c: c["ladder"][1].update(act="REASSIGN"), "content.ladder.1.act"),
        (lambda c: c["ladder"][0].update(working_days=1), "content.ladder.0.working_days"),
        (lambda c: c["ladder"][0].update(level=3), "content.ladder.1.level"),
    ],
)
def test_what_cannot_be_promised_is_refused_at_its_place(admin, trace, change, field):
    content = bank(admin)
    change(content)

    with pytest.raises(Invalid) as refusal:
        save(admin, content)

    assert field in refusal.value.fields
    assert trace() == {}


def test_a_target_of_working_hours_is_compared_with_the_law_over_the_coming_year(admin):
    """Forty working hours are five days of office hours: as long as the law gives, from whatever moment."""
    content = bank(admin)
    content["calendar"] = "office-wib"
    for rule in content["rules"]:
        for target in rule["targets"].values():
            target |= {"first_response_hours": 1, "resolution_hours": 40}
    save(admin, content)

    content["rules"][0]["targets"]["LOW"]["resolution_hours"] = 49
    with pytest.raises(Invalid, match="marked"):
        save(admin, content)


def test_a_law_that_would_end_before_what_is_promised_is_refused(admin):
    with scope(admin), pytest.raises(Invalid) as refusal:
        services.legal_publish(actor=admin, key="pojk-22-2023", number=1, values=limits(verbal_days=2), effective_from=TODAY, note="")
    assert "bank-standard.rules.0.targets.LOW.resolution_hours" in refusal.value.fields

    with scope(admin):
        services.legal_publish(actor=admin, key="pojk-22-2023", number=1, values=limits(written_days=8), effective_from=date(2027, 9, 1), note="")
    assert [promised(admin, on=day).legal.days for day in (date(2027, 8, 31), date(2027, 9, 1))] == [10, 8]
    with scope(admin), pytest.raises(StaleVersion):
        services.legal_publish(actor=admin, key="pojk-22-2023", number=1, values=limits(), effective_from=TODAY, note="")
    with scope(admin), pytest.raises(Invalid):
        services.legal_publish(actor=admin, key="pojk-22-2023", number=2, values=limits(), effective_from=TODAY - timedelta(days=1), note="")
    with scope(admin), pytest.raises(LegalRulesNotFound):
        law_on("no-such", TODAY)


def test_a_category_is_covered_by_one_level_only(admin):
    with scope(admin):
        made = services.level_create(actor=admin, key="prioritas", title={"id": "Prioritas", "en": "Priority"}, copy_of="bank-standard")
    assert made.draft["rules"] == []
    content = {**made.draft, "rules": bank(admin)["rules"][:1]}
    save(admin, content, "prioritas")

    with pytest.raises(Invalid) as refusal:
        publish(admin, "prioritas")
    assert "SLA pengaduan bank" in refusal.value.fields["content.rules.0.category"].id

    without = bank(admin)
    without["rules"] = without["rules"][1:]
    save(admin, without)
    publish(admin)
    with scope(admin), pytest.raises(NoServiceLevel):
        promise_for("TRX_FAIL", None, TODAY)
    publish(admin, "prioritas")
    assert promised(admin).policy == "prioritas 1"


def test_a_sub_category_is_covered_by_its_parent_or_its_own_rule(admin):
    with scope(admin):
        category_create(actor=admin, code="CARD_LOST", values={"category_name": "Kartu hilang", "name_en": "Card lost", "parent_id": "CARD_ATM"})
    assert promised(admin, "CARD_LOST", parent="CARD_ATM").resolution == 72 * HOUR

    content = bank(admin)
    content["rules"].append({**content["rules"][3], "category": "CARD_LOST"})
    save(admin, content)
    publish(admin)
    assert promised(admin, "CARD_LOST", parent="CARD_ATM").resolution == 48 * HOUR


def test_nothing_takes_effect_in_the_past(admin):
    content = bank(admin)
    content["pause_cap_hours"] = 24
    save(admin, content)

    with pytest.raises(Invalid) as refusal:
        publish(admin, on=TODAY - timedelta(days=1))
    assert set(refusal.value.fields) == {"effective_from"}


def test_stale_unknown_taken_and_forbidden_are_refused(admin, actor, trace):
    content = bank(admin)
    with pytest.raises(StaleVersion):
        save(admin, content, version=99)
    with pytest.raises(ServiceLevelNotFound), scope(admin):
        level_get("no-such")
    with pytest.raises(ServiceLevelExists), scope(admin):
        services.level_create(actor=admin, key="bank-standard", title={"id": "Lagi", "en": "Again"})
    for username in ("supervisor_mdn", "compliance"):
        who = actor(username)
        with pytest.raises(Forbidden), scope(who):
            services.level_save_draft(actor=who, key="bank-standard", raw=content, version=1)
        with pytest.raises(Forbidden), scope(who):
            services.legal_publish(actor=who, key="pojk-22-2023", number=1, values=limits(), effective_from=TODAY, note="")
    assert trace() == {}


def test_what_was_published_never_changes_by_whatever_role(admin):
    for table in ("crm.sla_policy_versions", "crm.case_legal_rules"):
        with scope(admin):
            assert execute(f"UPDATE {table} SET note = 'lain'", {}) == 0
            assert execute(f"DELETE FROM {table}", {}) == 0
        for statement in (f"UPDATE {table} SET note = 'lain'", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
            with rows(), pytest.raises(Exception, match=r"never (changes|rewritten)"), transaction.atomic():
                execute(statement, {})


def test_a_calendar_that_a_promise_names_is_not_archived(admin):
    with scope(admin), pytest.raises(CalendarIsUsed) as refusal:
        calendar_archive(actor=admin, key="always")
    assert refusal.value.extra["uses"] == [{"kind": "Kebijakan SLA", "name": "SLA pengaduan bank"}]


def test_it_is_explained_when_a_case_would_be_due(admin):
    with scope(admin):
        found = explained(category="TRX_FAIL", priority=Priority.MEDIUM, kind=Kind.VERBAL, received_at=datetime(2027, 7, 1, 5, 30, tzinfo=UTC))

    due = {clock["clock"]: clock["due_at"] for clock in found["clocks"]}
    assert found["policy"] == {"key": "bank-standard", "number": 1}
    assert due[Clock.RESOLUTION] == datetime(2027, 7, 4, 5, 30, tzinfo=UTC)
    assert due[Clock.LEGAL] == datetime(2027, 7, 8, 10, tzinfo=UTC)
    assert [len(clock["lines"]) for clock in found["clocks"]] == [3, 3, 7]


def test_the_operations_say_the_same(organisation):
    browser = people.client("admin")
    content = {"calendar": "always", "legal_rules": None, "pause_cap_hours": 0, "ladder": [], "rules": []}
    made = browser.api("POST", "/sla-policies", {"key": "khusus", "title": {"id": "Khusus", "en": "Special"}})
    assert (made.status_code, made.json()["version"], made.json()["content"]) == (201, 1, None)
    saved = browser.api("PUT", "/sla-policies/khusus/draft", {"content": content, "version": 1})
    assert (saved.status_code, saved.json()["has_draft"], saved.json()["can"]) == (200, True, {"update": True, "publish": True})
    stale = browser.api("PUT", "/sla-policies/khusus/draft", {"content": content, "version": 1})
    assert (stale.status_code, stale.json()["current"]) == (409, {"version": 2})
    published = browser.api("POST", "/sla-policies/khusus/publish", {"version": 2, "effective_from": str(today()), "note": "uji"})
    assert (published.status_code, published.json()["number"], published.json()["versions"][0]["published_by"]["full_name"]) == (200, 1, "Admin")
    assert browser.api("GET", "/sla-policies/khusus/versions/1").json()["content"] == content

    renamed = browser.api("PUT", "/sla-policies/khusus", {"version": 3, "title": {"id": "Istimewa", "en": "Exclusive"}})
    assert (renamed.status_code, renamed.json()["title"], renamed.json()["number"]) == (200, "Istimewa", 1)
    assert browser.api("PUT", "/sla-policies/khusus", {"version": 3, "title": {"id": "Lain", "en": "Other"}}).status_code == 409

    agent = people.client("agent_mdn")
    told = agent.api("POST", "/sla-explanations", {"category": "FRAUD_SCAM", "priority": "CRITICAL", "kind": "WRITTEN", "received_at": "2027-07-01T05:30:00Z"})
    assert told.status_code == 200, told.content
    assert (told.status_code, [clock["clock"] for clock in told.json()["clocks"]]) == (200, ["FIRST_RESPONSE", "RESOLUTION", "LEGAL"])
    assert agent.api("GET", "/sla-policies").status_code == 403
    assert [row["code"] for row in agent.api("GET", "/case-categories").json()["items"]][:2] == ["TRX_FAIL", "CARD_ATM"]
