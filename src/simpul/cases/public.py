"""The door to cases: what stands out about a customer by their cases, whether somebody has a queue at all, and how all cases stand in numbers."""

from simpul.cases.policies import may_list
from simpul.cases.selectors.alerts import Standing, among, standing, standing_values
from simpul.cases.selectors.figures import case_figures
from simpul.cases.settings import FRAUD_DAYS

__all__ = ["FRAUD_DAYS", "Standing", "among", "case_figures", "may_list", "standing", "standing_values"]
