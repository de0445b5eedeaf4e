"""The trail records what domains state, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import simpul
from simpul.audit.public import Action, ActUnknown, label, labels, object_label, object_labels, record
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


def test_every_kind_of_object_that_the_code_records_is_worded_and_an_old_one_keeps_its_key():
    code = "\n".join(path.read_text() for path in Path(simpul.__path__[0]).rglob("*.py"))
    written = set(re.findall(r'object_type="([A-Z_]+)"|(?:audited_change|record_list)\([^)]*?"([A-Z_]{4,})"', code))
    recorded = {kind for found in written for kind in found if kind}

    assert {"CASE_VIEW", "CUSTOMER_SEARCH", "SETTINGS", "SUSPICION_ALERT"} < recorded
    assert recorded - object_labels().keys() == set()
    assert (object_label("SERVICE_KEY"), object_label("COFFEE")) == ("Kunci layanan", "COFFEE")
