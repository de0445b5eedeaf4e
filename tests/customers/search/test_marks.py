"""Which letters of a name are marked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.customers import names
from simpul.customers.search.marks import marks, one_slip

WORD = st.text("abcd", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("name", "asked", "marked"),
    [
        ("Budi Santoso", "budi santoso", ["Budi", "Santoso"]),
        ("Budi Santoso", "santoso budi", ["Budi", "Santoso"]),
        ("Budi Santoso", "sant", ["Sant"]),
        ("Budi Santoso", "rudi", ["Budi"]),
        ("Budi Santoso", "bdui santozo", ["Budi", "Santoso"]),
        ("Nur'aini Siregar", "nuraini", ["Nur'aini"]),
        ("Nur'aini Siregar", "nura", ["Nur'aini"]),
        ("Mochamad Rizki-Siregar", "muhammad sire", ["Mochamad", "Sire"]),
        ("José Ødegård", "odegard", ["Ødegård"]),
        ("Budi Santoso", "wijaya", []),
        ("Budi Santoso", "", []),
    ],
)
def test_matching_words_are_marked(name: str, asked: str, marked: list[str]) -> None:
    assert [name[start:end] for start, end in marks(name, asked)] == marked


def test_positions_count_as_browsers_do() -> None:
    assert marks("😀 Budi", "budi") == [(3, 7)]


@given(st.text(max_size=40), st.text(max_size=40))
def test_marks_never_overlap_nor_leave_the_name(name: str, asked: str) -> None:
    found = marks(name, names.plain(asked))
    length = len(name.encode("utf-16-le", "surrogatepass")) // 2

    assert all(0 <= start < end <= length for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(WORD, WORD)
def test_one_slip_is_one_insert_delete_replace_or_swap(one: str, other: str) -> None:
    letters = "abcd"
    near = {one[:i] + one[i + 1 :] for i in range(len(one))}
    near |= {one[:i] + letter + one[i:] for i in range(len(one) + 1) for letter in letters}
    near |= {one[:i] + letter + one[i + 1 :] for i in range(len(one)) for letter in letters}
    near |= {one[:i] + one[i + 1] + one[i] + one[i + 2 :] for i in range(len(one) - 1)}

    assert one_slip(one, other) == (other in near - {one})
