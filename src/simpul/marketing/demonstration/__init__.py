"""Segments and campaigns of the demonstration."""

from simpul.marketing.demonstration.campaigns import DEMONSTRATION as CAMPAIGNS
from simpul.marketing.demonstration.segments import DEMONSTRATION as SEGMENTS

DEMONSTRATIONS = (SEGMENTS, CAMPAIGNS)
