"""How the sandbox answers and what it reports, decided for each message by its own hash: the same message always fares the same."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Behaviour:
    """Shares are of 1. `refuse` are answers that fail at once, by WhatsApp error code or SMTP code; `lose` are calls that are taken and not answered.

    Of what was taken, `bounce` fails later and the rest is delivered after `delay_seconds`; of those `open`, `click`, `reply`, `complain` and
    `opt_out` are shares. Each report is sent `repeats` times, and `shuffle` sends them out of order.
    """

    busy: float = 0.0
    refuse: float = 0.0
    lose: float = 0.0
    bounce: float = 0.0
    open: float = 0.0
    click: float = 0.0
    reply: float = 0.0
    complain: float = 0.0
    opt_out: float = 0.0
    delay_seconds: float = 0.2
    answer_seconds: float = 0.0
    repeats: int = 1
    shuffle: bool = False
    reports: bool = True
    whatsapp_code: int = 131026
    smtp_code: int = 550

    @classmethod
    def read(cls, given: dict[str, Any], base: Behaviour) -> Behaviour:
        """The behaviour with the given parts changed.

        Raises: ValueError for a part that there is not, or of another kind.
        """
        known = {field.name: field for field in fields(cls)}
        values = asdict(base)
        for name, value in given.items():
            if name not in known:
                raise ValueError(f"There is no setting {name}; there are {', '.join(known)}.")
            kind = type(values[name])
            if kind is float and isinstance(value, int) and not isinstance(value, bool):
                value = float(value)
            if type(value) is not kind:
                raise ValueError(f"{name} takes a {kind.__name__}.")
            if kind is float and name not in ("delay_seconds", "answer_seconds") and not 0 <= value <= 1:
                raise ValueError(f"{name} is a share from 0 to 1.")
            values[name] = value
        return cls(**values)


def falls(key: str, what: str, share: float) -> bool:
    """Whether this message is among the share to which this happens."""
    return share > 0 and int.from_bytes(hashlib.sha256(f"{what}:{key}".encode()).digest()[:4]) < share * 2**32
