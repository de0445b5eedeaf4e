"""Which test proves which acceptance criterion: docs/acceptance.md, made from `@pytest.mark.covers(...)` marks.

Fails when a criterion of this release has no test, and when a mark names a criterion that does not exist.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.documents import run
from tools.repository import ROOT, Finding, relative, report

SOURCE = ROOT / "tools" / "acceptance_criteria.toml"
DOCUMENT = ROOT / "docs" / "acceptance.md"
_HEAD = """# Acceptance

Every acceptance criterion of the source and every line of its checklist, with the tests that prove it. Generated from
the `covers` marks on tests by `make generate`; `make check` fails when a criterion of this release has no test, or when
a mark names none that exists. The criteria are kept in `tools/acceptance_criteria.toml`.
"""


@dataclass(frozen=True)
class Criterion:
    """One line of the source, and the release that it belongs to."""

    key: str
    text: str
    chapter: int
    release: str
    remainder: str = ""


@dataclass(frozen=True)
class Mark:
    """One key on one test."""

    key: str
    test: str
    line: int

    @property
    def path(self) -> str:
        """The file of the test."""
        return self.test.partition("::")[0]


def stories() -> list[tuple[str, str, list[Criterion]]]:
    """The criteria by story: key, title, criteria."""
    listed = tomllib.loads(SOURCE.read_text())["story"]
    return [(story["key"], story["title"], [Criterion(**criterion) for criterion in story["criteria"]]) for story in listed]


def marks(folder: Path = ROOT / "tests") -> list[Mark]:
    """Every mark of every test, in the order of the files."""
    found = []
    for path in sorted(folder.rglob("test_*.py")):
        tree = ast.parse(path.read_text())
        name = relative(path)
        for scope, test in _tests(tree):
            for key, line in [*_keys_of_module(tree), *_keys(scope.decorator_list if scope else []), *_keys(test.decorator_list)]:
                found.append(Mark(key, f"{name}::{f'{scope.name}::' if scope else ''}{test.name}", line))
    return found


def _tests(tree: ast.Module) -> Iterator[tuple[ast.ClassDef | None, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield None, node
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and inner.name.startswith("test_"):
                    yield node, inner


def _keys_of_module(tree: ast.Module) -> list[tuple[str, int]]:
    values = [node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"]
    return [key for value in values for key in _keys(value.elts if isinstance(value, ast.List | ast.Tuple) else [value])]


def _keys(decorators: list[ast.expr]) -> list[tuple[str, int]]:
    calls = [node for node in decorators if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.covers"]
    return [(str(ast.literal_eval(argument)), argument.lineno) for call in calls for argument in call.args]


def findings(listed: list[tuple[str, str, list[Criterion]]], found: list[Mark]) -> list[Finding]:
    """What is promised and not proven, and what is proven and not known."""
    criteria = {criterion.key: criterion for _, _, several in listed for criterion in several}
    proven = {mark.key for mark in found}
    unknown = [Finding(mark.path, mark.line, f"covers {mark.key!r}, which is no criterion of {relative(SOURCE)}") for mark in found if mark.key not in criteria]
    promised = [criterion.key for criterion in criteria.values() if criterion.release == "now" and criterion.key not in proven]
    return unknown + [Finding(relative(SOURCE), 1, f"{key} belongs to this release and no test covers it") for key in promised]


def render() -> dict[Path, str]:
    """The document."""
    tests: dict[str, list[str]] = defaultdict(list)
    for mark in marks():
        tests[mark.key].append(mark.test)
    listed = stories()
    criteria = [criterion for _, _, several in listed for criterion in several]
    proven = sum(1 for criterion in criteria if tests[criterion.key])
    lines = [_HEAD, f"{len(criteria)} criteria: {proven} proven by tests, {len(criteria) - proven} open.", ""]
    for key, title, several in listed:
        lines += [f"## {key} {title}", "", "| criterion | what it asks | proof |", "|---|---|---|"]
        lines += [f"| {criterion.key} | {criterion.text} | {_proof(criterion, tests[criterion.key])} |" for criterion in several]
        lines.append("")
    return {DOCUMENT: "\n".join(lines)}


def _proof(criterion: Criterion, tests: list[str]) -> str:
    parts = [f"[{test.rpartition('::')[2]}](../{test.partition('::')[0]})" for test in dict.fromkeys(tests)]
    if criterion.release == "later":
        parts.append(f"{'in part; the rest is ' if tests else ''}open: comes with chapter {criterion.chapter}")
    elif not tests:
        parts.append("**no test yet**")
    if criterion.remainder:
        parts.append(f"open: {criterion.remainder}")
    return "<br>".join(parts)


if __name__ == "__main__":
    if "--write" not in sys.argv and report(findings(stories(), marks()), gate="acceptance criteria"):
        sys.exit(1)
    run(render, gate="docs/acceptance.md")
