"""OpenTelemetry: silent and not even imported unless asked for; then spans and figures reach a collector, without anybody's data."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from simpul.config import tracing
from simpul.config.environment import SettingInvalid
from simpul.platform import jobs, logs, telemetry
from simpul.platform.db import scope
from tests.platform.test_jobs import work
from tests.support import people

NIK = "1271014506900004"


class Followed:
    def __init__(self) -> None:
        self.spans, self.reader = InMemorySpanExporter(), InMemoryMetricReader()
        telemetry.use(tracing.OpenTelemetry("web", SimpleSpanProcessor(self.spans), self.reader))

    def named(self, name):
        return [span for span in self.spans.get_finished_spans() if span.name == name]

    def everything(self) -> str:
        return "".join(span.to_json() for span in self.spans.get_finished_spans()) + self.reader.get_metrics_data().to_json()


@pytest.fixture
def followed() -> Iterator[Followed]:
    yield Followed()
    telemetry.use(None)


@jobs.job("tests.traced")
def traced(fails: bool) -> None:
    if fails:
        raise ValueError(NIK)


def test_nobody_asked_so_nothing_is_imported():
    program = "import sys; from simpul.config import tracing; print(tracing.begin('web', {}), any(name.startswith('opentelemetry') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False False\n"


def test_what_is_asked_for_and_not_installed_is_refused_with_the_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)

    with pytest.raises(SettingInvalid, match=r"simpul\[telemetry\]"):
        tracing.begin("web", {tracing.ENDPOINT: "http://127.0.0.1:4318"})


def test_a_request_is_a_span_with_its_operation_and_statements_and_nothing_of_its_input(client_of, followed):
    client = client_of("admin")
    client.get("/_allauth/browser/v1/config")
    followed.spans.clear()
    client.api("GET", f"/audit?object_id={NIK}")

    [span] = followed.named("request")
    attributes = dict(span.attributes)
    assert (attributes.pop("db.statements") > 0, attributes.pop("db.seconds") > 0) == (True, True)
    assert attributes == {"method": "GET", "operation": "audit_list", "http.status": 200}
    assert NIK not in followed.everything()
    names = {
        metric["name"]
        for scope in json.loads(followed.reader.get_metrics_data().to_json())["resource_metrics"][0]["scope_metrics"]
        for metric in scope["metrics"]
    }
    assert {"simpul_request_seconds", "simpul_sql_statements_total"} <= names


def test_a_job_belongs_to_the_trace_of_the_request_that_deferred_it_and_its_error_is_told_by_kind(committed, followed):
    people.organisation()
    with logs.about(request_id="permintaan-1"), telemetry.span("request"), scope(people.actor("agent_mdn")):
        jobs.defer("tests.traced", fails=False)
        jobs.defer("tests.traced", fails=True)
    work()

    [request], runs = followed.named("request"), followed.named("job tests.traced")
    assert [span.parent.span_id for span in runs] == [request.context.span_id] * 2
    assert {span.context.trace_id for span in runs} == {request.context.trace_id}
    assert sorted(str(span.attributes.get("error.type")) for span in runs) == ["None", "ValueError"]
    assert all(not span.events for span in runs)
    assert NIK not in followed.everything()


@pytest.mark.parametrize(("address", "followed_it"), [("10.0.0.9", True), ("10.0.0.10", False)])
def test_only_a_proxy_of_ones_own_names_the_trace_of_a_request(client_of, followed, settings, address, followed_it):
    settings.TRACING_PARENTS = {"10.0.0.9"}
    client = client_of("admin")
    client.get("/_allauth/browser/v1/config")
    followed.spans.clear()
    client.get("/api/v1/me", headers={"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}, REMOTE_ADDR=address)

    [span] = followed.named("request")
    assert (f"{span.context.trace_id:032x}" == "0af7651916cd43dd8448eb211c80319c") is followed_it


def test_a_collector_gets_both(monkeypatch):
    heard: list[str] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            heard.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv(tracing.ENDPOINT, f"http://127.0.0.1:{server.server_port}")
    try:
        assert tracing.begin("worker")
        with telemetry.span("timers"):
            telemetry.add("simpul_timers_total", outcome="fired")
        follower = telemetry._follower
        assert isinstance(follower, tracing.OpenTelemetry)
        follower.traces.force_flush()
        follower.meters.force_flush()
        follower.traces.shutdown()
        follower.meters.shutdown()
    finally:
        telemetry.use(None)
        server.shutdown()

    assert {"/v1/traces", "/v1/metrics"} <= set(heard)
