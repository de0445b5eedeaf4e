"""Groups of fewer than five customers are hidden, also from whoever knows the total."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.insight.selectors.suppression import People, hidden_cells, hidden_groups, people_of

_CUSTOMERS = st.frozensets(st.integers(0, 30), max_size=9)


def people(customers: frozenset[int]) -> People:
    """A group as it is read: all of few, no one of many."""
    return People(many=True) if len(customers) >= 5 else People(customers)


@settings(max_examples=300)
@given(st.dictionaries(st.integers(0, 9), _CUSTOMERS))
def test_what_is_hidden_of_a_total_is_about_five_customers_or_all_there_is(groups):
    found = {key: people(customers) for key, customers in groups.items()}
    hidden = hidden_groups(found)

    assert {key for key, customers in groups.items() if 0 < len(customers) < 5} <= hidden
    assert not any(not customers for key, customers in groups.items() if key in hidden)
    together = frozenset().union(*(groups[key] for key in hidden)) if hidden else frozenset()
    shown = {key for key, customers in groups.items() if customers and key not in hidden}
    assert not hidden or not shown or (len(hidden) >= 2 and len(together) >= 5)


@settings(max_examples=100)
@given(st.lists(st.lists(_CUSTOMERS, min_size=4, max_size=4), min_size=1, max_size=5))
def test_no_line_and_no_column_of_a_table_gives_a_small_cell_away(table):
    cells = {(row, column): people(customers) for row, line in enumerate(table) for column, customers in enumerate(line)}
    rows, columns = list(range(len(table))), list(range(4))
    hidden = hidden_cells(cells, rows, columns)

    for line in [[(row, column) for column in columns] for row in rows] + [[(row, column) for row in rows] for column in columns]:
        shown = [cell for cell in line if cell not in hidden and not _is_empty(cells[cell])]
        secret = [cell for cell in line if cell in hidden]
        assert not any(cells[cell].is_small for cell in shown)
        assert not secret or not shown or (len(secret) >= 2 and not people_of(cells[cell] for cell in secret).is_small)


def _is_empty(group: People) -> bool:
    return not group.many and not group.few
