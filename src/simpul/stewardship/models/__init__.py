"""The tables of stewardship."""

from simpul.stewardship.models.protection import DataBreach, ImpactAssessment
from simpul.stewardship.models.rights import LegalHold, ProcessingLimit, RightsPack, RightsRequest

__all__ = ["DataBreach", "ImpactAssessment", "LegalHold", "ProcessingLimit", "RightsPack", "RightsRequest"]
