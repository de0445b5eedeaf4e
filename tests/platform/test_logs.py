"""Log lines: one JSON object each, with what the work is about, and without anybody's data."""

from __future__ import annotations

import json
import logging
import threading

import pytest

from simpul.platform import logs

NIK = "1271014506900004"


@pytest.fixture
def written():
    """What loggers write in our format; the root logger is listened to as in a process of the product."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    keep = Keep()
    keep.setFormatter(logs.JsonLines())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(keep)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in lines]
    root.removeHandler(keep)
    root.setLevel(before)
    assert all("\n" not in line and "\r" not in line for line in lines)


def test_a_line_tells_what_the_work_is_about_and_nothing_else_that_it_was_given(written):
    with logs.about(request_id="permintaan-1", operation="customers_get", job_id=None):
        logging.getLogger("simpul.x").warning("two %s", "words", extra={"task": "imports.run", "customer": NIK})
    logging.getLogger("simpul.x").warning("after")

    first, second = written()
    assert {name: first[name] for name in ("level", "logger", "message", "request_id", "operation", "task")} == {
        "level": "WARNING", "logger": "simpul.x", "message": "two words", "request_id": "permintaan-1", "operation": "customers_get", "task": "imports.run",
    }  # fmt: skip
    assert NIK not in json.dumps(first) and "job_id" not in first
    assert "request_id" not in second


def test_an_error_is_told_by_its_kind_and_place_and_never_in_its_words(written):
    try:
        raise ValueError(f"bad {NIK}\r\nforged line")
    except ValueError:
        logging.getLogger("simpul.x").exception("it failed")

    line = written()[0]
    assert (line["message"], line["error"]) == ("it failed", "ValueError")
    assert line["where"][-1].startswith("test_an_error_is_told_by_its_kind_and_place_and_never_in_its_words ")
    assert NIK not in json.dumps(line) and "forged" not in json.dumps(line)


def test_of_a_library_only_the_place_is_told(written):
    logging.getLogger("procrastinate.worker").error(f"Job imports.run[7](name={NIK}) failed", extra={"action": "job_error", "job": {"args": NIK}})
    logging.getLogger("django.db").warning("SELECT %s", NIK)

    first, second = written()
    assert (first["action"], first["message"].startswith("tests/platform/test_logs.py:") or "test_logs.py:" in first["message"]) == ("job_error", True)
    assert NIK not in json.dumps([first, second])


def test_control_characters_make_no_second_line(written):
    logging.getLogger("simpul.x").warning('a\r\n{"level": "FORGED"}\x00\u2028b')

    assert written()[0]["message"] == 'a\r\n{"level": "FORGED"}\x00\u2028b'


def test_an_error_that_ends_a_thread_is_a_line_like_any_other(written, monkeypatch):
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    logs.tell_ends()

    def fail():
        raise KeyError(NIK)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    sys.excepthook(KeyError, KeyError(NIK), None)

    assert [(line["level"], line["message"], line["error"]) for line in written()] == [("CRITICAL", "ended by an unhandled error", "KeyError")] * 2
    assert NIK not in json.dumps(written())


def test_every_answer_is_told_once_by_operation_and_number_and_never_by_address(client_of, written):
    client = client_of("agent_mdn")
    client.get("/_allauth/browser/v1/config")
    before = len(written())
    answer = client.api("GET", f"/customers/{'0' * 8}-0000-7000-8000-{NIK[:12]}/360?nik={NIK}", X_Request_Id="permintaan-9")
    client.get(f"/nasabah/{NIK}?q={NIK}")

    told = [line for line in written()[before:] if line["message"] == "answered"]
    assert answer.status_code == 404
    assert [(line["operation"], line["method"], line["status"]) for line in told] == [("customer360_get", "GET", 404), ("front_end", "GET", told[1]["status"])]
    assert told[0]["request_id"] == "permintaan-9"
    assert all(line["ms"] >= 0 for line in told)
    assert NIK not in json.dumps(written())


def test_a_fault_is_told_with_its_request(client_of, written, monkeypatch):
    from simpul.oversight.selectors import operations

    def broken(**_):
        raise RuntimeError(NIK)

    monkeypatch.setattr(operations, "summary", broken)
    answer = client_of("admin").api("GET", "/operations/summary", X_Request_Id="permintaan-10")

    assert answer.status_code == 500
    line = next(line for line in written() if line["message"] == "unhandled RuntimeError")
    assert (line["request_id"], line["operation"]) == ("permintaan-10", "operations_summary")
    assert NIK not in json.dumps(written()) + answer.content.decode()
