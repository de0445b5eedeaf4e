"""The pages, tabs and places in the navigation that the domains declare, as the browser tests expect them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.contract.declared import GROUPS, Link, Look, Tab, gathered
from tests.e2e.harness.site import Site
from tools.repository import ROOT

WEB = ROOT / "web" / "src"
# As many as the phone's bar has room for beside its search; with more, the last place leads to the rest.
PLACES = 4
_NAMED = re.compile(r"\{(\w+)\}")
_LAZY = re.compile(r"import\('([^']+)'\)")


def pages() -> dict[str, Look]:
    """Every declared state of a page, by its name."""
    return gathered("pages")


def filled(look: Look, site: Site) -> str:
    """The address of a page, after the records that it shows are there."""
    made: dict[str, str] = {}

    def record(name: str) -> str:
        if name not in made:
            made[name] = gathered("records")[name](site, record)
        return made[name]

    if look.after:
        record(look.after)
    return _NAMED.sub(lambda name: record(name[1]), look.path)


@cache
def looks_at_places() -> dict[str, str]:
    """The first look that shows a place of the navigation as it is, with nothing over it: its name, and the place's address."""
    found: dict[str, str] = {}
    offered = {link.path: set(link.roles) for link in gathered("links").values()}
    for name, look in pages().items():
        if look.role in offered.get(look.path, ()) and not (look.answers or look.within or look.opened_anew):
            found[name] = look.path
            del offered[look.path]
    return found


def links_of(role: str) -> list[Link]:
    """What a role is offered, in the order of the phone's bar."""
    return sorted((link for link in gathered("links").values() if role in link.roles), key=lambda link: link.place)


def rail_of(role: str) -> list[str]:
    """The names in a role's navigation on a wide screen, group by group."""
    return [link.name for link in sorted(links_of(role), key=lambda link: (GROUPS.index(link.group), link.place) if link.group else (0, 0)) if link.group]


def bar_of(role: str) -> tuple[list[str], list[str]]:
    """The names in a role's bar on the phone, and those that are behind its last key."""
    links = links_of(role)
    if len(links) <= PLACES:
        return [link.short or link.name for link in links], []
    first = links[: PLACES - 1]
    first = first if any(role in link.home_of for link in first) else [*first[:-1], next(link for link in links if role in link.home_of)]
    return [link.short or link.name for link in first], [link.name for link in links if link not in first]


def homes() -> dict[str, Link]:
    """Where each role arrives."""
    return {role: link for link in gathered("links").values() for role in link.home_of}


def tabs(*first: str, role: str = "AGENT") -> list[str | re.Pattern[str]]:
    """The tabs of the customer's record for a role that works with customers."""
    declared: list[Tab] = sorted(gathered("tabs").values(), key=lambda tab: tab.place)
    seen = [tab for tab in declared if not tab.roles or role in tab.roles]
    return [*first, *(re.compile(f"^{tab.name}") if tab.counted else tab.name for tab in seen)]


def routes() -> dict[str, str]:
    """The address of every route of the web, with the domain in whose contract a look at it is expected."""
    found = {}
    for path in sorted(WEB.rglob("*.ts*")):
        if ".test." in path.name or path.name == "schema.gen.ts":
            continue
        source = path.read_text()
        for match in re.finditer(r"\bpath: '(/[^']*)'", source):
            if not match[1].startswith("/api/"):
                lazy = _LAZY.search(source, match.end())
                following = re.search(r"\bpath: '", source[match.end() :])
                near = lazy and (not following or lazy.start() < match.end() + following.start())
                found[match[1]] = _domain(path.as_posix(), path.parent / f"{lazy[1]}.tsx" if lazy and near else None)
    return found


def _domain(declared_in: str, page: Path | None) -> str:
    """A feature's own route is its domain's; else that of the page which it shows."""
    own = re.search(r"/features/(\w+)/", declared_in)
    if own:
        return own[1]
    shown = re.search(r"~/features/(\w+)/", page.read_text()) if page and page.is_file() else None
    return shown[1] if shown else "config"


def route_matcher(route: str) -> Callable[[str], bool]:
    """Whether an address is one of a route's."""
    pattern = re.compile("/".join("[^/]+" if part.startswith("$") else re.escape(part) for part in route.split("/")))
    return lambda address: bool(pattern.fullmatch(address))


def route_of(look: Look, known: list[str]) -> str | None:
    """The route that a look's address belongs to: of several that it fits, the one with most words of its own."""
    fitting = [route for route in known if route_matcher(route)(re.split("[?#]", look.path)[0])]
    return min(fitting, key=lambda route: route.count("$")) if fitting else None


def routes_looked_at(known: list[str]) -> set[str]:
    """The routes at which some page is looked at.

    A page that is only refused or missing is not looked at, unless nobody is signed in there.
    """
    return {route for look in pages().values() if is_seen(look) and (route := route_of(look, known))}


def is_seen(look: Look) -> bool:
    """Whether it shows its page, and not only that it is refused or missing."""
    return not look.answers or look.role is None


@cache
def first_looks() -> frozenset[str]:
    """The first look of each route at the page itself, with nothing over it."""
    known, firsts = list(routes()), dict[str | None, str]()
    for name, look in pages().items():
        if is_seen(look) and not look.within:
            firsts.setdefault(route_of(look, known), name)
    return frozenset(firsts.values())
