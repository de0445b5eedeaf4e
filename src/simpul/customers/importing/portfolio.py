"""Which RM serves a customer: named by the source, or spread over the RMs of the customer's branch."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from simpul.customers.importing.reference import Reference, reference_fields, reference_keys
from simpul.imports.public import Field, Merged, Problems, Setting, TableLoader, Target, fields
from simpul.platform.db import execute, query
from simpul.platform.text import Text

_NO_RM = Text(id="RM ini tidak dikenal.", en="There is no such RM.")
_SKIPPED = Text(id="Tidak ada RM di cabang {branches}: nasabahnya tidak dibagikan.", en="No RM works in {branches}: its customers were not assigned.")

FIELDS = {**reference_fields("customer_"), "rm_username": Field(fields.text(150), few=True)}

_RMS = """
SELECT DISTINCT s.branch_code, u.user_id, u.username::text AS username
  FROM iam.users u
  JOIN iam.user_roles ur ON ur.user_id = u.user_id
  JOIN iam.roles r ON r.role_id = ur.role_id AND r.role_key = 'RM'
  LEFT JOIN iam.user_branch_scopes s ON s.user_id = u.user_id AND s.branch_code IS NOT NULL
       AND (s.active_to IS NULL OR s.active_to > now()) AND (s.active_from IS NULL OR s.active_from <= now())
 WHERE u.status = 'ACTIVE' AND u.kind = 'USER'
"""


class PortfolioLoader(TableLoader):
    """Ends the assignment that differs and begins the new one. Spreading keeps whoever serves the customer already."""

    name = "import_portfolio"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = {**self.customer.columns, "rm_username": "text", "rm_user_id": "uuid"}
        self.named = "rm_username" in setting.columns
        super().__init__(setting)
        execute("DROP TABLE IF EXISTS pg_temp.import_rms")
        execute(
            f"CREATE TEMP TABLE import_rms AS SELECT *, row_number() OVER (PARTITION BY branch_code ORDER BY username) - 1 AS nth, count(*) OVER (PARTITION BY branch_code) AS size FROM ({_RMS}) r"
        )
        self.without: set[str] = set()

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        return {"rm_username": columns.get("rm_username"), **self.customer.prepare(columns)}  # type: ignore[dict-item]

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        if self.named:
            execute(f"UPDATE {self.name} s SET rm_user_id = r.user_id FROM import_rms r WHERE r.username = s.rm_username")
            self.refuse(result, "s.rm_username IS NOT NULL AND s.rm_user_id IS NULL", "rm_username", _NO_RM)
        else:
            # The same customer meets the same RM in every run: the choice follows the key alone.
            execute(
                f"UPDATE {self.name} s SET rm_user_id = coalesce(c.rm_user_id, r.user_id) FROM crm.customers c LEFT JOIN import_rms r "
                f"ON r.branch_code = c.home_branch_code AND r.nth = mod(abs(hashtextextended(c.source_key, 0) %% 1000003), r.size) WHERE c.customer_id = s.customer_id",
                (),
            )
            missing = query(
                f"SELECT DISTINCT c.home_branch_code AS branch FROM {self.name} s JOIN crm.customers c ON c.customer_id = s.customer_id WHERE s.rm_user_id IS NULL"
            )
            self.without.update(row["branch"] for row in missing)
        staged = query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"]
        ended = execute(
            f"UPDATE crm.customer_assignments a SET active = false, ended_at = greatest(now(), a.assigned_at) FROM {self.name} s "
            f"WHERE a.customer_id = s.customer_id AND a.active AND s.rm_user_id IS NOT NULL AND a.rm_user_id <> s.rm_user_id"
        )
        begun = execute(
            f"INSERT INTO crm.customer_assignments (assignment_id, customer_id, rm_user_id, assigned_by, active) "
            f"SELECT DISTINCT ON (s.customer_id) uuidv7(), s.customer_id, s.rm_user_id, %s, true FROM {self.name} s WHERE s.rm_user_id IS NOT NULL "
            f"ORDER BY s.customer_id, s.place DESC ON CONFLICT (customer_id) WHERE active DO NOTHING",
            (self.setting.actor.id,),
        )
        result.changed = ended
        result.added = begun - ended
        result.unchanged = staged - begun

    def finish_file(self) -> None:
        if self.without:
            self.setting.note(_SKIPPED.format(branches=", ".join(sorted(self.without))))


TARGET = Target("portfolio", FIELDS, PortfolioLoader, keys=reference_keys("customer_"))
