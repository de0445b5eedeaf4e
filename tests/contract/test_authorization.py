"""The authorization matrix: every operation, called as every role on every kind of subject, against the grant table.

Each operation has a recipe, in the contract of its domain, that says how it is called. An operation without one fails, so the
matrix is complete.
"""

from __future__ import annotations

import pytest

from simpul.platform.actor import Reach
from simpul.platform.db import execute
from tests.contract.calls import OPERATIONS, RECIPES, SUBJECTS, Workplace, arranged, owner_of
from tests.contract.declared import misplaced
from tests.contract.matrix import BEYOND_UNITS, reach
from tests.support import people
from tests.support.database import undone
from tests.support.scale import WHOLE

ROLE_OF = {name: role for name, (role, _) in people.USERS.items()}
USERS = ["agent_mdn", "call_agent", "supervisor_mdn", "rm_mdn", "marketing", "compliance", "admin", "steward", "director", "field_mdn", "finance_mdn", "nobody"]
DOMAINS = sorted({owner_of(operation_id) for operation_id in OPERATIONS})
ALLOWED = range(200, 300)


def test_every_operation_has_a_recipe_with_its_domain():
    problems = misplaced("recipes", owner_of, set(OPERATIONS))

    assert not problems, "\n".join(problems)


def expected(operation_id: str, username: str, subject: str) -> int:
    """The status that the grant table and the recipe's own rule promise."""
    recipe, role = RECIPES[operation_id], ROLE_OF[username]
    if is_ungranted(operation_id, username):
        return 403
    if recipe.subject and (not recipe.seen(role, subject) or (username == "call_agent" and recipe.seen in BEYOND_UNITS)):
        return 404
    return recipe.rule(role, subject)


def is_ungranted(operation_id: str, username: str) -> bool:
    """Whether the table alone refuses the call, whatever it concerns."""
    permission = OPERATIONS[operation_id][2].permission
    return permission.kind == "GRANT" and all(reach(ROLE_OF[username], permission.resource, act.value) is Reach.NONE for act in permission.acts)


def is_asked(operation_id: str, username: str, subject: str, turn: int, *, past_row_policies: bool) -> bool:
    """Whether the suite makes the call; `make whole` makes every one.

    Whom the table alone refuses is asked about one kind of subject, each in turn. Past row policies only what is to be refused
    can come out differently, and of what the table alone refuses every third one is asked.
    """
    if WHOLE:
        return True
    subjects = SUBJECTS if RECIPES[operation_id].subject else SUBJECTS[:1]
    if is_ungranted(operation_id, username):
        return subjects[turn % len(subjects)] == subject and (not past_row_policies or turn // 3 % 3 == 0)
    return not past_row_policies or expected(operation_id, username, subject) != 200


def differences(workplace: Workplace, domain: str, *, past_row_policies: bool) -> dict[str, str]:
    """Where the outcome is not what the table promises, of every role on every kind of subject."""
    found = {}
    for username in USERS:
        workplace.client(username).api("GET", "/me")  # what each call does is taken back, its session's sign of life too
    for number, operation_id in enumerate(sorted(name for name in OPERATIONS if owner_of(name) == domain)):
        for subject in SUBJECTS if RECIPES[operation_id].subject else SUBJECTS[:1]:
            turns = {username: number + place for place, username in enumerate(USERS)}
            asked = [name for name in USERS if is_asked(operation_id, name, subject, turns[name], past_row_policies=past_row_policies)]
            if not asked:
                continue
            with arranged(operation_id, workplace.subject(subject)) as call:
                for username in asked:
                    with undone():
                        if past_row_policies:
                            execute("SET LOCAL ROLE simpul_fixture")
                        answer = call(workplace.client(username))
                    promised = expected(operation_id, username, subject)
                    fits = answer.status_code in ALLOWED if promised == 200 else answer.status_code == promised
                    if not fits:
                        found[f"{operation_id} as {username} on {subject}"] = f"promised {promised}, got {answer.status_code}: {answer.content[:160]!r}"
    return found


@pytest.mark.covers("15.3.1-1", "15.3.1-2")
@pytest.mark.parametrize("domain", DOMAINS)
def test_each_role_may_do_exactly_what_the_table_says(workplace, domain):
    assert differences(workplace, domain, past_row_policies=False) == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_service_layer_alone_keeps_to_the_table(workplace, domain):
    """Row-level security is off for the whole request: nothing more becomes possible."""
    assert differences(workplace, domain, past_row_policies=True) == {}


def test_nobody_calls_anything_without_a_session_but_what_is_public(workplace):
    browser, answers = people.client(), {}
    for name, (_, _, operation) in OPERATIONS.items():
        if operation.permission.kind != "PUBLIC":
            with arranged(name, workplace.subject("branch")) as call, undone():
                answers[name] = call(browser).status_code

    assert set(answers.values()) == {401}
