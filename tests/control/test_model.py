"""Random acts of three administrators and a compliance officer: somebody always watches, somebody always administers, nobody agrees with themself."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from simpul.control.services import deciding
from simpul.iam.models import Role
from simpul.iam.public import actor_for
from simpul.iam.schemas.grants import GrantsSaveIn
from simpul.iam.schemas.users import UserActIn, UserRolesIn
from simpul.platform import guarding
from simpul.platform.db import query, scope
from simpul.platform.errors import DomainError
from tests.support import people
from tests.support.database import rows, undone

CAST = ("admin", "admin2", "admin3", "compliance")
REASON = "penyesuaian tugas menurut keputusan direksi"
CELLS = [
    ("COMPLIANCE", "audit", "R"),
    ("COMPLIANCE", "break_glass", "A"),
    ("COMPLIANCE", "configuration", "R"),
    ("ADMIN", "configuration", "M"),
    ("AGENT", "case", "U"),
]
_WATCH = """
SELECT (SELECT count(*) FROM iam.users u JOIN iam.user_roles USING (user_id) JOIN iam.roles r USING (role_id) WHERE r.role_key = 'COMPLIANCE' AND u.status = 'ACTIVE') AS watchers,
       (SELECT count(*) FROM iam.users u JOIN iam.user_roles USING (user_id) JOIN iam.roles r USING (role_id) WHERE r.role_key = 'ADMIN' AND u.status = 'ACTIVE') AS administrators,
       (SELECT count(*) FROM iam.grants g JOIN iam.roles r USING (role_id) WHERE g.reach = 4 AND NOT g.per_user AND (r.role_key, g.resource, g.action) IN
          (('COMPLIANCE', 'audit', 'R'), ('COMPLIANCE', 'break_glass', 'A'), ('COMPLIANCE', 'configuration', 'R'), ('ADMIN', 'configuration', 'M'))) AS kept,
       (SELECT count(*) FROM crm.proposals WHERE status = 'APPLIED' AND (decided_by IS NULL OR decided_by = proposed_by OR decided_by = concerns)) AS alone,
       (SELECT count(*) FROM crm.proposals WHERE status = 'APPLIED') - (SELECT count(*) FROM iam.applied_changes) AS untold
"""
who = st.sampled_from(CAST)


class Administration(RuleBasedStateMachine):
    """Each play begins in the same organisation, of which nothing stays."""

    def __init__(self) -> None:
        super().__init__()
        self.play = ExitStack()
        self.play.enter_context(undone())
        self.waiting: list[Any] = []

    @initialize()
    def arrange(self) -> None:
        with rows():
            people.add_user("admin3", Role.objects.get(key="ADMIN"), None)

    def act(self, username: str, do: Any) -> Any:
        """What somebody does who may act at all; a refusal leaves nothing."""
        actor = actor_for(people.user_id(username))
        if actor is None:
            return None
        try:
            with transaction.atomic(), scope(actor):
                return do(actor)
        except DomainError:
            return None

    def propose(self, username: str, key: str, body: Any, **path: Any) -> None:
        answer = self.act(username, lambda actor: guarding.propose_change(actor, key, body, **path))
        if getattr(answer, "status_code", 0) == 202:
            self.waiting.append(answer.value["id"])

    @rule(by=who, whom=who, roles=st.sets(st.sampled_from(["ADMIN", "COMPLIANCE", "AGENT"])))
    def set_roles(self, by: str, whom: str, roles: set[str]) -> None:
        self.propose(by, "users_set_roles", UserRolesIn(version=self.version(whom), roles=sorted(roles), reason=REASON), user_id=people.user_id(whom))

    @rule(by=who, whom=who, key=st.sampled_from(["users_suspend", "users_activate"]))
    def open_or_close(self, by: str, whom: str, key: str) -> None:
        self.propose(by, key, UserActIn(version=self.version(whom), reason=REASON), user_id=people.user_id(whom))

    @rule(by=who, cell=st.sampled_from(CELLS), reach=st.sampled_from(["NONE", "OWN", "BRANCH", "ALL"]))
    def save_grant(self, by: str, cell: tuple[str, str, str], reach: str) -> None:
        names = ("role", "resource", "action")
        with rows():
            number = query("SELECT coalesce(max(number), 0) AS n FROM iam.configuration_revisions WHERE kind = 'GRANTS'")
        change = {**dict(zip(names, cell, strict=True)), "reach": reach, "per_user": False}
        self.propose(by, "grants_save", GrantsSaveIn(version=number[0]["n"], changes=[change], reason=REASON))

    @rule(by=who, turn=st.integers(0, 5), step=st.sampled_from(["approve", "approve", "approve", "decline", "withdraw"]))
    def decide(self, by: str, turn: int, step: str) -> None:
        if not self.waiting:
            return
        proposal_id = self.waiting[turn % len(self.waiting)]
        note = {} if step == "withdraw" else {"note": "sudah dicek"}
        self.act(by, lambda actor: getattr(deciding, f"proposal_{step}")(actor=actor, proposal_id=proposal_id, version=1, **note))

    def version(self, username: str) -> int:
        with rows():
            return int(query("SELECT version FROM iam.users WHERE username = %s", (username,))[0]["version"])

    @invariant()
    def somebody_watches(self) -> None:
        with rows():
            found = query(_WATCH)[0]
        assert found["watchers"] >= 1 and found["administrators"] >= 1, found
        assert (found["kept"], found["alone"], found["untold"]) == (4, 0, 0), found

    def teardown(self) -> None:
        self.play.close()


def test_whatever_they_do_somebody_watches_and_nobody_agrees_with_themself(organisation):
    bounded = settings(max_examples=12, stateful_step_count=14, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Administration, settings=bounded)
