"""The door to cases: how all cases stand in numbers, and what follows a closed case.

`closed_case` answers the product's own jobs; `case_is_visible` says whether somebody finds a case.
"""

from simpul.cases.selectors.closed import (
    ClosedCase,
    case_is_visible,
    closed_case,
    ordinary_categories,
)
from simpul.cases.selectors.figures import case_figures

__all__ = [
    "ClosedCase",
    "case_figures",
    "case_is_visible",
    "closed_case",
    "ordinary_categories",
]
