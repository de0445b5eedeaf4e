"""The tables of the follow-up programme."""

from simpul.followup.models.agents import DayOff, FollowupAgent
from simpul.followup.models.members import FollowupAssignment, FollowupEntry, FollowupMember
from simpul.followup.models.runs import FollowupRun, FollowupWarning

__all__ = [
    "DayOff",
    "FollowupAgent",
    "FollowupAssignment",
    "FollowupEntry",
    "FollowupMember",
    "FollowupRun",
    "FollowupWarning",
]
