"""The trail records what domains state, and nothing else."""

from __future__ import annotations

import pytest

from simpul.audit.public import Action, ActUnknown, label, labels, record
from simpul.platform.db import scope


def test_an_act_that_no_domain_states_is_refused_and_leaves_nothing(actor, trace):
    agent = actor("agent_mdn")
    trace.start()

    with pytest.raises(ActUnknown, match="TAKE_COFFEE"), scope(agent):
        record(agent, "TAKE_COFFEE", object_type="USER", object_id=agent.id)

    assert trace() == {}


def test_an_act_is_worded_by_the_domain_that_states_it_and_an_old_one_keeps_its_name():
    assert (label("CREATE_CASE"), label(Action.VIEW_LIST), label("TAKE_COFFEE")) == ("Catat kasus", "Lihat daftar", "TAKE_COFFEE")
    assert [act for act in labels() if act != act.upper()] == []
