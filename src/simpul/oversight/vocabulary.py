"""What reports of access speak of."""

from __future__ import annotations

from enum import StrEnum

from simpul.platform.text import Text


class Way(StrEnum):
    """A way in which somebody could open a customer."""

    EVERYWHERE = "EVERYWHERE"
    BRANCH = "BRANCH"
    UNIT = "UNIT"
    PORTFOLIO = "PORTFOLIO"
    EMERGENCY = "EMERGENCY"


WAYS: dict[Way, Text] = {
    Way.EVERYWHERE: Text(id="Semua cabang", en="All branches"),
    Way.BRANCH: Text(id="Cabang tempat bertugas", en="Branch that they work for"),
    Way.UNIT: Text(id="Unit yang melayani cabang", en="Unit that serves the branch"),
    Way.PORTFOLIO: Text(id="Portofolio sendiri", en="Own portfolio"),
    Way.EMERGENCY: Text(id="Akses darurat", en="Emergency access"),
}
