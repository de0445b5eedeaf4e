"""The door to cases: how all cases stand in numbers, and the products that other domains choose from as well."""

from simpul.cases.selectors.figures import case_figures
from simpul.cases.selectors.products import product_choices, product_names

__all__ = ["case_figures", "product_choices", "product_names"]
