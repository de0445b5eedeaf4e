"""Leads and opportunities from another system: open ones, each with its key there, brought in as new and assigned by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from simpul.cases.public import product_choices
from simpul.customers.public import Reference, reference_fields, reference_keys
from simpul.iam.public import system_actor
from simpul.imports.public import Field, Merged, Problem, Problems, Setting, TableLoader, Target, fields
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query
from simpul.platform.text import Text
from simpul.sales.services.lifecycle import customers_follow
from simpul.sales.vocabulary import LEAD_WORKFLOW, OPPORTUNITY_WORKFLOW, LeadSource
from simpul.workflow import public as workflow

_PRODUCT = Text(id="Produk ini tidak ada dalam daftar.", en="There is no such product in the list.")
_TWICE = Text(id="Kunci ini sudah ada di baris lain.", en="Another row has this key.")
_NOBODY = Text(id="Tidak ada RM untuk nasabah ini.", en="No relationship manager follows this customer up.")
_KEY = fields.pattern(r"[A-Za-z0-9_.:-]{1,40}", "Huruf, angka, dan tanda . _ : - saja.", "Letters, digits and . _ : - only.")
_SOURCES = (LeadSource.MANUAL, LeadSource.SERVICE_FOLLOWUP, LeadSource.INTAKE_API)


def _products() -> list[str]:
    return list(product_choices())


FIELDS = {
    **reference_fields("customer_"),
    "lead_key": Field(_KEY, required=True),
    "source_type": Field(fields.choice([str(each) for each in _SOURCES]), required=True, few=True),
    "product_code": Field(fields.text(30), few=True, listed=_products),
    "interest": Field(fields.text(200)),
    "note": Field(fields.text(2000)),
    "estimated_value": Field(fields.decimal(least=Decimal(0))),
}


class _KeyedLoader(TableLoader):
    """What both have in common: a customer, a key in the source, and a product of the list."""

    key = ""
    optional: tuple[str, ...] = ()

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = {**self.customer.columns, **self.columns}
        super().__init__(setting)
        self.products = frozenset(_products())

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        empty: Sequence[Any] = [None] * len(rows)
        given = {**columns, **{name: columns.get(name, empty) for name in self.optional}}
        for place, product in zip(rows, given["product_code"], strict=True):
            if product is not None and product not in self.products:
                problems.setdefault(place, []).append(Problem("product_code", _PRODUCT))
        keys = [None if key is None else f"{self.setting.source_system}:{key}"[:80] for key in given[self.key]]
        return {**given, self.key: keys, **self.customer.prepare(columns)}


class LeadLoader(_KeyedLoader):
    """Adds leads that are not there by their key; one that is stays as it is, whatever became of it."""

    name = "import_leads"
    key = "lead_key"
    optional = ("product_code", "interest", "note", "estimated_value")
    columns = {
        "lead_key": "text",
        "source_type": "text",
        "product_code": "text",
        "interest": "text",
        "note": "text",
        "estimated_value": "numeric",
    }

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        first = f"SELECT min(f.place) FROM {self.name} f WHERE f.lead_key = s.lead_key AND f.source_type = s.source_type"
        self.refuse(result, f"s.place <> ({first})", "lead_key", _TWICE)
        staged = query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"]
        execute(f"DELETE FROM {self.name} s WHERE EXISTS (SELECT FROM crm.leads l WHERE l.source_type = s.source_type AND l.source_id = s.lead_key)")
        added = query(
            f"INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, source_id, product_code, interest, note, estimated_value, "
            f"  assigned_to, status, status_since, created_by, created_at, updated_at, version) "
            f"SELECT uuidv7(), s.customer_id, a.branch_code, s.source_type, s.lead_key, s.product_code, coalesce(s.interest, ''), coalesce(s.note, ''), "
            f"  s.estimated_value, a.assigned_to, 'NEW', %(at)s, iam.uid(), %(at)s, %(at)s, 1 "
            f"FROM {self.name} s JOIN crm.lead_assignments((SELECT array_agg(DISTINCT customer_id) FROM {self.name}), %(day)s) a USING (customer_id) "
            f"RETURNING lead_id, customer_id",
            {"at": now(), "day": today()},
        )
        result.added, result.unchanged = len(added), staged - len(added)
        if added:
            workflow.adopt_some(actor=system_actor(), definition=LEAD_WORKFLOW, subject_ids=[row["lead_id"] for row in added])
            customers_follow([row["customer_id"] for row in added])


OPPORTUNITY_FIELDS = {
    **reference_fields("customer_"),
    "opportunity_key": Field(_KEY, required=True),
    "product_interest": Field(fields.text(200, 2), required=True),
    "product_code": Field(fields.text(30), few=True, listed=_products),
    "estimated_value": Field(fields.decimal(least=Decimal(0)), required=True),
    "expected_close_on": Field(fields.past_day(date(2000, 1, 1), future_days=72_000), required=True),
}


class OpportunityLoader(_KeyedLoader):
    """Adds opportunities that are not there by their key, as new ones of whoever the rule names."""

    name = "import_opportunities"
    key = "opportunity_key"
    optional = ("product_code",)
    columns = {
        "opportunity_key": "text",
        "product_interest": "text",
        "product_code": "text",
        "estimated_value": "numeric",
        "expected_close_on": "date",
        "assigned_to": "uuid",
    }

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        first = f"SELECT min(f.place) FROM {self.name} f WHERE f.opportunity_key = s.opportunity_key"
        self.refuse(result, f"s.place <> ({first})", "opportunity_key", _TWICE)
        standing = "SELECT FROM crm.opportunities o WHERE o.source_key = s.opportunity_key"
        result.unchanged = execute(f"DELETE FROM {self.name} s WHERE EXISTS ({standing})")
        execute(
            f"UPDATE {self.name} s SET assigned_to = a.assigned_to "
            f"FROM crm.lead_assignments((SELECT array_agg(DISTINCT customer_id) FROM {self.name}), %s) a WHERE a.customer_id = s.customer_id",
            (today(),),
        )
        self.refuse(result, "s.assigned_to IS NULL", self.customer.by, _NOBODY)
        added = query(
            f"INSERT INTO crm.opportunities (opportunity_id, customer_id, branch_code, source_key, product_interest, product_code, estimated_value, "
            f"  stage, probability, expected_close_on, assigned_to, closed_note, stage_since, created_by, created_at, updated_at, version) "
            f"SELECT uuidv7(), s.customer_id, k.home_branch_code, s.opportunity_key, s.product_interest, s.product_code, s.estimated_value, "
            f"  'NEW', g.probability, s.expected_close_on, s.assigned_to, '', %(at)s, iam.uid(), %(at)s, %(at)s, 1 "
            f"FROM {self.name} s JOIN crm.customers k ON k.customer_id = s.customer_id JOIN crm.opportunity_stages g ON g.stage = 'NEW' "
            f"RETURNING opportunity_id, customer_id",
            {"at": now()},
        )
        result.added = len(added)
        if added:
            ids = [row["opportunity_id"] for row in added]
            workflow.adopt_some(actor=system_actor(), definition=OPPORTUNITY_WORKFLOW, subject_ids=ids)
            customers_follow([row["customer_id"] for row in added])


TARGETS = (
    Target("leads", FIELDS, LeadLoader, keys=reference_keys("customer_")),
    Target("opportunities", OPPORTUNITY_FIELDS, OpportunityLoader, keys=reference_keys("customer_")),
)
