"""The tables of cases."""

from simpul.cases.models.cases import Case, CaseActivity, CaseClockEvent, CaseNumber
from simpul.cases.models.catalogue import CaseCategory, ResolutionCode
from simpul.cases.models.levels import LegalRules, ServiceLevel, ServiceLevelVersion

__all__ = ["Case", "CaseActivity", "CaseCategory", "CaseClockEvent", "CaseNumber", "LegalRules", "ResolutionCode", "ServiceLevel", "ServiceLevelVersion"]
