"""Structured log lines: one JSON object a line, control characters escaped, no personal data.

What a line is about (the request, the operation, the job) is bound once where the work begins, and stands in every line
that is written meanwhile; a job carries on the request that deferred it.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType, TracebackType
from typing import Any

_about: ContextVar[Mapping[str, str]] = ContextVar("log_about", default=MappingProxyType({}))
# What our own lines may carry beside their words; a library's extras may hold anything.
_EXTRAS = ("request_id", "operation", "method", "status", "ms", "statements", "job_id", "task", "month", "seal", "process")

logger = logging.getLogger("simpul.process")


@contextmanager
def about(**facts: object) -> Iterator[None]:
    """Let every line inside say what it is about; facts without a value are left out."""
    token = _about.set({**_about.get(), **{name: str(value) for name, value in facts.items() if value not in (None, "")}})
    try:
        yield
    finally:
        _about.reset(token)


def request_id() -> str:
    """The id of the request that is being answered, or that deferred the running job."""
    return _about.get().get("request_id", "")


class JsonLines(logging.Formatter):
    """Where and what kind, never the values: messages of exceptions and of libraries may quote input, so they are not told."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": _words(record),
            **_about.get(),
        }
        if _ours(record):
            line |= {name: value for name in _EXTRAS if (value := getattr(record, name, "")) != ""}
        elif isinstance(action := getattr(record, "action", None), str):
            line["action"] = action[:60]
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [f"{frame.name} {_place(frame.filename)}:{frame.lineno}" for frame in traceback.extract_tb(record.exc_info[2])[-6:]]
        return json.dumps(line, ensure_ascii=True, default=str)


def _ours(record: logging.LogRecord) -> bool:
    """Lines of our own, and those of the web server, which speaks of its processes only."""
    return record.name.split(".", 1)[0] in ("simpul", "_granian")


def _words(record: logging.LogRecord) -> str:
    """Our own words; of a library's only the place in its code, since its words may quote what it worked on."""
    return record.getMessage() if _ours(record) else f"{_place(record.pathname)}:{record.lineno}"


def _place(path: str) -> str:
    return path.rsplit("/src/", 1)[-1].rsplit("/site-packages/", 1)[-1]


def tell_ends() -> None:
    """Let an error that ends the process, or one of its threads, be a line like any other and not a traceback with its values."""

    def log_ended(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        logger.critical("ended by an unhandled error", exc_info=(kind, error or kind(), trace))

    def thread_ended(given: Any) -> None:
        if given.exc_type is not SystemExit:
            log_ended(given.exc_type, given.exc_value, given.exc_traceback)

    sys.excepthook = log_ended
    threading.excepthook = thread_ended
