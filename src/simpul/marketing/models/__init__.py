"""The tables of segments and campaigns."""

from simpul.marketing.models.campaigns import Campaign, CampaignEligibility, CampaignHandOff
from simpul.marketing.models.segments import Segment, SegmentChange, SegmentMember, SegmentRefresh, SegmentVersion

__all__ = ["Campaign", "CampaignEligibility", "CampaignHandOff", "Segment", "SegmentChange", "SegmentMember", "SegmentRefresh", "SegmentVersion"]
