"""Structured log lines: one JSON object a line, control characters escaped, no personal data."""

from __future__ import annotations

import json
import logging
import traceback


class JsonLines(logging.Formatter):
    """Where and what kind, never the values: messages of exceptions may quote input, so only their type is told."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := getattr(record, "request_id", ""):
            line["request_id"] = request_id
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [f"{frame.name} {frame.filename.rsplit('/src/', 1)[-1]}:{frame.lineno}" for frame in traceback.extract_tb(record.exc_info[2])[-6:]]
        return json.dumps(line, ensure_ascii=True)
