"""The door to cases: what stands out about a customer by their cases, and whether somebody has a queue at all."""

from simpul.cases.policies import may_list
from simpul.cases.selectors.alerts import CARE_AMONG, FRAUD_AMONG, OPEN_AMONG, OVERDUE_AMONG, URGENT_AMONG, Standing, standing, urgent_since

__all__ = ["CARE_AMONG", "FRAUD_AMONG", "OPEN_AMONG", "OVERDUE_AMONG", "URGENT_AMONG", "Standing", "may_list", "standing", "urgent_since"]
