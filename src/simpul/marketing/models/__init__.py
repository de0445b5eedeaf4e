"""The tables of segments and campaigns."""

from simpul.marketing.models.segments import Segment, SegmentChange, SegmentMember, SegmentRefresh, SegmentVersion

__all__ = ["Segment", "SegmentChange", "SegmentMember", "SegmentRefresh", "SegmentVersion"]
