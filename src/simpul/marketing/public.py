"""The door to segments and campaigns.

Higher domains fill `selecting_refusal` (why nobody may be selected today) and state `AudienceLimit` (who is left out).
"""

from simpul.marketing.selectors.limits import AudienceLimit, selecting_refusal

__all__ = ["AudienceLimit", "selecting_refusal"]
