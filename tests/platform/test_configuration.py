"""Settings: what may be said, which of two values is stricter, and what then holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.platform import configuration
from simpul.platform.configuration import Kind, Setting, Stricter
from simpul.platform.text import Text
from tests.support.registries import only

NAME = Text(id="x", en="x")


def setting(kind: Kind, default: object, stricter: Stricter | None = None, **more: object) -> Setting:
    return Setting("test.one", "test", kind, default, NAME, NAME, stricter=stricter, **more)  # type: ignore[arg-type]


COUNT = setting(Kind.INTEGER, 10, Stricter.LOWER, minimum=1, maximum=60)
NAMED = setting(Kind.TEXT, "A", minimum=1, maximum=20)
HOURS = setting(Kind.HOURS, None, Stricter.WITHIN)
OFFICE = {"days": [1, 2, 3, 4, 5], "opens": "08:00", "closes": "17:00"}


@pytest.mark.parametrize("wrong", [0, 61, "10", None, True, 1.5, [], {}])
def test_a_number_outside_its_bounds_or_of_another_type_is_told(wrong: object) -> None:
    assert configuration.problem(COUNT, wrong) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        "08:00-17:00",
        {},
        {**OFFICE, "days": []},
        {**OFFICE, "days": [0]},
        {**OFFICE, "days": [1, 1]},
        {**OFFICE, "days": [True]},
        {**OFFICE, "opens": "17:00"},
        {**OFFICE, "closes": "25:00"},
        {**OFFICE, "opens": 8},
        {**OFFICE, "zone": "UTC"},
    ],
)
def test_impossible_hours_are_told(wrong: object) -> None:
    assert configuration.problem(HOURS, wrong) is not None


@pytest.mark.parametrize("wrong", [None, 3, "", "A" * 21, " padded", "two\nlines", "<b>", "a\u202eb"])
def test_text_that_is_not_one_plain_line_of_its_length_is_told(wrong: object) -> None:
    assert configuration.problem(NAMED, wrong) is not None
    assert configuration.problem(NAMED, "Bank Danau Toba") is None


def test_choices_come_from_the_declared_ones() -> None:
    several = setting(Kind.CHOICES, [], choices={"ADMIN": NAME, "COMPLIANCE": NAME})

    assert configuration.problem(several, ["ADMIN"]) is None
    assert [configuration.problem(several, wrong) is None for wrong in (["AGENT"], ["ADMIN", "ADMIN"], "ADMIN", [1], [["ADMIN"]])] == [False] * 5


hours = st.none() | st.builds(
    lambda days, opens, closes: {"days": days, "opens": f"{opens:02d}:00", "closes": f"{closes:02d}:00"},
    st.lists(st.integers(1, 7), min_size=1, unique=True),
    st.integers(0, 11),
    st.integers(12, 24),
)


@given(hours, hours)
def test_the_stricter_of_two_hours_lies_in_both(one: object, other: object) -> None:
    both = configuration.strictest(HOURS, one, other)

    assert configuration.is_stricter(HOURS, both, one) and configuration.is_stricter(HOURS, both, other)
    assert configuration.strictest(HOURS, other, one) == both


@pytest.mark.parametrize(
    ("declared", "organisation", "unit", "fits"),
    [
        (COUNT, 10, 5, True),
        (COUNT, 10, 10, True),
        (COUNT, 10, 11, False),
        (setting(Kind.BOOLEAN, True, Stricter.FALSE), True, False, True),
        (setting(Kind.BOOLEAN, True, Stricter.FALSE), False, True, False),
        (setting(Kind.BOOLEAN, False, Stricter.TRUE), False, True, True),
        (HOURS, None, OFFICE, True),
        (HOURS, OFFICE, None, False),
        (HOURS, OFFICE, {**OFFICE, "days": [5, 1]}, True),
        (HOURS, OFFICE, {**OFFICE, "closes": "18:00"}, False),
        (setting(Kind.INTEGER, 10), 10, 5, False),
    ],
)
def test_a_unit_may_only_be_stricter(declared: Setting, organisation: object, unit: object, fits: bool) -> None:
    assert configuration.is_stricter(declared, unit, organisation) is fits


def test_of_several_units_the_strictest_value_holds_and_a_wider_one_changes_nothing() -> None:
    with only(COUNT):
        assert configuration.effective({COUNT.key: 20}, [{COUNT.key: 8}, {COUNT.key: 50}, {"test.gone": 1}]) == {COUNT.key: 8}
        assert configuration.effective({}, [{COUNT.key: 50}]) == {COUNT.key: 10}
        assert configuration.effective({COUNT.key: 500}, []) == {}, "a value that no longer fits its bounds holds no more"


def test_an_unknown_setting_is_a_fault_of_ours() -> None:
    with pytest.raises(configuration.SettingUnknown):
        configuration.value("nothing.there")
