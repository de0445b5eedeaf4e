"""The tables of cases."""

from simpul.cases.models.catalogue import CaseCategory, ResolutionCode
from simpul.cases.models.levels import LegalRules, ServiceLevel, ServiceLevelVersion

__all__ = ["CaseCategory", "LegalRules", "ResolutionCode", "ServiceLevel", "ServiceLevelVersion"]
