"""Product indicators: whether a customer holds a product, as of a day."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from simpul.customers.codes import codes_in_use
from simpul.customers.importing.listed import refuse_unlisted
from simpul.customers.importing.reference import Reference, reference_fields, reference_keys
from simpul.customers.vocabulary import CodeList
from simpul.imports.public import Field, Merged, Problems, Setting, TableLoader, Target, fields
from simpul.platform import clock
from simpul.platform.db import query


def _past(value: Any) -> Any:
    return fields.past_day(clock.today())(value)


FIELDS = {
    **reference_fields("customer_"),
    "product": Field(fields.text(30), required=True, few=True, listed=lambda: codes_in_use(CodeList.PRODUCT)),
    "held": Field(fields.yes_or_no, required=True, few=True),
    "as_of": Field(_past, required=True, few=True),
}


class ProductLoader(TableLoader):
    """The latest word counts; of two on one day, that the product is held."""

    name = "import_products"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = {**self.customer.columns, "product": "text", "held": "boolean", "as_of": "date"}
        super().__init__(setting)
        self.products = codes_in_use(CodeList.PRODUCT)

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        refuse_unlisted(rows, columns["product"], self.products, "product", problems)
        return {**columns, **self.customer.prepare(columns)}

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        staged = query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"]
        written = query(
            f"INSERT INTO crm.customer_products AS p (customer_id, product, held, as_of) "
            f"SELECT DISTINCT ON (customer_id, product) customer_id, product, held, as_of FROM {self.name} ORDER BY customer_id, product, as_of DESC, held DESC "
            f"ON CONFLICT (customer_id, product) DO UPDATE SET held = excluded.held, as_of = excluded.as_of "
            f"WHERE excluded.as_of > p.as_of OR (excluded.as_of = p.as_of AND excluded.held AND NOT p.held) RETURNING (old.customer_id IS NULL) AS is_new"
        )
        result.added = sum(row["is_new"] for row in written)
        result.changed = len(written) - result.added
        result.unchanged = staged - len(written)


TARGET = Target("products", FIELDS, ProductLoader, keys=reference_keys("customer_"))
