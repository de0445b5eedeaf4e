"""The administrator whom a command makes: once, or with a reason, and never unseen."""

from __future__ import annotations

import threading

import pytest
from django.db import connections

from simpul.iam.errors import AdministratorExists, UsernameTaken
from simpul.iam.models import PasswordLink, User
from simpul.iam.public import system_actor
from simpul.iam.services.administrators import administrator_create
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid
from tests.support import people
from tests.support.database import rows

REASON = "Satu-satunya administrator sudah keluar"


def make(username: str = "rina", **more):
    actor = system_actor()
    with scope(actor):
        return administrator_create(actor=actor, username=username, full_name="Rina Hutabarat", email="rina@bank.example", **more)


def told() -> list[str]:
    with rows():
        found = query("SELECT u.username::text AS name FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = 'iam.administrator_made' ORDER BY 1")
    return [row["name"] for row in found]


def test_the_first_administrator_is_made_with_a_link_and_recorded(db, trace):
    trace.start()

    user_id, token, _ = make()

    assert trace() == {"audit": ["CHANGE_RBAC", "CHANGE_RBAC", "CHANGE_RBAC"]}
    with rows():
        acts = query("SELECT meta->>'act' AS act, meta->>'first' AS first FROM audit.audit_logs WHERE object_id = %s ORDER BY audit_id", (str(user_id),))
    assert [(row["act"], row["first"]) for row in acts] == [("CREATE", None), ("CREATE_ADMIN", "true"), ("PASSWORD_LINK", None)]
    assert people.client().api("POST", "/password-links/check", {"token": token}).json()["username"] == "rina"


def test_one_who_never_came_in_gets_a_new_link_which_ends_the_former(db):
    first_id, former, _ = make()

    again_id, token, _ = make()

    assert (again_id, User.objects.filter(kind="USER").count()) == (first_id, 1)
    checked = [people.client().api("POST", "/password-links/check", {"token": each}).status_code for each in (former, token)]
    assert checked == [404, 200]


def test_a_second_one_is_refused_until_it_is_said_so_with_a_reason_and_then_told_to_whom_it_concerns(organisation):
    for error, more in ((AdministratorExists, {}), (AdministratorExists, {"reason": REASON}), (Invalid, {"although_there_is_one": True, "reason": "sebab"})):
        with pytest.raises(error):
            make(**more)
    assert (User.objects.filter(username="rina").exists(), PasswordLink.objects.exists(), told()) == (False, False, [])

    make(although_there_is_one=True, reason=REASON)

    with rows():
        reasons = query(
            "SELECT meta->>'reason' AS reason, actor_user_id = %s AS system FROM audit.audit_logs WHERE meta->>'act' = 'CREATE_ADMIN'", (system_actor().id,)
        )
    assert ([tuple(row.values()) for row in reasons], told()) == ([(REASON, True)], ["admin", "admin2", "compliance"])


def test_the_name_of_somebody_else_is_never_made_an_administrator(organisation):
    with pytest.raises(UsernameTaken):
        make("agent_mdn", although_there_is_one=True, reason=REASON)

    assert people.actor("agent_mdn").role_keys == ("AGENT",)


def test_nobody_but_who_manages_the_configuration_makes_one(organisation):
    for username in ("compliance", "supervisor_mdn"):
        actor = people.actor(username)
        with pytest.raises(Forbidden), scope(actor):
            administrator_create(actor=actor, username="rina", full_name="Rina", email=None, although_there_is_one=True, reason=REASON)


def test_of_two_first_ones_at_once_one_is_made(committed):
    gate, outcomes = threading.Barrier(2), []

    def run(name: str) -> None:
        try:
            gate.wait()
            make(name)
            outcomes.append("made")
        except AdministratorExists:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(name,)) for name in ("rina", "tiur")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["made", "refused"]
