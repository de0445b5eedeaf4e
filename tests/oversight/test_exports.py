"""Exports: the same rows as on the page, in constant memory, scoped, safe to open, and recorded however they end."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import tracemalloc
from typing import Any

import pytest
from asgiref.sync import async_to_sync

from simpul.oversight.exporting import Format, writer
from simpul.oversight.services import exports as services
from simpul.platform.clock import JAKARTA
from simpul.platform.db import execute, query, scope
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from tests.support import people
from tests.support.database import rows
from tests.support.registries import holding
from tests.support.scale import WHOLE

pytestmark = pytest.mark.django_db

# Watching every allocation takes long: the bound follows the number, and the whole number is exported by `make whole`.
ROWS = 100_500 if WHOLE else 30_500


def run(browser: Any, form: str = "csv", data_set: str = "audit", **filters: Any) -> Any:
    return browser.api("POST", "/exports", {"data_set": data_set, "format": form, "filter": filters})


def content(answer: Any) -> bytes:
    """The whole file of a streamed answer."""

    async def collect() -> bytes:
        return b"".join([chunk async for chunk in answer.streaming_content])

    return async_to_sync(collect)()


def table(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))


def ended(action: str = "EXPORT_AUDIT") -> list[dict[str, Any]]:
    with rows():
        return query("SELECT outcome, object_id, meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at, audit_id", (action,))


def lines(form: Format, keys: list[str], given: list[list[Any]]) -> bytes:
    return writer(form, keys, keys, JAKARTA).lines(given)


def fill(number: int, action: str = "SEARCH_CUSTOMER") -> None:
    with rows():
        execute(
            """INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, branch_code, actor_user_id, outcome, meta)
               SELECT now() - n * interval '1 second', %s, 'CUSTOMER_SEARCH', 'nomor ' || n, 'MDN', %s, 'ALLOWED', jsonb_build_object('results', n)
               FROM generate_series(1, %s) n""",
            (action, people.user_id("agent_mdn"), number),
        )


@pytest.mark.covers("US-11 AC-3")
@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_a_file_holds_what_the_page_shows_and_its_hash_is_in_the_trail(client_of, trace, form):
    fill(5)
    browser = client_of("compliance")
    trace.start()

    answer = run(browser, form, action=["SEARCH_CUSTOMER"])
    file = content(answer)

    listed = browser.api("GET", "/audit?action=SEARCH_CUSTOMER").json()["items"]
    found = table(file) if form == "csv" else [json.loads(line) for line in file.decode().splitlines()]
    assert [row["audit_id"] for row in found] == [row["audit_id"] for row in listed]
    assert {(row["actor_username"], row["branch_code"], row["outcome"]) for row in found} == {("agent_mdn", "MDN", "ALLOWED")}
    assert (json.loads(found[0]["meta"]) if form == "csv" else found[0]["meta"]) == listed[0]["meta"]
    assert answer["Content-Disposition"].startswith('attachment; filename="simpul-audit-')
    assert trace()["audit"][:2] == ["EXPORT_AUDIT", "EXPORT_AUDIT"]
    begun, done = ended()
    assert (begun["meta"]["stage"], done["meta"]["stage"], done["meta"]["rows"]) == ("STARTED", "FINISHED", 5)
    assert done["meta"]["filter"]["action"] == ["SEARCH_CUSTOMER"]
    assert done["meta"]["sha256"] == hashlib.sha256(file).hexdigest()


def test_a_large_export_leaves_whole_in_constant_memory(client_of):
    fill(ROWS)
    answer, digest, count, largest = run(client_of("compliance"), "ndjson", action=["SEARCH_CUSTOMER"]), hashlib.sha256(), 0, 0
    seen: set[str] = set()
    tracemalloc.start()

    async def read() -> None:
        nonlocal count, largest
        async for chunk in answer.streaming_content:
            digest.update(chunk)
            count += chunk.count(b"\n")
            largest = max(largest, len(chunk))
            if count % 10_000 == 0:
                seen.add(json.loads(chunk.splitlines()[0])["object_id"])

    async_to_sync(read)()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    done = ended()[-1]["meta"]
    assert (count, done["rows"], done["sha256"]) == (ROWS, ROWS, digest.hexdigest())
    assert len(seen) == ROWS // 10_000
    assert peak < 30_000_000 * ROWS / 100_500, f"{peak:,} bytes"
    assert largest < 3_000_000


def test_who_leaves_early_is_recorded_with_what_they_got(organisation):
    fill(6_000)
    compliance = people.actor("compliance")
    with scope(compliance):
        file = services.export_stream(services.export_begin(actor=compliance, key="audit", form="csv", given={"action": "SEARCH_CUSTOMER"}))

    async def leave() -> None:
        await anext(file)
        await file.aclose()

    async_to_sync(leave)()

    last = ended()[-1]
    assert (last["outcome"], last["meta"]["stage"], last["meta"]["rows"]) == ("FAILED", "BROKEN_OFF", services.BATCH)
    assert "sha256" not in last["meta"]


def test_a_right_that_is_withdrawn_ends_the_file_in_its_middle(client_of):
    fill(6_000)
    answer = run(client_of("compliance"), action=["SEARCH_CUSTOMER"])

    async def read() -> None:
        async for _ in answer.streaming_content:
            from asgiref.sync import sync_to_async

            await sync_to_async(withdraw)()

    def withdraw() -> None:
        with rows():
            execute("DELETE FROM iam.grants g USING iam.roles r WHERE r.role_id = g.role_id AND r.role_key = 'COMPLIANCE' AND g.resource = 'audit'")

    with pytest.raises(services.ExportStopped):
        async_to_sync(read)()
    assert [(each["outcome"], each["meta"]["stage"]) for each in ended()] == [("ALLOWED", "STARTED"), ("FAILED", "BROKEN_OFF")]


def test_a_record_that_cannot_be_written_keeps_the_last_bytes_back(client_of, monkeypatch):
    fill(10)
    answer, got = run(client_of("compliance"), action=["SEARCH_CUSTOMER"]), []

    def broken(export: Any, outcome: str, *more: Any) -> None:
        raise RuntimeError(outcome)

    monkeypatch.setattr(services, "_finish", broken)

    async def read() -> None:
        async for chunk in answer.streaming_content:
            got.append(chunk)

    with pytest.raises(RuntimeError):
        async_to_sync(read)()
    assert got == []


@pytest.mark.parametrize("value", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(value):
    line = lines("csv", ["a"], [[value]]).decode()

    assert next(csv.reader(io.StringIO(line)))[0].startswith("'")
    assert json.loads(lines("ndjson", ["a"], [[value]]))["a"] == value


def test_numbers_quotes_and_structures_stay_what_they_are():
    line = lines("csv", list("abcde"), [[-5, 'kata "kutip", koma', None, {"x": "=1"}, "Siti\nLubis"]]).decode()

    assert next(csv.reader(io.StringIO(line))) == ["-5", 'kata "kutip", koma', "", '{"x": "=1"}', "Siti\nLubis"]


@pytest.mark.covers("US-11 AC-3", "US-12 AC-1")
@pytest.mark.parametrize("username", ["admin", "agent_mdn", "supervisor_mdn", "director", "nobody"])
def test_others_may_neither_look_nor_take(client_of, trace, username):
    browser = client_of(username)
    trace.start()

    answers = [browser.api("POST", "/exports/preview", {"data_set": "audit"}), run(browser)]

    assert [(answer.status_code, answer.json()["detail"]) for answer in answers] == [(403, "Peran Anda tidak boleh mengekspor data ini.")] * 2
    assert trace() == {"audit": ["EXPORT_AUDIT:DENIED", "EXPORT_AUDIT:DENIED"]}
    # Directors hand out the quarterly complaint report and their dashboards.
    assert [one["key"] for one in browser.api("GET", "/exports").json()["items"]] == (["complaint_report", "dashboard"] if username == "director" else [])


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"data_set": "nasabah", "format": "csv"}, 404, None),
        ({"data_set": "audit", "format": "xls"}, 422, "format"),
        ({"data_set": "audit", "format": "csv", "columns": ["meta", "meta"]}, 422, "columns"),
        ({"data_set": "audit", "format": "csv", "columns": ["nik"]}, 422, "columns"),
        ({"data_set": "audit", "format": "csv", "filter": {"outcome": "MAYBE"}}, 422, "filter.outcome"),
        ({"data_set": "audit", "format": "csv", "filter": {"name": "Siti"}}, 422, "filter.name"),
        ({"data_set": "audit", "format": "csv", "filter": {"from": "kemarin"}}, 422, "filter.from"),
    ],
)
def test_an_impossible_export_is_refused_with_the_field_named(client_of, trace, body, status, field):
    browser = client_of("compliance")
    trace.start()

    answer = browser.api("POST", "/exports", body)

    assert (answer.status_code, list(answer.json().get("errors") or [])) == (status, [field] if field else [])
    assert len(trace()["audit"]) == 1


def setting(key: str, value: str) -> None:
    with rows():
        execute("INSERT INTO iam.settings (key, value, changed_by) VALUES (%s, %s::jsonb, %s)", (key, value, people.user_id("admin")))


def test_the_organisation_bounds_exports(client_of, trace):
    fill(120)
    setting("export.rows_max", "100")
    browser = client_of("compliance")
    trace.start()

    preview = browser.api("POST", "/exports/preview", {"data_set": "audit", "filter": {"action": "SEARCH_CUSTOMER"}}).json()
    answer = run(browser, action=["SEARCH_CUSTOMER"])

    assert preview == {"rows": 100, "capped": True, "rows_max": 100, "time_zone": "WIB"}
    assert (answer.status_code, answer.json()["code"], answer.json()["rows_max"]) == (409, "export_too_large", 100)
    assert trace() == {"audit": ["EXPORT_AUDIT:FAILED"]}


def test_exports_can_be_switched_off_and_are_limited_by_the_hour(client_of, trace):
    setting("export.per_hour", "1")
    browser = client_of("compliance")
    trace.start()

    first, second = run(browser, action=["SIGN_OUT"]), run(browser, action=["SIGN_OUT"])
    content(first)
    setting("export.allowed", "false")
    third = run(browser)

    assert (second.status_code, second.headers["Retry-After"] > "0") == (429, True)
    assert (third.status_code, third.json()["code"]) == (403, "export_is_off")
    assert sorted(trace()["audit"]) == ["EXPORT_AUDIT", "EXPORT_AUDIT", "EXPORT_AUDIT:DENIED", "EXPORT_AUDIT:DENIED"]


def test_a_domain_adds_a_data_set_of_its_own(client_of, trace):
    def page(actor: Any, wanted: Any, position: Any, limit: int) -> Rows:
        return Rows([["satu", 1], ["dua", 2]])

    own = DataSet(
        "tests", Text(id="Uji", en="Test"), "case", (Column("word", Text(id="Kata", en="Word")), Column("n", Text(id="N", en="N"))),
        lambda given: given, lambda wanted: {}, lambda actor, wanted, most: 2, page,
    )  # fmt: skip
    with holding(own):
        with rows():
            execute(
                "INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by) VALUES (uuidv7(), %s, 'case', 'X', %s)",
                (people.user_id("supervisor_mdn"), people.user_id("admin")),
            )
        switched, other = client_of("supervisor_mdn"), client_of("supervisor_bnj")
        trace.start()
        assert [item["key"] for item in switched.api("GET", "/exports").json()["items"]] == ["cases", "tests"]
        assert content(run(switched, data_set="tests")).decode("utf-8-sig") == "word,n\r\nsatu,1\r\ndua,2\r\n"
        assert run(other, data_set="tests").status_code == 403
        assert trace() == {"audit": ["EXPORT_DATA", "EXPORT_DATA", "EXPORT_DATA:DENIED"]}


def test_row_level_security_holds_in_a_file_although_the_service_would_not(client_of, monkeypatch):
    """The trail's own policy bounds what a page hands out."""
    fill(3)
    from simpul.oversight.selectors import audit

    monkeypatch.setattr(audit, "_reach", lambda actor: ([], []))
    with scope(people.actor("admin")):
        assert audit.audit_rows(actor=people.actor("admin"), wanted=audit.AuditFilter(action=("SEARCH_CUSTOMER",)), after=None, limit=10) == []
