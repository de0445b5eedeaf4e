"""What the domain of customer value refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict
from simpul.platform.text import Text


class ScoringIsNotAssessed(Conflict):
    """No approved impact assessment of scoring is in force, so nobody is scored."""

    title = Text(
        id="Penilaian dampak untuk penilaian (skor) belum berlaku",
        en="No impact assessment of scoring is in force",
    )


class SparkIsMissing(Conflict):
    """Spark is configured, and its package or Java is not installed where this runs."""

    title = Text(
        id="Spark tidak terpasang: pasang requirements/spark.lock dan Java",
        en="Spark is not installed: install requirements/spark.lock and Java",
    )
