"""The door to cases: what stands out about a customer by their cases, and whether somebody has a queue at all."""

from simpul.cases.policies import may_list
from simpul.cases.selectors.alerts import Standing, among, standing, standing_values
from simpul.cases.settings import FRAUD_DAYS

__all__ = ["FRAUD_DAYS", "Standing", "among", "may_list", "standing", "standing_values"]
