"""Sealed codes stand for a second person where there is none: made on the server, used once, and never unseen."""

from __future__ import annotations

import pytest

from simpul.control.models import ControlCode
from simpul.control.services.codes import codes_make
from simpul.control.services.telling import applied_tell
from simpul.iam.public import system_actor
from simpul.platform.db import query, scope
from tests.control.test_proposals import notices, propose_roles, roles_of
from tests.support.database import rows


@pytest.fixture
def admin(client_of):
    return client_of("admin")


@pytest.fixture
def codes(organisation):
    actor = system_actor()
    with scope(actor):
        return codes_make(actor=actor)


def use(admin, proposal, first, second, version=1):
    return admin.api("POST", f"/proposals/{proposal['id']}/use-codes", {"version": version, "first_code": first, "second_code": second})


def test_both_codes_apply_a_change_once_and_whoever_watches_is_told(admin, codes, trace):
    waiting = propose_roles(admin).json()
    assert waiting["can"]["use_codes"] is True
    trace.start()

    applied = use(admin, waiting, codes[0].lower().replace("-", " "), codes[1])

    assert applied.status_code == 200, applied.content
    assert (applied.json()["status"], applied.json()["by_codes"], applied.json()["decided_by"]) == ("APPLIED", True, None)
    assert (roles_of("nobody"), trace()["audit"]) == (["AGENT"], ["USE_CODES", "CHANGE_RBAC"])
    with rows():
        assert query("SELECT meta->>'approved_by' AS by FROM audit.audit_logs WHERE action = 'CHANGE_RBAC'") == [{"by": "CODES"}]
        kept = str(query("SELECT * FROM crm.control_codes")) + str(query("SELECT meta FROM audit.audit_logs"))
    assert not any(code in kept for code in codes)
    with scope(system_actor()):
        applied_tell()
    assert [each[:2] for each in notices() if each[0] == "compliance"] == [("compliance", "control.codes_made"), ("compliance", "control.watched_codes")]

    again = use(admin, propose_roles(admin, roles=("RM",)).json(), *codes)
    assert (again.status_code, again.json()["code"]) == (409, "no_codes")


def test_wrong_codes_apply_nothing_and_are_locked_after_five_tries(admin, codes):
    waiting = propose_roles(admin).json()
    tries = [
        use(admin, waiting, codes[0], "AAAA-BBBB-CCCC"),
        use(admin, waiting, codes[1], codes[0]),
        *(use(admin, waiting, "XXXXXXXX", codes[1]) for _ in range(3)),
    ]
    locked = use(admin, waiting, *codes)

    assert [(each.status_code, each.json()["code"]) for each in tries] == [(422, "codes_wrong")] * 5
    assert (locked.status_code, locked.json()["code"], roles_of("nobody")) == (429, "codes_locked", [])
    assert ("compliance", "control.codes_locked", False) in notices()


def test_new_codes_end_the_former_ones(admin, codes):
    actor = system_actor()
    with scope(actor):
        newer = codes_make(actor=actor)
    waiting = propose_roles(admin).json()

    assert [use(admin, waiting, *each).status_code for each in (codes, newer)] == [422, 200]
    with rows():
        assert ControlCode.objects.filter(ended_at__isnull=True).count() == 0


def test_only_who_proposed_uses_them_and_not_about_themself(admin, client_of, codes):
    waiting = propose_roles(admin).json()

    assert use(client_of("admin2"), waiting, *codes).status_code == 403
    assert use(admin, waiting, *codes, version=4).json()["code"] == "stale_version"
    assert use(admin, waiting, *codes).status_code == 200


def test_codes_of_a_change_that_became_stale_are_kept(admin, codes):
    first, second = propose_roles(admin).json(), propose_roles(admin, roles=("RM",)).json()
    admin.api("PATCH", f"/users/{first['subject']['id']}", {"version": 1, "full_name": "Nama Lain"})

    assert [use(admin, each, *codes).json()["status"] for each in (first, second)] == ["STALE", "STALE"]
    with rows():
        assert ControlCode.objects.filter(ended_at__isnull=True).count() == 2
