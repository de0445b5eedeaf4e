"""Import rules of the domains that import-linter does not bring: its contract types are named in pyproject.toml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grimp import ImportGraph
from importlinter.application import output
from importlinter.domain import fields
from importlinter.domain.contract import Contract, ContractCheck

ROOT = "simpul"


def place(module: str) -> tuple[str, str]:
    """The domain and the file of a module: `simpul.iam.services.users` is in `iam`, `services`."""
    _, domain, file, *_ = [*module.split("."), "", ""]
    return domain, file


def imports(graph: ImportGraph) -> Iterator[tuple[str, str]]:
    """Every direct import as (importer, imported), in order."""
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            yield importer, imported


class DomainPrivacy(Contract):
    """A domain may be entered only through its doors."""

    type_name = "domain_privacy"

    doors: Any = fields.SetField(subfield=fields.StringField())
    open_domains: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        leaks = [(importer, imported) for importer, imported in imports(graph) if self._leaks(importer, imported)]
        return ContractCheck(kept=not leaks, metadata={"leaks": leaks})

    def _leaks(self, importer: str, imported: str) -> bool:
        home, _ = place(importer)
        domain, door = place(imported)
        if domain in {home, "", *self.open_domains} or home in self.open_domains:
            return False
        return door not in self.doors

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported in check.metadata["leaks"]:
            output.print_error(f"{importer} reaches into {imported}; ask for a function in its public.py")


class InnerOrder(Contract):
    """Inside a domain each file imports only what lies below it, and every file has a declared place.

    `order` lists the rows from high to low; files of one row, written `a | b`, do not import each other. `extra` adds
    files that one domain needs beside the usual ones, as `domain.file: row`; they stand in the row of the named file
    and may import, and be imported by, their neighbours there.
    """

    type_name = "inner_order"

    order: Any = fields.ListField(subfield=fields.StringField())
    extra: Any = fields.ListField(subfield=fields.StringField(), required=False)
    exempt: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        ranks, extra = self._ranks()
        problems = [f"{name} is declared but does not exist" for name in sorted(extra) if f"{ROOT}.{name}" not in graph.modules]
        homeless = {f"{domain}.{file}" for domain, file in map(place, graph.modules) if self._judged(domain, file) and file not in ranks} - extra.keys()
        problems += [f"simpul.{name} has no place: use the files of the house, or declare {name} in the inner-order contract" for name in sorted(homeless)]
        for importer, imported in imports(graph):
            (home, upper), (domain, lower) = place(importer), place(imported)
            if home != domain or upper == lower or not self._judged(home, upper) or not self._judged(domain, lower):
                continue
            neighbours = {f"{home}.{upper}", f"{home}.{lower}"} & extra.keys()
            above, below = (extra.get(f"{home}.{file}", ranks.get(file)) for file in (upper, lower))
            if above is None or below is None:
                continue  # already told
            if above > below or (above == below and not neighbours):
                problems.append(f"{importer} imports {imported}, which does not lie below it")
        return ContractCheck(kept=not problems, metadata={"problems": problems})

    def _judged(self, domain: str, file: str) -> bool:
        return bool(file) and domain not in self.exempt and file != "migrations"

    def _ranks(self) -> tuple[dict[str, int], dict[str, int]]:
        rows = [[name.strip() for name in row.split("|")] for row in self.order]
        ranks = {name: rank for rank, row in enumerate(rows) for name in row}
        extra = {}
        for line in self.extra or []:
            name, _, row = (part.strip() for part in line.partition(":"))
            extra[name] = ranks[row]
        return ranks, extra

    def render_broken_contract(self, check: ContractCheck) -> None:
        for problem in check.metadata["problems"]:
            output.print_error(problem)
