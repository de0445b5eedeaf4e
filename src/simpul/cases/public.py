"""The door to cases: how all cases stand in numbers."""

from simpul.cases.selectors.figures import case_figures

__all__ = ["case_figures"]
