"""Which promise holds for a case of one category on one day, and the terms that its clocks follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from simpul.cases.errors import LegalRulesNotFound, NoServiceLevel
from simpul.cases.levels.content import Content, content_of
from simpul.cases.sla import LegalTerms, Terms
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.db import query

_IN_FORCE = """
SELECT DISTINCT ON (v.policy_id) v.version_id, v.number, v.content, p.key FROM crm.sla_policy_versions v JOIN crm.sla_policies p USING (policy_id)
WHERE v.effective_from <= %(day)s ORDER BY v.policy_id, v.number DESC
"""
_LAW = """
SELECT legal_rules_id, key, number, calendar, verbal_days, written_days, extension_days, pause_cap_days FROM crm.case_legal_rules
WHERE key = %(key)s AND effective_from <= %(day)s ORDER BY number DESC LIMIT 1
"""


@dataclass(frozen=True)
class Law:
    """One version of a set of legal limits."""

    id: UUID
    key: str
    number: int
    calendar: str
    verbal_days: int
    written_days: int
    extension_days: int
    pause_cap_days: int

    def terms(self, kind: Kind) -> LegalTerms:
        """What it means for a complaint that was made so; only a written one may be extended."""
        days, extension = (self.verbal_days, 0) if kind is Kind.VERBAL else (self.written_days, self.extension_days)
        return LegalTerms(f"{self.key} {self.number}", self.calendar, days, extension, self.pause_cap_days)


@dataclass(frozen=True)
class Promise:
    """The version of a service level that covers a category, by its own rule or by its parent's."""

    version_id: UUID
    policy: str
    number: int
    category: str
    content: Content
    law: Law | None

    def terms(self, priority: Priority, kind: Kind) -> Terms:
        """What the clocks of a case follow."""
        law = self.law.terms(kind) if self.law else None
        return terms_of(f"{self.policy} {self.number}", self.content, self.category, priority, law)


def terms_of(policy: str, content: Content, category: str, priority: Priority, law: LegalTerms | None) -> Terms:
    """What a version of a service level promises a case that its rule for `category` covers."""
    target = content.rules[category][priority]
    return Terms(policy, priority, content.calendar, target.first_response, target.resolution, content.pause_cap, law, content.ladder)


def promise_for(category: str, parent: str | None, on: date) -> Promise:
    """The promise for cases of the category that are opened on the day.

    Raises: NoServiceLevel, LegalRulesNotFound.
    """
    rows = query(_IN_FORCE, {"day": on})
    for covered in (category, parent):
        for row in rows:
            if covered is not None and any(rule["category"] == covered for rule in row["content"]["rules"]):
                content = content_of(row["content"])
                law = law_on(content.legal_rules, on) if content.legal_rules else None
                return Promise(row["version_id"], row["key"], row["number"], covered, content, law)
    raise NoServiceLevel()


def law_on(key: str, on: date) -> Law:
    """The version of a set of legal limits that is in force on the day.

    Raises: LegalRulesNotFound.
    """
    rows: list[dict[str, Any]] = query(_LAW, {"key": key, "day": on})
    if not rows:
        raise LegalRulesNotFound()
    found = rows[0]
    found["id"] = found.pop("legal_rules_id")
    return Law(**found)
