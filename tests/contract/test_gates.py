"""Each gate refuses what it is there to refuse; a gate that never fails proves nothing."""

from __future__ import annotations

import inspect
import json
from datetime import date
from enum import Enum

import grimp
import pytest

from tools import acceptance, vulnerabilities
from tools.contracts import DomainPrivacy, InnerOrder
from tools.licences import acceptable
from tools.lints import operations, places, texts, writes
from tools.repository import start_django

ORDER = ["domain", "api | tasks | subscribers", "public | schemas", "services", "selectors", "policies", "models", "events | errors"]


def graph_of(*imports: tuple[str, str], modules: tuple[str, ...] = ()) -> grimp.ImportGraph:
    graph = grimp.ImportGraph()
    for name in {"simpul", *modules, *(module for pair in imports for module in pair)}:
        graph.add_module(name)
    for importer, imported in imports:
        graph.add_import(importer=importer, imported=imported)
    return graph


def privacy(*imports: tuple[str, str]) -> list[tuple[str, str]]:
    options = {"name": "doors", "doors": ["public", "events", "errors"], "open_domains": ["platform", "config"]}
    found: list[tuple[str, str]] = DomainPrivacy("doors", {}, options).check(graph_of(*imports), verbose=False).metadata["leaks"]
    return found


def order(*imports: tuple[str, str], modules: tuple[str, ...] = (), extra: tuple[str, ...] = ()) -> list[str]:
    options = {"name": "order", "order": ORDER, "exempt": ["platform", "config"], "extra": list(extra)}
    found: list[str] = InnerOrder("order", {}, options).check(graph_of(*imports, modules=modules), verbose=False).metadata["problems"]
    return found


def test_a_domain_is_entered_through_its_doors_only() -> None:
    assert (
        privacy(
            ("simpul.cases.services", "simpul.customers.public"),
            ("simpul.cases.subscribers", "simpul.customers.events"),
            ("simpul.cases.api", "simpul.platform.http"),
            ("simpul.config.api", "simpul.cases.api"),
            ("simpul.cases.services", "simpul.cases.models"),
        )
        == []
    )
    assert privacy(("simpul.cases.services", "simpul.customers.models")) == [("simpul.cases.services", "simpul.customers.models")]
    assert privacy(("simpul.cases.services.close", "simpul.customers.services")) == [("simpul.cases.services.close", "simpul.customers.services")]


def test_inside_a_domain_imports_point_down() -> None:
    assert order(("simpul.cases.api", "simpul.cases.services"), ("simpul.cases.services.close", "simpul.cases.services.assign")) == []
    assert order(("simpul.cases.models", "simpul.cases.services")) == ["simpul.cases.models imports simpul.cases.services, which does not lie below it"]
    assert order(("simpul.cases.api", "simpul.cases.tasks")) == ["simpul.cases.api imports simpul.cases.tasks, which does not lie below it"]


def test_a_file_without_a_place_is_refused_until_it_is_declared() -> None:
    assert order(modules=("simpul.cases.helpers",)) == [
        "simpul.cases.helpers has no place: use the files of the house, or declare cases.helpers in the inner-order contract"
    ]
    assert order(("simpul.cases.services", "simpul.cases.helpers"), extra=("cases.helpers: policies",)) == []
    assert order(("simpul.cases.models", "simpul.cases.helpers"), extra=("cases.helpers: policies",)) == [
        "simpul.cases.models imports simpul.cases.helpers, which does not lie below it"
    ]
    assert order(extra=("cases.helpers: policies",)) == ["cases.helpers is declared but does not exist"]


@pytest.mark.parametrize(
    "source",
    [
        "case.save(update_fields=['title'])",
        "Case.objects.create(title='x')",
        "Case.objects.filter(pk=1).update(title='x')",
        "Case.objects.filter(pk=1).delete()",
        "session.delete()",
        "execute('UPDATE crm.cases SET title = %s', ('x',))",
        "execute(f'DELETE FROM {table} WHERE true')",
        "query('WITH gone AS (DELETE FROM crm.cases RETURNING *) SELECT * FROM gone')",
        "STATEMENT = '''\nINSERT INTO crm.cases (title) VALUES (%s)'''",
        "cursor.copy('COPY crm.cases (title) FROM STDIN')",
    ],
)
def test_a_row_saved_outside_services_is_found(source: str) -> None:
    assert len(writes.judge(source, "src/simpul/cases/api.py")) == 1


@pytest.mark.parametrize(
    "source",
    [
        "digest.update(path.read_bytes())",
        "values.update(other)",
        "cache.delete('key')",
        "query('SELECT updated_at FROM crm.cases FOR UPDATE')",
        '"""Insert into the list, then update the set."""',
        "message = 'Delete from the list'",
        "execute('SET LOCAL lock_timeout = 100')",
    ],
)
def test_what_saves_no_row_is_left_alone(source: str) -> None:
    assert writes.judge(source, "src/simpul/cases/api.py") == []


def test_a_text_needs_both_languages_and_the_same_placeholders() -> None:
    assert list(texts.judge("Text(id='Nasabah {name}', en='Customer {name}')", "a.py")) == []
    assert [str(found) for found in texts.judge("Text(id='Nasabah', en=' ')", "a.py")] == ["a.py:1: a Text without its 'en' wording"]
    assert [str(found) for found in texts.judge("Text(en='Customer')", "a.py")] == ["a.py:1: a Text without its 'id' wording"]
    assert [str(found) for found in texts.judge("Text(id='Tunggu {n}', en='Wait {seconds}')", "a.py")] == [
        "a.py:1: the two wordings fill different placeholders: ['n'] and ['seconds']"
    ]


def test_a_registry_or_a_machines_own_path_is_found() -> None:
    found = places.judge(b'{\n "resolved": "https://regis' + b'try.npmjs.org/a",\n "at": "/ho' + b'me/budi/simpul"\n}', "lock.json")

    assert [str(finding) for finding in found] == [
        "lock.json:2: names a package registry: https://regis" + "try.npmjs.org",
        "lock.json:3: names a path of one machine: /ho" + "me/budi/",
    ]
    assert places.judge(b"see https://www.rfc-editor.org/rfc/rfc9457 and ./work/list and $HOME/work/x", "a.md") == []


def test_an_operation_that_declares_nothing_is_found() -> None:
    start_django()
    from ninja import NinjaAPI
    from ninja import Router as PlainRouter

    from simpul.platform.http import SIGNED_IN, Router
    from simpul.platform.http import operations as declared

    plain, ours = PlainRouter(), Router()

    @plain.get("/bare")
    def bare(request: object) -> None: ...

    @ours.post("/things", permission=SIGNED_IN, operation_id="Things")
    def things(request: object) -> None: ...

    api = NinjaAPI(urls_namespace="gates", docs_url=None, openapi_url=None)
    api.add_router("/plain", plain)
    api.add_router("/ours", ours)

    assert sorted(found.message for found in operations.judge(declared(api))) == [
        "GET /plain/bare declares no permission: declare it on a Router of simpul.platform.http",
        "POST /ours/things declares no refusals: add **problems(...) to its responses",
        "POST /ours/things has no docstring, which is what the API's description says",
        "POST /ours/things has the operation_id 'Things'; write noun_verb in small letters",
    ]


def test_two_schemas_of_one_name_are_found_with_both_places() -> None:
    start_django()
    from ninja import Schema

    class Better(Enum):
        MORE = "MORE"

    class UnitOut(Schema):
        better: list[Better] | None

    UnitOut.model_rebuild()
    better, unit = Better, UnitOut

    def again() -> list[type[Schema]]:
        class Better(Schema):
            code: str

        class UnitOut(Schema):
            code: str

        return [Better, UnitOut]

    def place(each: type) -> str:
        return f"tests/contract/test_gates.py:{inspect.getsourcelines(each)[1]}"

    others = again()

    assert list(operations.judge_schemas([unit, unit])) == []
    assert [str(finding) for finding in operations.judge_schemas([unit, *others])] == [
        f"{place(better)}: the API's schema Better stands in {place(others[0])} as well; call one otherwise",
        f"{place(unit)}: the API's schema UnitOut stands in {place(others[1])} as well; call one otherwise",
    ]


@pytest.mark.parametrize(
    ("licence", "accepted"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", True),
        ("Apache-2.0 OR GPL-2.0", True),
        ("GPL-3.0-or-later", False),
        ("GNU Affero General Public License v3", False),
        ("MIT AND AGPL-3.0", False),
        ("SSPL-1.0", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_licences_are_judged_by_their_alternatives(licence: str, accepted: bool) -> None:
    assert acceptable(licence) is accepted


KNOWN = {"offline": {"until": date(2026, 6, 1), "last_audit": "never"}, "accepted": [{"id": "GHSA-1", "until": date(2026, 6, 1)}]}


def judged(output: str, today: date) -> tuple[list[str], list[str]]:
    findings, notices = vulnerabilities.judge([vulnerabilities.read_pip_audit(output, "runtime.lock")], KNOWN, today)
    return [str(finding) for finding in findings], notices


def test_a_known_vulnerability_fails_unless_it_was_accepted_and_is_not_yet_due() -> None:
    output = json.dumps({"dependencies": [{"name": "django", "version": "1", "vulns": [{"id": "GHSA-1"}, {"id": "GHSA-2"}]}]})

    assert judged(output, date(2026, 5, 1)) == (["runtime.lock:1: django has GHSA-2"], [])
    assert judged(output, date(2026, 7, 1)) == (["runtime.lock:1: django has GHSA-1", "runtime.lock:1: django has GHSA-2"], [])


def test_a_service_that_knows_no_package_has_audited_nothing() -> None:
    """pip-audit ends well when the index answers for no package at all."""
    output = json.dumps({"dependencies": [{"name": "django", "skip_reason": "not found"}]})

    findings, notices = judged(output, date(2026, 5, 1))
    assert findings == []
    assert notices == ["runtime.lock: NOT AUDITED, the service does not know 1 of 1 packages; tolerated until 2026-06-01 (last audit: never)"]
    assert judged("", date(2026, 7, 1))[0] == ["runtime.lock:1: NOT AUDITED, pip-audit gave no answer, and the time without an audit ended on 2026-06-01"]


def test_a_promised_criterion_without_a_test_and_a_mark_without_a_criterion_fail() -> None:
    promised = acceptance.Criterion("US-01 AC-1", "A query may be a name.", 2, "now")
    later = acceptance.Criterion("US-05 AC-1", "Channel is required.", 3, "later")
    listed = [("US-01", "Search", [promised, later])]

    assert acceptance.findings(listed, [acceptance.Mark("US-01 AC-1", "tests/a.py::test_a", 3)]) == []
    assert [str(found) for found in acceptance.findings(listed, [acceptance.Mark("US-01 AC-9", "tests/a.py::test_a", 3)])] == [
        "tests/a.py:3: covers 'US-01 AC-9', which is no criterion of tools/acceptance_criteria.toml",
        "tools/acceptance_criteria.toml:1: US-01 AC-1 belongs to this release and no test covers it",
    ]
