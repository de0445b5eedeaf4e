"""The door to transactions and the value of customers.

`rfm_get` gives the score of one customer in words, `rfm_segments_among` the segments of a set within the caller's reach.
`rfm_segment_counts` and `rfm_migrations` are figures within the actor's reach on customer value, for branches or all of them.
"""

from simpul.value.selectors.figures import RfmCount, RfmMove, rfm_migrations, rfm_months, rfm_segment_counts
from simpul.value.selectors.rfm import RfmBadge, RfmScore, profiling_granted, rfm_badge, rfm_get, rfm_segments_among
from simpul.value.selectors.transactions import accounts, activity, balances_among, inflows_among, no_activity
from simpul.value.services.scoring import scores_remove
from simpul.value.services.transactions import transactions_recount
from simpul.value.vocabulary import RFM_SEGMENTS, rfm_title

__all__ = [
    "RFM_SEGMENTS",
    "RfmBadge",
    "RfmCount",
    "RfmMove",
    "RfmScore",
    "accounts",
    "activity",
    "balances_among",
    "inflows_among",
    "no_activity",
    "profiling_granted",
    "rfm_badge",
    "rfm_get",
    "rfm_migrations",
    "rfm_months",
    "rfm_segment_counts",
    "rfm_segments_among",
    "rfm_title",
    "scores_remove",
    "transactions_recount",
]
