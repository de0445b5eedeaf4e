"""People brought from a file: what no file may give."""

from __future__ import annotations

import pytest

from simpul.iam.models import Grant, Role, User
from simpul.iam.public import system_actor
from simpul.iam.services.bringing import user_bring
from simpul.platform.db import scope
from simpul.platform.errors import Forbidden, Invalid
from tests.support import people
from tests.support.database import rows


def bring(actor, *roles: str):
    with scope(actor):
        return user_bring(actor=actor, username="siti", full_name="Siti", email=None, language="id", roles=roles, branches=["MDN"], units=[])


@pytest.fixture
def own_roles(organisation):
    """Roles of the organisation: one made after the administrator's, one after the agent's that may change the configuration."""
    with rows():
        for key, based_on in (("TI_CABANG", "ADMIN"), ("KEPALA", "AGENT"), ("TELLER", "AGENT")):
            Role.objects.create(key=key, name=key, name_en=key, based_on=based_on, is_shipped=False, is_assignable=True)
        Grant.objects.create(role=Role.objects.get(key="KEPALA"), resource="configuration", action="M", reach=4)


@pytest.mark.parametrize("roles", [["ADMIN"], ["AGENT", "ADMIN"], ["TI_CABANG"], ["KEPALA"]])
def test_no_role_that_administers_comes_from_a_file(own_roles, roles):
    with pytest.raises(Invalid, match="Check the marked fields"):
        bring(system_actor(), *roles)

    assert not User.objects.filter(username="siti").exists()


def test_any_other_role_does(own_roles):
    assert bring(system_actor(), "AGENT", "TELLER").added
    assert set(people.actor("siti").role_keys) == {"AGENT", "TELLER"}


def test_nobody_but_who_manages_the_configuration_brings_people(organisation):
    with pytest.raises(Forbidden):
        bring(people.actor("supervisor_mdn"), "AGENT")
