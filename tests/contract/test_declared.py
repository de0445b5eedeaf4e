"""What domains declare of themselves is found, whole and without contradictions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.contract.declared import GROUPS, Contract, Misdeclared, contracts, entries, expected_file, found, gathered, misplaced
from tests.contract.matrix import Recipe
from tests.support import people
from tools.repository import domains

GET, LIST = Recipe(), Recipe(query="?q=a")
ROLES = {role for role, _ in people.USERS.values() if role}
_DECLARING = "from tests.contract.declared import Contract\nfrom tests.contract.matrix import Recipe\nCONTRACT = Contract(recipes={%r: Recipe()})\n"


def write(home: Path, name: str, text: str) -> None:
    place = home / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


def test_contracts_are_found_as_a_file_and_as_a_package_in_the_order_of_the_layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    home = tmp_path / "declaring"
    write(home, "high/contract/__init__.py", _DECLARING % "high_get")
    write(home, "low/contract.py", _DECLARING % "low_get")

    contracts = found(tests=home, package="declaring", order=["low", "empty", "high"])

    assert list(contracts) == ["low", "high"]
    assert [(domain, key) for domain, key, _ in entries("recipes", contracts)] == [("low", "low_get"), ("high", "high_get")]
    assert (expected_file("high", tests=home), expected_file("low", tests=home)) == ("tests/high/contract/", "tests/low/contract.py")


def test_a_contract_of_no_domain_and_one_without_its_door_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    home = tmp_path / "misdeclaring"
    write(home, "low/contract.py", "RECIPES = {}\n")
    with pytest.raises(Misdeclared, match=re.escape("tests/low/contract.py has no CONTRACT = Contract(...).")):
        found(tests=home, package="misdeclaring", order=["low"])

    write(home, "strange/contract.py", "")
    with pytest.raises(Misdeclared, match=re.escape("tests/strange/contract.py is of no domain")):
        found(tests=home, package="misdeclaring", order=["low"])


def test_two_of_one_key_are_refused_with_both_files() -> None:
    two = {"low": Contract(recipes={"things_get": GET}), "high": Contract(recipes={"things_get": GET, "things_list": LIST})}

    with pytest.raises(Misdeclared, match=re.escape("things_get stands in tests/low/contract.py and in tests/high/contract.py (recipes).")):
        gathered("recipes", two)
    assert gathered("recipes", {"low": two["low"]}) == {"things_get": GET}


def test_what_lacks_its_entry_is_named_with_the_file_that_it_belongs_to() -> None:
    declared = {"low": Contract(recipes={"things_get": GET, "others_get": GET, "gone_get": GET})}
    belongs = {"things_get": "low", "others_get": "high", "missing_get": "high"}

    assert misplaced("recipes", belongs.__getitem__, set(belongs), declared) == [
        "gone_get is not there any more: remove it from recipes of tests/low/contract.py",
        "missing_get is missing: expected in recipes of tests/high/contract.py",
        "others_get stands in tests/low/contract.py: it belongs to recipes of tests/high/contract.py",
    ]


def test_every_domain_has_its_contract() -> None:
    assert [expected_file(domain) for domain in domains() if domain != "platform" and domain not in contracts()] == []


def test_pages_name_records_and_roles_that_exist() -> None:
    records = gathered("records")
    for domain, name, look in entries("pages"):
        asked = {*re.findall(r"\{(\w+)\}", look.path), *filter(None, [look.after])}
        assert asked <= set(records), f"{name} of {expected_file(domain)} asks for {asked - set(records)}, which is in records of no contract"
        assert look.role is None or look.role in ROLES, f"{name} of {expected_file(domain)}"


def test_each_role_has_one_home_and_no_two_places_in_the_navigation_are_the_same() -> None:
    links, tabs = gathered("links").values(), gathered("tabs").values()

    assert sorted(role for link in links for role in link.home_of) == sorted(ROLES)
    assert all(set(link.home_of) <= set(link.roles) <= ROLES and link.group in ("", *GROUPS) for link in links)
    assert len({link.place for link in links}) == len(links)
    assert len({tab.place for tab in tabs}) == len(tabs)
