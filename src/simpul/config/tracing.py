"""OpenTelemetry, where the installation asks for it: the figures and spans of a process go to a collector as well.

Without `OTEL_EXPORTER_OTLP_ENDPOINT` nothing is imported and nothing is sent. The packages come with the extra `telemetry`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from simpul import __version__
from simpul.config.environment import SettingInvalid
from simpul.platform import telemetry

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
_MISSING = f"{ENDPOINT} is set, but the packages of OpenTelemetry are not installed. Install simpul[telemetry] (requirements/telemetry.lock), or unset it."


def begin(kind: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Follow what this process counts and traces; false where nobody asked for it.

    Raises: SettingInvalid.
    """
    if not environment.get(ENDPOINT):
        return False
    try:
        from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise SettingInvalid(_MISSING) from None
    telemetry.use(OpenTelemetry(kind, BatchSpanProcessor(OTLPSpanExporter()), PeriodicExportingMetricReader(OTLPMetricExporter())))
    return True


class OpenTelemetry:
    """What follows: one tracer and one meter of this process."""

    def __init__(self, kind: str, processor: Any, reader: Any) -> None:
        from opentelemetry.propagate import get_global_textmap
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider

        resource = Resource({"service.name": "simpul", "service.version": __version__, "simpul.process": kind}).merge(OTELResourceDetector().detect())
        self.traces = TracerProvider(resource=resource)
        self.traces.add_span_processor(processor)
        self.meters = MeterProvider(resource=resource, metric_readers=[reader])
        self._tracer, meter = self.traces.get_tracer("simpul"), self.meters.get_meter("simpul")
        self._textmap = get_global_textmap()
        self._counters = {each.name: meter.create_counter(each.name, description=each.help) for each in telemetry.METRICS.values() if each.kind == "counter"}
        self._histograms = {
            each.name: meter.create_histogram(each.name, unit="s", description=each.help, explicit_bucket_boundaries_advisory=list(telemetry.BUCKETS))
            for each in telemetry.METRICS.values()
            if each.kind == "histogram"
        }

    def add(self, name: str, value: float, labels: Mapping[str, str]) -> None:
        """Count."""
        self._counters[name].add(value, dict(labels))

    def observe(self, name: str, value: float, labels: Mapping[str, str]) -> None:
        """Add to a distribution."""
        self._histograms[name].record(value, dict(labels))

    @contextmanager
    def span(self, name: str, parent: str, attributes: Mapping[str, Any]) -> Iterator[Any]:
        """A span, below the one that the parent names. What an error says is not told: it may quote a person's data."""
        context = self._textmap.extract({"traceparent": parent}) if parent else None
        with self._tracer.start_as_current_span(
            name, context=context, attributes=dict(attributes), record_exception=False, set_status_on_exception=False
        ) as span:
            yield span

    def traceparent(self) -> str:
        """The current span for another process."""
        carrier: dict[str, str] = {}
        self._textmap.inject(carrier)
        return carrier.get("traceparent", "")
