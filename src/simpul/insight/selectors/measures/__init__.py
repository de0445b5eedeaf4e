"""Every measure of dashboards, by its code."""

from simpul.insight.selectors.measures import compliance, marketing, sales, service, value, waiting
from simpul.insight.selectors.measures.declaring import Measure, RowsLink

MEASURES: dict[str, Measure] = {each.code: each for area in (service, sales, marketing, compliance, value, waiting) for each in area.MEASURES}

__all__ = ["MEASURES", "Measure", "RowsLink"]
