"""Every operation of the API, whose it is, and how the contract tests call it on the subjects of a world."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from simpul.audit.public import record
from simpul.config.api import api
from simpul.iam.acts import IamAct
from simpul.platform.db import query, scope
from simpul.platform.http import ActorOperation, operations
from simpul.platform.ids import uuid7
from tests.contract.declared import recipes
from tests.contract.matrix import World
from tests.support import customers, people
from tests.support.database import rows, undone

OPERATIONS: dict[str, tuple[str, str, ActorOperation]] = {str(operation.operation_id): (path, method, operation) for path, method, operation in operations(api)}
RECIPES = recipes()
# How each subject lies to the users who are asked, all of whom work for MDN where they work for a branch.
SUBJECTS = ["portfolio", "branch", "other"]
_numbers = itertools.count(1)


@cache
def owner_of(operation_id: str) -> str:
    """The domain that an operation belongs to."""
    _, domain, *_ = OPERATIONS[operation_id][2].view_func.__module__.split(".")
    return domain


def made_world(subject: str) -> World:
    """A customer of MDN in rm_mdn's portfolio, one of MDN, or one of PMS, with what the operations ask for."""
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


@contextmanager
def arranged(operation_id: str, world: World) -> Iterator[Callable[[Any], Any]]:
    """What an operation asks for, arranged once and gone at the end: gives the call, for any number of callers in turn.

    Each call is undone by itself, so that every caller finds the records as they were.
    """
    path, method, _ = OPERATIONS[operation_id]
    recipe = RECIPES[operation_id]
    with undone():
        for name, value in {"customer_id": world.customer_id, **world.ids, **recipe.path(world)}.items():
            path = path.replace(f"{{{name}}}", str(value))
        body, asked, files = recipe.body(world), recipe.asked(world), bool(recipe.files(world))

        def call(browser: Any) -> Any:
            if files:  # a file is read once
                return browser.post(f"/api/v1{path}", {**body, **recipe.files(world)}, headers={"X-CSRFToken": browser.token})
            return browser.api(method, path + asked, body)

        yield call


class Workplace:
    """The subjects and the signed-in clients of one organisation, each made when it is first asked for."""

    def __init__(self) -> None:
        self.subject = cache(made_world)
        self.client = cache(people.client)
