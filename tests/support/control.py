"""Changes that take a second person, for tests: who agrees, and what was agreed to already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simpul.platform.db import execute
from tests.support.database import rows
from tests.support.people import user_id


def approve(client_of: Callable[..., Any], response: Any, by: str = "admin2", **body: Any) -> Any:
    """Agree to what waits, as a second administrator; gives the proposal as it became."""
    assert response.status_code == 202, (response.status_code, response.content)
    waiting = response.json()
    answer = client_of(by).api("POST", f"/proposals/{waiting['id']}/approve", {"version": waiting["version"], **body})
    assert answer.status_code == 200, answer.content
    decided = answer.json()
    assert decided["status"] == "APPLIED", decided["note"]
    return decided


def agree(proposed_by: str = "admin", decided_by: str = "admin2") -> None:
    """Let this transaction change what guards access: for tests that call the services themselves."""
    with rows():
        execute(
            "INSERT INTO iam.applied_changes (change_id, kind, proposed_by, decided_by, by_codes) VALUES (gen_random_uuid(), 'arranged', %s, %s, false)",
            (user_id(proposed_by), user_id(decided_by)),
        )
