"""Leads from another system: open ones, each with its key there, brought in as new and assigned by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from simpul.sales.vocabulary import LEAD_WORKFLOW, LeadSource
from simpul.workflow import public as workflow

_PRODUCT = Text(id="Produk ini tidak ada dalam daftar.", en="There is no such product in the list.")
_TWICE = Text(id="Kunci ini sudah ada di baris lain.", en="Another row has this key.")
_SOURCES = (LeadSource.MANUAL, LeadSource.SERVICE_FOLLOWUP, LeadSource.INTAKE_API)


def _products() -> list[str]:
    return list(product_choices())


FIELDS = {
    **reference_fields("customer_"),
    "lead_key": Field(fields.pattern(r"[A-Za-z0-9_.:-]{1,40}", "Huruf, angka, dan tanda . _ : - saja.", "Letters, digits and . _ : - only."), required=True),
    "source_type": Field(fields.choice([str(each) for each in _SOURCES]), required=True, few=True),
    "product_code": Field(fields.text(30), few=True, listed=_products),
    "interest": Field(fields.text(200)),
    "note": Field(fields.text(2000)),
    "estimated_value": Field(fields.decimal(least=Decimal(0))),
}


class LeadLoader(TableLoader):
    """Adds leads that are not there by their key; one that is stays as it is, whatever became of it."""

    name = "import_leads"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = {
            **self.customer.columns,
            "lead_key": "text",
            "source_type": "text",
            "product_code": "text",
            "interest": "text",
            "note": "text",
            "estimated_value": "numeric",
        }
        super().__init__(setting)
        self.products = frozenset(_products())

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        empty: Sequence[Any] = [None] * len(rows)
        optional = {name: columns.get(name, empty) for name in ("product_code", "interest", "note", "estimated_value")}
        for place, product in zip(rows, optional["product_code"], strict=True):
            if product is not None and product not in self.products:
                problems.setdefault(place, []).append(Problem("product_code", _PRODUCT))
        keys = [None if key is None else f"{self.setting.source_system}:{key}"[:80] for key in columns["lead_key"]]
        return {**columns, **optional, "lead_key": keys, **self.customer.prepare(columns)}

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


TARGET = Target("leads", FIELDS, LeadLoader, keys=reference_keys("customer_"))
