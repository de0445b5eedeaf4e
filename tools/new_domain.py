"""`make new-domain NAME=tasks`: a domain that passes every gate, to be grown from there.

It makes one table about customers with its policies, services, operations and tests, and a manifest that states all of
it; the domain's name is added to those that the settings read, and nothing else is touched. The name must have its place
in the layers contract: that is a decision to take first. A resource that nobody states yet is stated with grants to begin with.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tools.repository import ROOT, SOURCES, domains, layers, relative, start_django

TEMPLATES = ROOT / "tools" / "templates" / "domain"
NAMES = SOURCES / "config" / "domains.py"

_RESOURCE = """
RESOURCES = {
    "$resource": Resource(
        Text(id="$Resource", en="$Resource"),
        "service",
        "RC",
        grants={"SUPERVISOR": "RC BRANCH", "AGENT": "RC BRANCH", "SYSTEM": "RC ALL"},
    ),
}
"""


class Refusal(Exception):
    """The domain cannot be made like this; the message says what to do first."""


@dataclass(frozen=True)
class Plan:
    """The names that a new domain is made of, and the test users of one branch and of another."""

    domain: str
    entity: str
    resource: str
    maker: str
    stranger: str
    iam_migration: str
    states_resource: bool

    @property
    def values(self) -> dict[str, str]:
        """What the templates fill in."""
        plural = self.domain if self.domain != self.entity else f"{self.entity}s"
        camel = "".join(part.capitalize() for part in self.entity.split("_"))
        names = {name: getattr(self, name) for name in ("domain", "entity", "resource", "maker", "stranger", "iam_migration")}
        written = {"plural": plural, "table": plural, "path": plural.replace("_", "-")}
        stated = {"resource": self.resource, "Resource": self.resource.replace("_", " ").capitalize()}
        manifest = {
            "imports": ", Resource" if self.states_resource else "",
            "resources": Template(_RESOURCE).substitute(stated) if self.states_resource else "",
            "states": ", resources=RESOURCES" if self.states_resource else "",
        }
        return names | written | manifest | {"Entity": camel, "ENTITY": self.entity.upper(), "Title": self.entity.replace("_", " ").capitalize()}


def plan(domain: str, entity: str = "", resource: str = "") -> Plan:
    """Check the names against the layers and the grant table.

    Raises: Refusal.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]{2,30}", domain):
        raise Refusal("A domain's name is one word in small letters.")
    if domain in domains():
        raise Refusal(f"{domain} exists.")
    if domain not in {name for row in layers() for name in row}:
        raise Refusal(f"{domain} has no place: decide what it may import and add it to the layers contract in pyproject.toml.")
    entity = entity or (domain.removesuffix("s") if not domain.endswith("ss") else domain)
    resource = resource or entity
    start_django()
    from simpul.iam.grants import resources, shipped_grants

    makers = (
        ["SUPERVISOR"]
        if resource not in resources()
        else [
            g.role_key
            for g in shipped_grants()
            if g.resource == resource and g.action == "C" and g.reach.name == "BRANCH" and g.role_key in ("SUPERVISOR", "AGENT")
        ]
    )
    if not makers:
        raise Refusal(f"No supervisor or agent may create {resource!r}: change its grants where it is stated, or name another by RESOURCE=.")
    role = makers[0].lower()
    migrations = sorted(path.stem for path in (SOURCES / "iam" / "migrations").glob("[0-9]*.py"))
    return Plan(domain, entity, resource, f"{role}_mdn", f"{role}_bnj", migrations[-1], resource not in resources())


def make(wanted: Plan) -> list[Path]:
    """Write the domain and name it; the files that are new or changed."""
    home, tests = SOURCES / wanted.domain, ROOT / "tests" / wanted.domain
    written = []
    for template in sorted(TEMPLATES.rglob("*.tpl")):
        place = template.relative_to(TEMPLATES).with_suffix("")
        target = tests / f"test_{wanted.values['plural']}.py" if place.name == "tests.py" else home / place
        written.append(_write(target, Template(template.read_text()).substitute(wanted.values)))
    written += [_write(folder / "__init__.py", "") for folder in (home, home / "migrations", tests)]
    _name(wanted)
    subprocess.run([sys.executable, "-m", "ruff", "check", "--quiet", "--fix", *map(str, [home, tests])], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", *map(str, [home, tests, NAMES])], cwd=ROOT, check=True)
    return [*written, NAMES]


def _write(target: Path, text: str) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)
    return target


def _name(wanted: Plan) -> None:
    """Put the name among those of the domains, where its layer is.

    Raises: Refusal.
    """
    order = [name for row in reversed(layers()) for name in row]

    def listed(match: re.Match[str]) -> str:
        names = re.findall(r'"(\w+)"', match[0])
        place = next((index for index, name in enumerate(names) if order.index(name) > order.index(wanted.domain)), len(names))
        names.insert(place, wanted.domain)
        return "NAMES = (\n" + "".join(f'    "{name}",\n' for name in names) + ")"

    text, count = re.subn(r"^NAMES = \([^)]*\)", listed, NAMES.read_text(), count=1, flags=re.MULTILINE)
    if not count:
        raise Refusal(f"{relative(NAMES)} has no place for the new domain; its shape has changed, and tools/new_domain.py must follow.")
    NAMES.write_text(text)


def main() -> int:
    """Make it and say what comes next."""
    parser = argparse.ArgumentParser(prog="make new-domain", description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--entity", default="", help="what one record is called (default: the name without its s)")
    parser.add_argument("--resource", default="", help="its resource in the grant table (default: the entity)")
    arguments = parser.parse_args()
    try:
        wanted = plan(arguments.name, arguments.entity, arguments.resource)
        for path in make(wanted):
            print(f"wrote {relative(path)}")
    except Refusal as refusal:
        print(f"new-domain: {refusal}", file=sys.stderr)
        return 1
    print(
        f"Next: make generate, a recipe for each operation in tests/contract/recipes.py, a row in tests/contract/sample_rows.sql, make check, ./simpul test tests/{wanted.domain}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
