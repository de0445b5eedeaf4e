"""Every measure of dashboards once more, in plain Python over the records of the data set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from simpul.iam.public import SYSTEM_ID
from tests.insight.data import Records, day_of

_SESSION = timedelta(minutes=15)
_OPEN = ("RESOLVED", "CLOSED")


@dataclass(frozen=True)
class Span:
    """What is asked: the days, and the branch or all."""

    first: date
    last: date
    branch: str | None
    holidays: frozenset[date]

    def __contains__(self, at: Any) -> bool:
        return at is not None and self.first <= day_of(at) <= self.last

    def here(self, record: dict[str, Any]) -> bool:
        return self.branch in (None, record["branch_code"])


def _percent(hits: Iterable[bool]) -> Decimal | None:
    every = list(hits)
    return round(100 * Decimal(sum(every)) / len(every), 1) if every else None


def _mean(seconds: Iterable[timedelta]) -> Decimal | None:
    every = list(seconds)
    return round(Decimal(str(sum(each.total_seconds() for each in every))) / len(every)) if every else None


def _cases(records: Records, span: Span, field: str) -> list[dict[str, Any]]:
    return [each for each in records.cases if span.here(each) and each[field] in span]


def _standing(records: Records, span: Span) -> list[dict[str, Any]]:
    return [each for each in records.cases if span.here(each) and each["status"] not in _OPEN]


def _first(records: Records, span: Span, public: bool) -> Decimal | None:
    found = []
    for case in records.cases:
        times = [
            each["created_at"]
            for each in records.activities
            if each["case_id"] == case["case_id"] and each["actor_user_id"] != SYSTEM_ID and (each["is_public"] or not public)
        ]
        if times and span.here(case) and min(times) in span:
            found.append(min(times) - case["created_at"])
    return _mean(found)


def _repeats(records: Records, span: Span) -> Decimal:
    return Decimal(
        len(
            {
                case["customer_id"]
                for case in _cases(records, span, "created_at")
                for before in records.cases
                if before["case_id"] != case["case_id"]
                and (before["customer_id"], before["category_code"]) == (case["customer_id"], case["category_code"])
                and before["closed_at"] is not None
                and timedelta() <= case["created_at"] - before["closed_at"] <= timedelta(days=90)
            }
        )
    )


def _acceptance(records: Records, span: Span) -> Decimal | None:
    hits = []
    for lead in records.leads:
        if not span.here(lead) or lead["created_at"] not in span or lead["assigned_to"] is None:
            continue
        if lead["left_new_at"] is None and records.at - lead["created_at"] < timedelta(days=3):
            continue
        hits.append(lead["left_new_at"] is not None and lead["left_new_at"] - lead["created_at"] <= timedelta(days=3))
    return _percent(hits)


def _activities(records: Records, span: Span) -> Decimal | None:
    managers = {records.people["rm_mdn"], records.people["rm_mdn_2"]}
    made = sum(each["rm_user_id"] in managers and each["withdrawn_at"] is None and each["happened_at"] in span for each in records.contacts)
    days, day = 0, span.first
    while day <= span.last:
        if day.isoweekday() < 6 and day not in span.holidays:
            days += 1 if day in records.absent else 2
        day += timedelta(days=1)
    if span.branch not in (None, "MDN"):
        return None
    return round(Decimal(made) / days, 2)


def _open_opportunities(records: Records, span: Span) -> list[dict[str, Any]]:
    return [each for each in records.opportunities if span.here(each) and each["closed_at"] is None]


def _offers(records: Records, span: Span) -> list[dict[str, Any]]:
    return [each for each in records.offers if span.here(each) and each["sent_at"] in span]


def _share(field: str) -> Callable[[Records, Span], Decimal | None]:
    return lambda records, span: _percent(each[field] is not None for each in _offers(records, span))


def _opt_out(records: Records, span: Span) -> Decimal | None:
    return _percent(
        any(
            each["customer_id"] == offer["customer_id"]
            and each["status"] == "WITHDRAWN"
            and timedelta() <= each["effective_at"] - offer["sent_at"] < timedelta(days=7)
            for each in records.consents
        )
        for offer in _offers(records, span)
    )


def _coverage(records: Records, span: Span) -> Decimal | None:
    every = [*records.cases, *records.leads, *records.opportunities]
    # A withdrawn activity counts for nobody.
    every += [each for each in records.contacts if each["withdrawn_at"] is None]
    began = min(row["at"] for row in records.trail)
    return _percent(each["is_audited"] for each in every if span.here(each) and each["created_at"] in span and each["created_at"] >= began)


def _median(seconds: Iterable[timedelta]) -> Decimal | None:
    every = sorted(int(each.total_seconds()) for each in seconds)
    return Decimal(every[(len(every) - 1) // 2]) if every else None


def _looks(records: Records, span: Span) -> list[tuple[dict[str, Any], timedelta]]:
    """Profiles that follow a search of the same colleague, with the time between."""
    found, last = [], {}
    for row in sorted(records.trail, key=lambda each: each["at"]):
        if row["action"] not in ("SEARCH_CUSTOMER", "VIEW_PROFILE"):
            continue
        before = last.get(row["actor"])
        last[row["actor"]] = row
        if row["action"] == "VIEW_PROFILE" and before and before["action"] == "SEARCH_CUSTOMER":
            took = row["at"] - before["at"]
            if took < _SESSION and span.here(row) and row["at"] in span:
                found.append((row, took))
    return found


def _contexts(records: Records, span: Span) -> Iterable[timedelta]:
    for look, took in _looks(records, span):
        times = [
            each["at"]
            for each in records.trail
            if each["action"] == "CREATE_TASK"
            and (each["actor"], each["customer_id"]) == (look["actor"], look["customer_id"])
            and timedelta() < each["at"] - look["at"] < _SESSION
        ]
        if times:
            yield min(times) - look["at"] + took


def _migrations(records: Records, span: Span) -> Decimal:
    known = {(each["customer_id"], each["month"]): each["segment"] for each in records.months}
    found = 0
    for each in records.months:
        before = known.get((each["customer_id"], (each["month"] - timedelta(days=1)).replace(day=1)))
        found += span.here(each) and span.first <= each["month"] <= span.last and before not in (None, each["segment"])
    return Decimal(found)


ORACLE: dict[str, Callable[[Records, Span], Decimal | None]] = {
    "sla_compliance": lambda r, s: _percent(each["resolved_at"] <= each["sla_due_at"] for each in _cases(r, s, "resolved_at")),
    "backlog": lambda r, s: Decimal(len(_standing(r, s))),
    "backlog_overdue": lambda r, s: Decimal(sum(each["sla_due_at"] < r.at for each in _standing(r, s))),
    "agent_load": lambda r, s: Decimal(len(_standing(r, s))),
    "first_response": lambda r, s: _first(r, s, True),
    "first_update": lambda r, s: _first(r, s, False),
    "final_response_time": lambda r, s: _mean(each["resolved_at"] - each["created_at"] for each in _cases(r, s, "resolved_at")),
    "closed_with_final": lambda r, s: _percent(bool(each["final_response"]) for each in _cases(r, s, "closed_at")),
    "followup_completion": lambda r, s: _percent(
        each["status"] == "DONE" for each in r.tasks if s.here(each) and each["origin"] == "CASE_CLOSED" and s.first <= each["due_on"] <= s.last
    ),
    "repeat_complaints": _repeats,
    "cases_received": lambda r, s: Decimal(len(_cases(r, s, "created_at"))),
    "case_categories": lambda r, s: Decimal(len(_cases(r, s, "created_at"))),
    "lead_acceptance": _acceptance,
    "pipeline": lambda r, s: sum((each["estimated_value"] for each in _open_opportunities(r, s)), Decimal(0)),
    "pipeline_weighted": lambda r, s: sum(
        (round(each["estimated_value"] * each["probability"] / 100, 2) for each in _open_opportunities(r, s)),
        Decimal(0),
    ),
    "open_opportunities": lambda r, s: Decimal(len(_open_opportunities(r, s))),
    "win_rate": lambda r, s: _percent(each["stage"] == "CLOSED_WON" for each in r.opportunities if s.here(each) and each["closed_at"] in s),
    "rm_activities": _activities,
    "campaign_steps": lambda r, s: Decimal(
        sum(each[field] is not None for each in _offers(r, s) for field in ("sent_at", "delivered_at", "opened_at", "clicked_at"))
    ),
    "campaign_sent": lambda r, s: Decimal(len(_offers(r, s))),
    "campaign_delivered": _share("delivered_at"),
    "campaign_opened": _share("opened_at"),
    "campaign_clicked": _share("clicked_at"),
    "eligible_rate": lambda r, s: _percent(
        each["is_eligible"] for each in r.audiences if s.here(each) and each["evaluated_at"] in s and "NOT_IN_RULE" not in (each["reasons"] or [])
    ),
    "opt_out_rate": _opt_out,
    "consents_changed": lambda r, s: Decimal(sum(s.here(each) and each["effective_at"] in s for each in r.consents)),
    "break_glass": lambda r, s: Decimal(sum(s.here(each) and each["starts_at"] in s for each in r.emergencies)),
    "audit_coverage": _coverage,
    "search_to_profile": lambda r, s: _median(took for _, took in _looks(r, s)),
    "time_to_context": lambda r, s: _median(_contexts(r, s)),
    "rfm_distribution": lambda r, s: Decimal(sum(s.here(each) for each in r.segments)),
    "rfm_migration": _migrations,
    "nba_acceptance": lambda r, s: _percent(
        each["decision"] == "ACCEPTED" for each in r.advice if s.here(each) and each["decided_at"] in s and each["decision"] in ("ACCEPTED", "REJECTED")
    ),
    "nba_success": lambda r, s: _percent(each["outcome"] == "SUCCESS" for each in r.advice if s.here(each) and each["outcome_at"] in s),
}
