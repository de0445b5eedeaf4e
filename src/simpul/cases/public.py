"""The door to cases: how all cases stand in numbers, the products that other domains choose from
as well, and what follows a closed case.

`open_case_first` gives the open case of a customer that is due first, as far as the caller knows of it.
`closed_case` answers the product's own jobs; `case_is_visible` says whether somebody finds a case.
"""

from simpul.cases.selectors.closed import (
    ClosedCase,
    case_is_visible,
    closed_case,
    ordinary_categories,
)
from simpul.cases.selectors.figures import case_figures
from simpul.cases.selectors.open_heads import OpenCase, open_case_first
from simpul.cases.selectors.products import product_choices, product_names

__all__ = [
    "ClosedCase",
    "OpenCase",
    "case_figures",
    "case_is_visible",
    "closed_case",
    "open_case_first",
    "ordinary_categories",
    "product_choices",
    "product_names",
]
