"""What is to become less never becomes more: each count may be at most what `ratchets.toml` says.

`python -m tools.lints.ratchets` (a part of `make fix`) takes the numbers down to where the counts are.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

from tools.repository import ROOT, SOURCES, Finding, configuration, relative, tracked_files

FILE = ROOT / "tools" / "lints" / "ratchets.toml"
_METAPHORS = re.compile(r"(?<![a-z])(told|held|ear|ears|papers|portable|rung|rungs|bone|bones|asked|wanted|heard)(?![a-z])")


def findings() -> list[Finding]:
    """Every count that rose."""
    return [
        Finding(relative(FILE), 1, f"{name}: {counted}, at most {allowed}: write it as the house wants it")
        for name, allowed in _allowed().items()
        if (counted := COUNTS[name]()) > allowed
    ]


def lower() -> None:
    """Write down what the counts have come to, where they fell."""
    lines = [f"{name} = {min(allowed, COUNTS[name]())}\n" for name, allowed in _allowed().items()]
    comments = [line for line in FILE.read_text().splitlines(keepends=True) if line.startswith("#")]
    FILE.write_text("".join(comments + lines))


def _allowed() -> dict[str, int]:
    return tomllib.loads(FILE.read_text())


def _function_names() -> Iterator[str]:
    for path in tracked_files("src"):
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("__"):
                    yield node.name


def _public_functions_of_one_word() -> int:
    return sum("_" not in name and len(name) > 1 for name in _function_names())


def _names_that_are_metaphors() -> int:
    return sum(bool(_METAPHORS.search(name)) for name in (*_function_names(), *(path.stem.lower() for path in tracked_files("src", "web/src"))))


def _untyped_results() -> int:
    return sum(path.read_text().count("dict[str, Any]") for path in SOURCES.rglob("*.py"))


def _exceptions_to_the_inner_order() -> int:
    contracts = configuration()["tool"]["importlinter"]["contracts"]
    return sum(len(contract.get("extra", [])) for contract in contracts if contract["type"] == "inner_order")


COUNTS = {
    "public_functions_of_one_word": _public_functions_of_one_word,
    "names_that_are_metaphors": _names_that_are_metaphors,
    "untyped_results": _untyped_results,
    "exceptions_to_the_inner_order": _exceptions_to_the_inner_order,
}


if __name__ == "__main__":
    lower()
