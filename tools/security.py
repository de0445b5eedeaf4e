"""What the product does for each requirement of OWASP ASVS 5.0: docs/security.md, made from the answers in tools/asvs.

Fails when a requirement of level 1 or 2 has no answer or an answer has no requirement, when what is called met names
neither test nor code, and when a test, a path or a passage that an answer names does not exist.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tools.documents import run
from tools.repository import ROOT, Finding, relative, report

FOLDER = ROOT / "tools" / "asvs"
DOCUMENT = ROOT / "docs" / "security.md"
STATES = {
    "met": "met",
    "part": "**in part**",
    "open": "**open**",
    "deploy": "by whoever runs it",
    "na": "does not apply",
}
_MEANINGS = {
    "met": "by code that is named, and shown by a test wherever one can show it",
    "part": "what is missing is said",
    "open": "not met; what stands instead is said",
    "deploy": "the product does its share and the guide says how; the proxy, the network or the organisation does the rest",
    "na": "with the reason",
}


@dataclass(frozen=True)
class Answer:
    """What the product does for one requirement; `see` names tests (path::test), files, or passages of files (path#text)."""

    number: str
    asks: str
    state: str
    how: str
    see: tuple[str, ...]
    file: str


def levels() -> dict[str, int]:
    """The level of every requirement, by its number."""
    chapters = _requirements()["chapters"].values()
    sections = [(section, digits) for chapter in chapters for section, digits in chapter.items() if section != "name"]
    return {f"{section}.{place}": int(digit) for section, digits in sections for place, digit in enumerate(digits, 1)}


def answers(folder: Path = FOLDER) -> list[Answer]:
    """Every answer, in the order of the chapters."""
    found = []
    for path in sorted(folder.glob("V*.toml")):
        for number, given in tomllib.loads(path.read_text()).items():
            found.append(Answer(number, given["asks"], given["state"], given.get("how", ""), tuple(given.get("see", ())), relative(path)))
    return sorted(found, key=lambda answer: _key(answer.number))


def findings(given: list[Answer]) -> Iterator[Finding]:
    """What is unanswered, unfounded, or points nowhere."""
    wanted = levels()
    counted = Counter(answer.number for answer in given)
    for number in (number for number, level in wanted.items() if level < 3 and not counted[number]):
        yield Finding(relative(FOLDER), 1, f"{number} is of level {wanted[number]} and has no answer")
    for answer in given:
        if answer.number not in wanted:
            yield Finding(answer.file, 1, f"{answer.number} is no requirement of ASVS {_requirements()['source']}")
        elif wanted[answer.number] == 3 and answer.state != "met":
            yield Finding(answer.file, 1, f"{answer.number} is of level 3: it is listed when it is met")
        if counted[answer.number] > 1:
            yield Finding(answer.file, 1, f"{answer.number} is answered {counted[answer.number]} times")
        if answer.state not in STATES:
            yield Finding(answer.file, 1, f"{answer.number} is {answer.state!r}; an answer is one of {', '.join(STATES)}")
        if answer.state == "met" and not answer.see and not answer.how:
            yield Finding(answer.file, 1, f"{answer.number} is called met and names neither test nor code nor reason")
        if answer.state != "met" and not answer.how:
            yield Finding(answer.file, 1, f"{answer.number} is not met and gives no reason")
        for name in answer.see:
            if problem := _missing(name):
                yield Finding(answer.file, 1, f"{answer.number} names {name}, {problem}")


def _missing(name: str) -> str:
    path, _, test = name.partition("::")
    path, _, passage = path.partition("#")
    file = ROOT / path
    if not file.exists():
        return "which does not exist"
    if test and test not in _tests(file):
        return "and there is no such test"
    if passage and passage not in file.read_text():
        return "and no such passage stands there"
    return ""


@cache
def _tests(path: Path) -> frozenset[str]:
    return frozenset(node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@lru_cache(maxsize=1)
def _requirements() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "requirements.toml").read_text())


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def render() -> dict[Path, str]:
    """The document."""
    given, level = answers(), levels()
    lines = [(FOLDER / "before.md").read_text().rstrip(), "", "## The requirements one by one", "", *_summary(given, level), ""]
    for chapter, facts in _requirements()["chapters"].items():
        own = [answer for answer in given if answer.number.split(".")[0] == chapter[1:] and level.get(answer.number, 3) < 3]
        lines += [f"### {chapter} {facts['name']}", "", "| | level | what it asks | answer | how, and what shows it |", "|---|---|---|---|---|"]
        lines += [_row(answer, level[answer.number]) for answer in own] + [""]
    lines += [f"{chapter} is left out. {reason}." for chapter, reason in _requirements()["left_out"].items()]
    lines += ["", "### Level 3, met besides", "", "| | what it asks | how, and what shows it |", "|---|---|---|"]
    lines += [f"| {answer.number} | {answer.asks} | {_evidence(answer)} |" for answer in given if level.get(answer.number) == 3]
    lines += ["", (FOLDER / "after.md").read_text().rstrip(), ""]
    return {DOCUMENT: "\n".join(lines)}


def _summary(given: list[Answer], level: dict[str, int]) -> Iterator[str]:
    counted = Counter((level.get(answer.number, 3), answer.state) for answer in given)
    yield f"OWASP ASVS {_requirements()['source']}, levels 1 and 2: {sum(1 for each in level.values() if each < 3)} requirements."
    yield ""
    yield "| answer | level 1 | level 2 | both | meaning |"
    yield "|---|---|---|---|---|"
    for state, name in STATES.items():
        one, two = counted[1, state], counted[2, state]
        yield f"| {name.strip('*')} | {one} | {two} | {one + two} | {_MEANINGS[state]} |"
    yield ""
    yield f"Besides, {counted[3, 'met']} requirements of level 3 are met. In part or open: {_listed(given, level)}."


def _listed(given: list[Answer], level: dict[str, int]) -> str:
    return ", ".join(answer.number for answer in given if answer.state in ("part", "open") and level.get(answer.number, 3) < 3) or "none"


def _row(answer: Answer, level: int) -> str:
    return f"| {answer.number} | {level} | {answer.asks} | {STATES[answer.state]} | {_evidence(answer)} |"


def _evidence(answer: Answer) -> str:
    parts = [f"{answer.how}." if answer.how and not answer.how.endswith(".") else answer.how]
    for name in answer.see:
        path, _, test = name.partition("::")
        path = path.partition("#")[0]
        parts.append(f"[{test or path.removeprefix('src/')}](../{path})")
    return "<br>".join(part for part in parts if part).replace("|", "\\|")


if __name__ == "__main__":
    if "--write" not in sys.argv and report(list(findings(answers())), gate="security requirements"):
        sys.exit(1)
    run(render, gate="docs/security.md")
