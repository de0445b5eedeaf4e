"""Figures of requests, jobs and timers, the processes that publish them, and who may read them."""

from __future__ import annotations

import re
import threading
import time

import pytest
from django.db import connection
from django.test import Client

from simpul.audit.services.shipping import collector_ship, store_ship
from simpul.platform import jobs, logs, processes, telemetry
from simpul.platform.db import execute, query, scope
from simpul.platform.locked_store import LockedStore
from simpul.platform.processes import Heartbeat
from tests.platform.test_jobs import work
from tests.support import people
from tests.support.database import rows


@pytest.fixture(autouse=True)
def _fresh():
    telemetry.forget()
    yield
    telemetry.forget()
    telemetry.use(None)


def counted(name, **labels):
    return [each for each in telemetry.figures() if each["name"] == name and labels.items() <= each["labels"].items()]


def test_a_duration_is_counted_where_it_belongs():
    for seconds in (0.005, 0.0051, 61):
        telemetry.observe("simpul_job_seconds", seconds, task="t", outcome="succeeded")
    telemetry.add("simpul_timers_total", 3, outcome="fired")

    figure = counted("simpul_job_seconds")[0]
    assert [(at, count) for at, count in enumerate(figure["counts"]) if count] == [(0, 1), (1, 1), (len(telemetry.BUCKETS), 1)]
    assert round(figure["sum"], 4) == 61.0101
    assert counted("simpul_timers_total") == [{"name": "simpul_timers_total", "labels": {"outcome": "fired"}, "value": 3}]


def test_nothing_is_lost_between_threads():
    def many():
        for _ in range(2_000):
            telemetry.add("simpul_timers_total", outcome="fired")

    threads = [threading.Thread(target=many) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counted("simpul_timers_total")[0]["value"] == 16_000


def test_every_operation_is_measured_with_its_statements(client_of):
    client = client_of("admin")
    telemetry.forget()
    client.api("GET", "/operations/summary")
    client.api("GET", "/workflows/tidak_ada")

    assert [sum(each["counts"]) for each in counted("simpul_request_seconds", operation="operations_summary", status="200")] == [1]
    assert [sum(each["counts"]) for each in counted("simpul_request_seconds", operation="workflows_get", status="404")] == [1]
    assert counted("simpul_sql_statements_total", operation="operations_summary")[0]["value"] >= 5
    assert counted("simpul_sql_seconds_total", operation="operations_summary")[0]["value"] > 0


@jobs.job("tests.whose_request")
def whose_request(note: str) -> None:
    execute("INSERT INTO jobs.cache (cache_key, value, expires) VALUES (%s, %s, now() + interval '1 hour')", (note, logs.request_id()))
    if note == "first":
        jobs.defer("tests.whose_request", note="second")


def test_a_job_carries_on_the_request_that_deferred_it_through_further_jobs(committed):
    people.organisation()
    with logs.about(request_id="permintaan-7"), scope(people.actor("agent_mdn")):
        jobs.defer("tests.whose_request", note="first")
    jobs.defer("tests.whose_request", note="nobody's")
    work()

    assert query("SELECT cache_key, value FROM jobs.cache WHERE cache_key IN ('first', 'second', 'nobody''s') ORDER BY 1") == [
        {"cache_key": "first", "value": "permintaan-7"},
        {"cache_key": "nobody's", "value": ""},
        {"cache_key": "second", "value": "permintaan-7"},
    ]
    assert sum(counted("simpul_job_seconds", task="tests.whose_request", outcome="succeeded")[0]["counts"]) == 3
    lag = counted("simpul_job_lag_seconds", task="tests.whose_request")[0]
    assert sum(lag["counts"]) == 3 and 0 <= lag["sum"] < 60


def test_a_process_says_that_it_is_there_and_takes_its_row_along(db):
    def run(sql, params):
        with connection.cursor() as cursor:
            cursor.execute(sql, params)

    telemetry.add("simpul_timers_total", 5, outcome="fired")
    heart = Heartbeat("worker", run)
    heart.beat()
    first = processes.processes()[0]
    time.sleep(0.01)
    heart.beat()

    [second] = processes.processes()
    assert (second.id, second.kind, second.started_at, second.alive) == (heart.id, "worker", first.started_at, True)
    assert second.seen_at > first.seen_at
    assert processes.published()[0]["figures"] == telemetry.figures()
    heart.end()
    assert processes.processes() == []


def test_a_silent_process_is_shown_for_an_hour_and_forgotten_by_the_housekeeping(db):
    with rows():
        for minutes, pid in ((1, 1), (59, 2), (61, 3)):
            execute(
                "INSERT INTO jobs.processes (process_id, kind, host, pid, version, seen_at, figures)"
                " VALUES (gen_random_uuid(), 'web', 'h', %s, '1', now() - make_interval(mins => %s), '[]')",
                (pid, minutes),
            )

    assert sorted((each.pid, each.alive) for each in processes.processes()) == [(1, False), (2, False)]
    assert processes.published() == []
    assert processes.forget() == 1


def ask(**headers):
    address = headers.pop("REMOTE_ADDR", "127.0.0.1")
    return Client().get("/metrics", headers=headers, REMOTE_ADDR=address)


def test_figures_are_for_this_machine_or_for_who_brings_the_token(db, settings):
    assert ask().status_code == 200
    assert ask(REMOTE_ADDR="::1").status_code == 200
    for refused in ({"REMOTE_ADDR": "10.0.0.7"}, {"X-Forwarded-For": "10.0.0.7"}, {"Via": "1.1 proxy"}, {"Forwarded": "for=10.0.0.7"}, {"REMOTE_ADDR": ""}):
        assert ask(**refused).status_code == 404
    assert Client().post("/metrics").status_code in (403, 404)

    settings.METRICS_TOKEN = "rahasia-pemantau"
    assert ask(REMOTE_ADDR="10.0.0.7", Authorization="Bearer rahasia-pemantau").status_code == 200
    for given in ("Bearer salah", "Bearer ", "Basic rahasia-pemantau", "Bearer rahasia-pemanta\u0301u"):
        assert ask(REMOTE_ADDR="10.0.0.7", Authorization=given).status_code == 404
    assert ask(Authorization="Bearer salah").status_code == 404, "a wrong token is no reason to trust the address"


LINE = re.compile(r'^[a-z_]+(\{([a-z_]+="(?:[^"\\\n]|\\.)*",?)+\})? -?[0-9.e+-]+$')


def test_the_figures_are_text_that_prometheus_reads(client_of):
    client_of("admin").api("GET", "/operations/summary")
    telemetry.observe("simpul_job_seconds", 0.2, task='odd "name"\\', outcome="succeeded")

    def run(sql, params):
        with rows(), connection.cursor() as cursor:
            cursor.execute(sql, params)

    Heartbeat("web", run).beat()
    text = ask().content.decode()
    lines = text.splitlines()

    assert text.endswith("\n")
    assert [line for line in lines if not line.startswith("# ") and not LINE.match(line)] == []
    types = [line.split()[2] for line in lines if line.startswith("# TYPE ")]
    assert len(types) == len(set(types))
    assert {"simpul_jobs", "simpul_timers", "simpul_audit_rows", "simpul_audit_sealing_lag_seconds", "simpul_process_up", "simpul_request_seconds"} <= set(
        types
    )
    buckets = [line for line in lines if line.startswith("simpul_request_seconds_bucket") and 'operation="operations_summary"' in line]
    assert [line.split('le="')[1].split('"')[0] for line in buckets] == [*(f"{bound:g}" for bound in telemetry.BUCKETS), "+Inf"]
    counts = [int(float(line.rsplit(" ", 1)[1])) for line in buckets]
    assert counts == sorted(counts) and counts[-1] == 1
    assert 'task="odd \\"name\\"\\\\"' in text
    unsealed = next(line for line in lines if line.startswith('simpul_audit_rows{sealed="no"}'))
    assert int(float(unsealed.split()[-1])) > 0


def test_the_operations_page_shows_how_far_shipping_is(client_of, settings):
    admin = client_of("admin")
    assert admin.api("GET", "/operations/summary").json()["shipping"] == []
    settings.SYSLOG, settings.TRAIL_STORE = "127.0.0.1:9", LockedStore("http://127.0.0.1:9/jejak/simpul", "kunci", "rahasia")

    assert (collector_ship(), store_ship()) == (0, 0)  # nothing is sealed
    shown = admin.api("GET", "/operations/summary").json()["shipping"]

    same = {"waiting": {"count": 0, "capped": False}, "lag_seconds": 0, "seal": 0, "failure": None}
    assert [{name: each[name] for name in ("kind", "target", *same)} for each in shown] == [
        {"kind": "COLLECTOR", "target": "127.0.0.1:9", **same}, {"kind": "STORE", "target": "127.0.0.1:9/jejak/simpul", **same},
    ]  # fmt: skip
    figures = [line for line in ask().content.decode().splitlines() if line.startswith("simpul_audit_shipping")]
    assert figures == [
        f'simpul_audit_shipping_{name}{{kind="{kind}",target="{target}"{reason}}} 0'
        for name, reason in (("rows", ""), ("lag_seconds", ""), ("failing", ',reason=""'))
        for kind, target in (("collector", "127.0.0.1:9"), ("store", "127.0.0.1:9/jejak/simpul"))
    ]


def test_the_operations_page_shows_processes_and_how_far_sealing_is(client_of):
    def run(sql, params):
        with rows(), connection.cursor() as cursor:
            cursor.execute(sql, params)

    heart = Heartbeat("sealer", run)
    heart.beat()
    for who in ("admin", "compliance"):
        summary = client_of(who).api("GET", "/operations/summary").json()
        assert [(each["id"], each["kind"], each["alive"]) for each in summary["processes"]] == [(str(heart.id), "sealer", True)]
        assert (summary["sealing"]["seal"], summary["sealing"]["sealed_at"]) == (None, None)
        assert summary["sealing"]["unsealed"]["count"] > 0 and summary["sealing"]["lag_seconds"] >= 0
    assert client_of("agent_mdn").api("GET", "/operations/summary").status_code == 403
