"""The authorization matrix: every operation, called as every role on every kind of subject, against the grant table.

Each operation has a recipe that says how it is called. An operation without one fails, so the matrix is complete.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from simpul.audit.public import record
from simpul.config.api import api
from simpul.iam.acts import IamAct
from simpul.platform.actor import Reach
from simpul.platform.db import query, scope
from simpul.platform.http import ActorOperation, operations
from simpul.platform.ids import uuid7
from tests.contract.matrix import World, reach
from tests.contract.recipes import RECIPES
from tests.support import customers, people
from tests.support.database import rows, undone

OPERATIONS: dict[str, tuple[str, str, ActorOperation]] = {str(operation.operation_id): (path, method, operation) for path, method, operation in operations(api)}
ROLE_OF = {name: role for name, (role, _) in people.USERS.items()}
USERS = ["agent_mdn", "call_agent", "supervisor_mdn", "rm_mdn", "marketing", "compliance", "admin", "steward", "director", "field_mdn", "finance_mdn", "nobody"]
# How each subject lies to the users above, all of whom work for MDN where they work for a branch.
SUBJECTS = ["portfolio", "branch", "other"]
ALLOWED = range(200, 300)
_numbers = itertools.count(1)


def test_every_operation_has_a_recipe():
    assert set(OPERATIONS) - set(RECIPES) == set()
    assert set(RECIPES) - set(OPERATIONS) == set()


@pytest.fixture
def world(organisation: None) -> Callable[[str], World]:
    """A customer of MDN in rm_mdn's portfolio, one of MDN, one of PMS, each with what the operations ask for."""

    def make(subject: str) -> World:
        place, rm = {"portfolio": ("MDN", "rm_mdn"), "branch": ("MDN", None), "other": ("PMS", None)}[subject]
        one = customers.customer("Rahmat Siregar", place, rm=rm, is_vip=True)
        cif = f"CIF{next(_numbers):08d}"
        customers.identifier(one.id, "CIF", cif, is_primary=True)
        asked = customers.change_request(one.id, "supervisor_bnj")
        admin = people.actor("admin")
        with scope(admin):
            record(admin, IamAct.SIGN_IN, object_type="USER", object_id=admin.id)
        with rows():
            item = query("SELECT item_id FROM crm.workflow_items WHERE subject_id = %s", (str(asked.id),))[0]
            audit_id = query("SELECT audit_id FROM audit.audit_logs WHERE actor_user_id = %s LIMIT 1", (admin.id,))[0]["audit_id"]
        return World(
            one.id,
            {
                "cif": cif,
                "change_request_id": asked.id,
                "item_id": item["item_id"],
                "migration_id": uuid7(),
                "audit_id": audit_id,
                "code": "VIP_CUSTOMER",
                "version": one.version,
            },
        )

    return make


def expected(operation_id: str, username: str, subject: str) -> int:
    """The status that the grant table and the recipe's own rule promise."""
    recipe, permission = RECIPES[operation_id], OPERATIONS[operation_id][2].permission
    role = ROLE_OF[username]
    if permission.kind == "GRANT" and all(reach(role, permission.resource, act.value) is Reach.NONE for act in permission.acts):
        return 403
    if recipe.subject and not recipe.seen(role, subject):
        return 404
    return recipe.rule(role, subject)


def call(browser: Any, operation_id: str, world: World) -> Any:
    path, method, _ = OPERATIONS[operation_id]
    recipe = RECIPES[operation_id]
    for name, value in {"customer_id": world.customer_id, **world.ids, **recipe.path(world)}.items():
        path = path.replace(f"{{{name}}}", str(value))
    if files := recipe.files(world):
        return browser.post(f"/api/v1{path}", {**recipe.body(world), **files}, headers={"X-CSRFToken": browser.token})
    return browser.api(method, path + recipe.asked(world), recipe.body(world))


def differences(browser: Any, username: str, world: Callable[[str], World]) -> dict[str, str]:
    """Where the outcome is not what the table promises."""
    found = {}
    worlds = {subject: world(subject) for subject in SUBJECTS}
    for operation_id in sorted(OPERATIONS):
        for subject in SUBJECTS if RECIPES[operation_id].subject else SUBJECTS[:1]:
            with undone():
                answer = call(browser, operation_id, worlds[subject])
            promised = expected(operation_id, username, subject)
            fits = answer.status_code in ALLOWED if promised == 200 else answer.status_code == promised
            if not fits:
                found[f"{operation_id} on {subject}"] = f"promised {promised}, got {answer.status_code}: {answer.content[:160]!r}"
    return found


@pytest.mark.covers("15.3.1-1", "15.3.1-2")
@pytest.mark.parametrize("username", USERS)
def test_each_role_may_do_exactly_what_the_table_says(world, client_of, username):
    assert differences(client_of(username), username, world) == {}


@pytest.mark.parametrize("username", USERS)
def test_the_service_layer_alone_keeps_to_the_table(world, client_of, username):
    """Row-level security is off for the whole request: nothing more becomes possible."""
    browser = client_of(username)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE simpul_fixture")

    assert differences(browser, username, world) == {}


def test_nobody_calls_anything_without_a_session_but_what_is_public(world):
    browser = people.client()
    answers = {
        name: call(browser, name, world("branch")).status_code for name, (_, _, operation) in OPERATIONS.items() if operation.permission.kind != "PUBLIC"
    }

    assert set(answers.values()) == {401}
