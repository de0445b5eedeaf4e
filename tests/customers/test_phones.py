"""Phone numbers in every writing."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.customers import phones

DIGITS = st.text("0123456789", min_size=7, max_size=12)
BLANKS = st.sampled_from([" ", "-", ".", "", "  ", "\u00a0"])


@pytest.mark.parametrize(
    "written",
    ["081234567890", "+6281234567890", "6281234567890", "0812-3456-7890", "0812 3456 7890", "0812.3456.7890", "(0812) 34567890", "+62 812 3456 7890", "+62 (0)812 3456 7890",
     "0062 812 3456 7890", "812 3456 7890", "0812/3456/7890", "0812\u00a03456\u00a07890", " 0812 3456 7890 "],
)  # fmt: skip
def test_every_local_writing_is_one_number(written: str) -> None:
    assert phones.normalise(written) == "+6281234567890"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("(061) 4567890", "+62614567890"),
        ("021-5551234", "+62215551234"),
        ("+65 6123 4567", "+6561234567"),
        ("001 415 555 2671", "+14155552671"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("0060 12 345 6789", "+60123456789"),
        ("0812", None),
        ("08123456789012345", None),
        ("14045", None),
        ("budi", None),
        ("", None),
        ("+", None),
        ("０８１２３４５６７８９０", None),
        ("0812x3456y7890", None),
    ],
)
def test_other_numbers_and_none(written: str, normal: str | None) -> None:
    assert phones.normalise(written) == normal


@given(DIGITS)
def test_the_fast_path_agrees_with_the_library(digits: str) -> None:
    parsed = phonenumbers.parse("+62" + digits.lstrip("0"), None) if digits.strip("0") and len(digits.lstrip("0")) > 2 else None
    kinds = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}
    valid = parsed is not None and phonenumbers.number_type(parsed) in kinds
    expected = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if parsed is not None and valid else None

    if expected:
        assert phones.normalise("0" + digits.lstrip("0")) == expected
        assert phones.normalise("+62" + digits.lstrip("0")) == expected


@given(st.from_regex(r"\A8[1-35-9][0-9]{8,9}\Z"), st.lists(BLANKS, min_size=13, max_size=13), st.sampled_from(["0", "+62", "62", "0062"]))
def test_blanks_and_prefixes_change_nothing(national: str, blanks: list[str], prefix: str) -> None:
    written = prefix + "".join(digit + blank for digit, blank in zip(national, blanks, strict=False))

    assert phones.normalise(written) == "+62" + national


@given(st.text(max_size=40))
def test_whatever_comes_is_a_number_or_nothing(written: str) -> None:
    normal = phones.normalise(written)

    assert normal is None or phones.normalise(normal) == normal
