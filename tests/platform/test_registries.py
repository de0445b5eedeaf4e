"""The registries through which higher domains serve lower ones."""

from __future__ import annotations

import pytest

from simpul.platform import configuration, events, notifier, queue, subjects
from simpul.platform.actor import Actor
from simpul.platform.ids import uuid7
from simpul.platform.registry import KeyTaken, NobodyKeeps, fill
from simpul.platform.text import Text
from simpul.workflow import timers
from tests.support.registries import holding, only, unchanged

ME = Actor(id=uuid7())


@pytest.fixture
def pet():
    calls = []

    def labels(actor, ids):
        calls.append(ids)
        return {key: f"Hewan {key}" for key in ids if key != "rahasia"}

    with holding(subjects.SubjectType("PET", Text(id="Hewan", en="Pet"), labels, "/pets/{id}")):
        yield calls


def test_labels_come_in_one_call_for_each_type_and_only_for_what_may_be_seen(pet):
    found = subjects.labels(ME, [("PET", "1"), ("PET", "rahasia"), ("PET", "1"), ("NOTHING", "2"), ("PET", "")])

    assert found == {("PET", "1"): "Hewan 1"}
    assert pet == [["1", "rahasia"]]


def test_a_subject_is_called_by_its_name_and_an_unknown_one_by_its_type(pet):
    assert (subjects.name("PET"), subjects.name("NOTHING")) == ("Hewan", "NOTHING")


def test_operators_read_a_title_for_every_job_and_kind_of_timer():
    ours = [name for name in queue.tasks() if not name.startswith("tests.")]
    kinds = [kind for kind in timers.kinds() if not kind.startswith("tests.")]

    assert ours and [name for name in ours if queue.title(name) == name] == []
    assert kinds and [kind for kind in kinds if timers.title(kind) == kind] == []


def test_a_subject_has_a_page(pet):
    assert subjects.address("PET", "7") == "/pets/7"
    with pytest.raises(subjects.SubjectUnknown):
        subjects.address("NOTHING", "7")


def test_a_notice_tells_everybody_once_in_the_same_transaction():
    fed = notifier.NoticeKind("PET_FED", Text(id="Sudah makan", en="Fed"), Text(id="Hewan sudah makan.", en="The pet was fed."))
    one, two = uuid7(), uuid7()

    # The inbox is another channel, and has tests of its own.
    with only(notifier.NEWS), holding(fed), events.listening() as heard:
        notifier.notify("PET_FED", [one, two, one], subject_type="PET", subject_id=7)
        notifier.notify("PET_FED", [], subject_type="PET", subject_id=8)

    assert heard == [notifier.StaffNotified("PET_FED", (one, two), "PET", "7")]


def test_an_unknown_notice_is_a_fault():
    with pytest.raises(notifier.NoticeUnknown):
        notifier.notify("NOTHING", [uuid7()], subject_type="PET", subject_id=7)


def test_two_objects_of_one_type_with_one_key_are_refused_at_start():
    fed = notifier.NoticeKind("PET_FED", Text(id="Sudah makan", en="Fed"), Text(id="Hewan sudah makan.", en="The pet was fed."))

    with unchanged(notifier.NoticeKind), pytest.raises(KeyTaken, match="NoticeKind with the key PET_FED"):
        fill([fed, fed])


def test_an_object_that_no_engine_keeps_is_refused_at_start():
    with pytest.raises(NobodyKeeps, match="Actor"):
        fill([ME])


def test_what_domains_state_keeps_the_order_of_the_layers():
    assert list(configuration.groups) == [
        "organisation",
        "session",
        "signin",
        "access",
        "limits",
        "export",
        "documents",
        "break_glass",
        "control",
        "consent",
        "value",
        "messages",
        "cases",
        "sales",
        "followup",
        "marketing",
        "stewardship",
        "insight",
        "cockpit",
    ]
