"""Whether case numbers have gaps: what the counters gave against what is there, whoever may have written in between."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.platform.db import query

_NUMBERED = """
WITH given AS (
    SELECT k.branch_code, split_part(k.case_no, '-', 2)::int AS year, substring(k.case_no FROM '[0-9]+$')::int AS number FROM crm.cases k
), missing AS (
    SELECT n.year, n.branch_code, n.last_number, g.number, EXISTS (
        SELECT FROM given k WHERE k.branch_code = n.branch_code AND k.year = n.year AND k.number = g.number) AS there
    FROM crm.case_numbers n CROSS JOIN LATERAL generate_series(1, n.last_number) AS g (number)
    WHERE %(year)s::int IS NULL OR n.year = %(year)s
)
SELECT year, branch_code, last_number, count(*) FILTER (WHERE there) AS cases,
       coalesce(array_agg(number ORDER BY number) FILTER (WHERE NOT there), '{}') AS gaps
FROM missing GROUP BY year, branch_code, last_number ORDER BY year, branch_code
"""


@dataclass(frozen=True)
class Numbered:
    """The numbers of one branch in one year: how many cases there are, the last number that was given, and those that no case has."""

    year: int
    branch_code: str
    last: int
    cases: int
    gaps: tuple[int, ...]

    @property
    def missing_numbers(self) -> list[str]:
        """The numbers that are missing, as cases bear them."""
        return [f"CASE-{self.year}-{self.branch_code}-{number:06}" for number in self.gaps]


def count_numbers(year: int | None = None) -> list[Numbered]:
    """Each branch and year, over the cases that the caller reaches: only who reaches all of them may conclude that one is missing."""
    return [Numbered(row["year"], row["branch_code"], row["last_number"], row["cases"], tuple(row["gaps"])) for row in query(_NUMBERED, {"year": year})]
