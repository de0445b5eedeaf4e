"""Changes that take a second person, for tests: who agrees, and what was agreed to already."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from simpul.control.models import Proposal
from simpul.control.services.deciding import proposal_approve, result_take
from simpul.platform.db import execute, scope
from tests.support.database import rows
from tests.support.people import ApiClient, actor, user_id

# What a change leaves in the trail before its own row: it was proposed, and somebody else agreed.
BY_TWO = ["PROPOSE_CHANGE", "APPROVE_CHANGE"]


def two_told(of_person: bool = False) -> list[str]:
    """The events by which it is told: to deciders, to who proposed, and to whom it concerns."""
    return ["StaffNotified"] * (3 if of_person else 2)


_SHOWN = re.compile(r"^/(users/[^/]+/identities|users/[^/]+|units/[^/]+|service-accounts/[^/]+|workflows/[^/]+|grants|settings)")


def approve(client_of: Callable[..., Any], response: Any, by: str = "admin2", **body: Any) -> Any:
    """Agree to what waits, as a second administrator over HTTP; gives the proposal as it became."""
    assert response.status_code == 202, (response.status_code, response.content)
    waiting = response.json()
    answer = client_of(by).api("POST", f"/proposals/{waiting['id']}/approve", {"version": waiting["version"], **body})
    assert answer.status_code == 200, answer.content
    decided = answer.json()
    assert decided["status"] == "APPLIED", decided["note"]
    return decided


def agreed(browser: ApiClient, method: str, path: str, body: Any = None, *, by: str = "admin2", then: str = "", **headers: str) -> Any:
    """Call what may take a second person, who agrees at once; gives what is there then, or the answer of what did not wait."""
    answer = browser.api(method, path, body, **headers)
    if answer.status_code != 202:
        return answer
    agree_to(answer.json()["id"], by)
    shown = _SHOWN.match(path)
    return browser.api("GET", then or shown[0]) if then or shown else answer


def agree_to(proposal_id: str, by: str = "admin2") -> Proposal:
    """A second person agrees to a proposal, which is applied."""
    decider = actor(by)
    with scope(decider):
        decided = proposal_approve(actor=decider, proposal_id=UUID(proposal_id), version=1)
    assert decided.status == "APPLIED", decided.note
    return decided


def take(proposal_id: str, by: str) -> dict[str, str]:
    """What an applied proposal gave, taken by whom its kind names."""
    receiver = actor(by)
    with scope(receiver):
        return result_take(actor=receiver, proposal_id=UUID(proposal_id))


def agree(proposed_by: str = "admin", decided_by: str = "admin2") -> None:
    """Let this transaction change what guards access: for tests that call the services themselves."""
    with rows():
        execute(
            "INSERT INTO iam.applied_changes (change_id, kind, proposed_by, decided_by, by_codes) VALUES (gen_random_uuid(), 'arranged', %s, %s, false)",
            (user_id(proposed_by), user_id(decided_by)),
        )
