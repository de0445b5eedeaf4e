"""The tables of sales."""

from simpul.sales.models.after_case import AfterCaseDecision, AfterCaseRule
from simpul.sales.models.catalogue import SalesReason, Stage
from simpul.sales.models.leads import Lead, LeadChange, LeadReassignment
from simpul.sales.models.lifecycle import CustomerLifecycle, LifecycleChange
from simpul.sales.models.opportunities import Opportunity
from simpul.sales.models.scoring import LeadScore, LeadScoring

__all__ = [
    "AfterCaseDecision",
    "AfterCaseRule",
    "CustomerLifecycle",
    "Lead",
    "LeadChange",
    "LeadReassignment",
    "LeadScore",
    "LeadScoring",
    "LifecycleChange",
    "Opportunity",
    "SalesReason",
    "Stage",
]
