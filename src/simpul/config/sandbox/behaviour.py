"""How the sandbox answers and what it reports, decided for each message by its own hash: the same message always fares the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

_SECONDS = ("delay_seconds", "answer_seconds")
_MOST_SECONDS, _MOST_REPEATS = 3_600, 50


@dataclass(frozen=True)
class Behaviour:
    """Shares are of 1. `busy` are answers that ask to come again, `refuse` answers that fail at once with the code of their protocol, `lose`
    calls that are taken and not answered.

    Of what was taken, `bounce` fails later and the rest is delivered after `delay_seconds`; of those `open`, `click`, `reply`, `complain` and
    `opt_out` are shares. Each report is sent `repeats` times, and `shuffle` sends them out of order. A new template becomes `template_state`;
    with `closed_window` a WhatsApp text to whoever has not written for 24 hours fails.
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
    closed_window: bool = False
    template_state: str = "APPROVED"
    whatsapp_code: int = 131026
    smtp_code: int = 550
    sms_code: int = 400
    postmark_code: int = 406
    push_code: int = 410
    fcm_code: str = "UNREGISTERED"


def behaviour_changed(base: Behaviour, given: Mapping[str, object]) -> Behaviour:
    """The behaviour with the given parts changed.

    Raises: ValueError for a part that there is not, or of another kind.
    """
    values = asdict(base)
    for name, value in given.items():
        if name not in values:
            raise ValueError(f"There is no setting {name[:40]}; there are {', '.join(field.name for field in fields(Behaviour))}.")
        kind = type(values[name])
        taken: object = float(value) if kind is float and type(value) is int else value
        if type(taken) is not kind:
            raise ValueError(f"{name} takes a {kind.__name__}.")
        if isinstance(taken, float) and not 0 <= taken <= (_MOST_SECONDS if name in _SECONDS else 1):
            raise ValueError(f"{name} is at most {_MOST_SECONDS} seconds." if name in _SECONDS else f"{name} is a share from 0 to 1.")
        if name == "repeats" and not 1 <= int(str(taken)) <= _MOST_REPEATS:
            raise ValueError(f"repeats is from 1 to {_MOST_REPEATS}.")
        values[name] = taken
    return Behaviour(**values)


def behaviour_written(parts: Iterable[str]) -> Behaviour:
    """The behaviour that words of a command line ask for: names of JSON files, and `name=value`.

    Raises: ValueError, OSError.
    """
    behaviour = Behaviour()
    for part in parts:
        name, separator, value = part.partition("=")
        given = {name: value_written(name, value)} if separator else json.loads(Path(part).read_text())
        if not isinstance(given, dict):
            raise ValueError(f"{part} holds no settings.")
        behaviour = behaviour_changed(behaviour, given)
    return behaviour


def value_written(name: str, value: str) -> object:
    """A value as it was typed, in the kind that its setting takes."""
    known = asdict(Behaviour()).get(name)
    if isinstance(known, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def falls_on(key: str, what: str, share: float) -> bool:
    """Whether this message is among the share to which this happens."""
    return share > 0 and int.from_bytes(hashlib.sha256(f"{what}:{key}".encode()).digest()[:4]) < share * 2**32
