"""The answers to ASVS: a gate that lets everything through would prove nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tools import security


def test_every_requirement_of_level_one_and_two_is_known():
    level = security.levels()

    # As counted in the standard's own list, its chapter on WebRTC left out.
    assert (sum(each == 1 for each in level.values()), sum(each == 2 for each in level.values())) == (70, 176)


def test_the_answers_as_they_stand_are_in_order():
    assert list(security.findings(security.answers())) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"number": "99.1.1"}, "99.1.1 is no requirement"),
        ({"state": "perhaps"}, "3.3.1 is 'perhaps'"),
        ({"how": "", "see": ()}, "names neither test nor code nor reason"),
        ({"state": "na", "how": ""}, "is not met and gives no reason"),
        ({"see": ("tests/security/test_gone.py::test_gone",)}, "which does not exist"),
        ({"see": ("tests/security/test_answers.py::test_gone",)}, "there is no such test"),
        ({"see": ("src/simpul/platform/middleware.py#nobody wrote this",)}, "no such passage stands there"),
        ({"number": "2.4.2", "state": "part"}, "is of level 3: it is listed when it is met"),
        ({"number": "3.3.2"}, "3.3.2 is answered 2 times"),
    ],
)
def test_an_answer_that_does_not_hold_is_found(change, message):
    given = [replace(answer, **change) if answer.number == "3.3.1" else answer for answer in security.answers()]

    assert [found.message for found in security.findings(given) if message in found.message]


def test_a_requirement_without_an_answer_is_found():
    given = [answer for answer in security.answers() if answer.number != "8.2.2"]

    assert [found.message for found in security.findings(given)] == ["8.2.2 is of level 1 and has no answer"]
