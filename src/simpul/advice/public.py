"""The door to advice: the alerts that stand for customers, the best next actions, and how they were received.

The 360 page reads `alerts` and `advice_best`, a cockpit `advice_counts_among`, dashboards `advice_figures`.
"""

from simpul.advice.schemas.advice import AdviceOut
from simpul.advice.schemas.alerts import AlertOut
from simpul.advice.selectors.advice import AdviceRow, advice_best, advice_counts_among
from simpul.advice.selectors.alerts import AlertName, alert_names, alerts, alerts_among
from simpul.advice.selectors.figures import AdviceFigure, advice_figures
from simpul.advice.vocabulary import ACTION_NAMES

__all__ = [
    "ACTION_NAMES",
    "AdviceFigure",
    "AdviceOut",
    "AdviceRow",
    "AlertName",
    "AlertOut",
    "advice_best",
    "advice_counts_among",
    "advice_figures",
    "alert_names",
    "alerts",
    "alerts_among",
]
