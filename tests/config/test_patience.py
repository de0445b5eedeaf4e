"""No question of a browser keeps the database busy for ever."""

from __future__ import annotations

import pytest

from simpul.config import environment


@pytest.mark.parametrize(("process", "bounded"), [("web", True), ("worker", False), ("migrate", False)])
def test_statements_of_the_web_server_end_after_a_minute_and_work_in_the_background_takes_its_time(monkeypatch, process, bounded):
    monkeypatch.setenv("DATABASE_URL", "postgresql://simpul@127.0.0.1/simpul")

    assert ("-c statement_timeout=60s" in environment.database(process)["OPTIONS"]["options"]) is bounded
