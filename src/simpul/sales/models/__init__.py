"""The tables of sales."""

from simpul.sales.models.catalogue import SalesReason, Stage
from simpul.sales.models.leads import Lead
from simpul.sales.models.lifecycle import CustomerLifecycle, LifecycleChange
from simpul.sales.models.opportunities import Opportunity

__all__ = ["CustomerLifecycle", "Lead", "LifecycleChange", "Opportunity", "SalesReason", "Stage"]
