"""Settings that the organisation changes while the product runs.

A domain states its settings, each with its type, bounds, default and wording; a row exists only for what
was changed. Units may be stricter than the organisation where a setting says what stricter means. A change works in
the next request: an Actor carries what holds for it, read with its grants, and nothing is cached.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from simpul.platform import ports
from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
from simpul.platform.text import Text

_CLOCK = re.compile(r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")


class Kind(StrEnum):
    """What a setting holds."""

    INTEGER = "INTEGER"
    BOOLEAN = "BOOLEAN"
    CHOICE = "CHOICE"
    CHOICES = "CHOICES"  # several, in any order
    TEXT = "TEXT"  # one line; `minimum` and `maximum` are lengths in characters
    HOURS = "HOURS"  # None for always, else {"days": [1..7, Monday first], "opens": "07:00", "closes": "18:00"}


class Stricter(StrEnum):
    """Which of two values is the stricter one."""

    LOWER = "LOWER"
    HIGHER = "HIGHER"
    FALSE = "FALSE"
    TRUE = "TRUE"
    WITHIN = "WITHIN"  # hours inside the other hours
    MORE = "MORE"  # at least the other's choices


@dataclass(frozen=True)
class Group:
    """Settings that are shown together."""

    key: str
    name: Text


@dataclass(frozen=True)
class Setting:
    """One setting. `default` may be a function, for what an installation's environment decides."""

    key: str
    group: str
    kind: Kind
    default: Any
    label: Text
    help: Text
    unit: Text | None = None
    minimum: int | None = None
    maximum: int | None = None
    choices: Mapping[str, Text] | Callable[[], Mapping[str, Text]] | None = None
    stricter: Stricter | None = None
    safer: Stricter | None = None  # which direction protects, where units cannot be stricter
    safest: Any = None  # the choice that protects most

    def default_value(self) -> Any:
        """What holds until somebody changes it."""
        return self.default() if callable(self.default) else self.default

    def choice_names(self) -> Mapping[str, Text]:
        """What may be chosen, with its name."""
        return (self.choices() if callable(self.choices) else self.choices) or {}


class SettingUnknown(LookupError):
    """No domain has stated this setting."""


# Both are shown in the order of the layers.
groups: Registry[Group] = Registry(Group, lambda group: group.key)
settings: Registry[Setting] = Registry(Setting, lambda setting: setting.key)


def find(key: str) -> Setting:
    """One setting.

    Raises: SettingUnknown.
    """
    if key not in settings:
        raise SettingUnknown(f"No domain has stated the setting {key}.")
    return settings[key]


def value(key: str, actor: Actor | None = None) -> Any:
    """What holds for the actor, units included; without an actor, what holds for the organisation.

    Raises: SettingUnknown.
    """
    setting = find(key)
    held = ports.stored_settings() if actor is None or actor.settings is None else actor.settings
    return held[key] if key in held else setting.default_value()


def number(key: str, actor: Actor | None = None) -> int:
    """The value of an INTEGER setting.

    Raises: SettingUnknown.
    """
    return int(value(key, actor))


def effective(organisation: Mapping[str, Any], units: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What holds for a member of these units: of each setting the strictest value; settings nobody changed are left out."""
    held = {key: found for key, found in organisation.items() if key in settings and problem(settings[key], found) is None}
    for unit in units:
        for key, theirs in unit.items():
            setting = settings.get(key)
            if setting is not None and setting.stricter is not None and problem(setting, theirs) is None:
                held[key] = strictest(setting, held[key] if key in held else setting.default_value(), theirs)
    return held


def strictest(setting: Setting, one: Any, other: Any) -> Any:
    """The stricter of two values; of hours, those that lie in both."""
    return _strictest(setting.stricter, one, other)


def _strictest(direction: Stricter | None, one: Any, other: Any) -> Any:
    match direction:
        case Stricter.LOWER:
            return min(one, other)
        case Stricter.HIGHER:
            return max(one, other)
        case Stricter.FALSE:
            return one and other
        case Stricter.TRUE:
            return one or other
        case Stricter.WITHIN:
            return _common_hours(one, other)
        case Stricter.MORE:
            return sorted({*one, *other})
    raise ValueError("This setting has no stricter value.")


def lowers_protection(setting: Setting, before: Any, after: Any) -> bool:
    """Whether a new value protects less than the former: a longer session, a higher limit, a role without a second step."""
    if setting.safest is not None:
        return bool(before == setting.safest and after != before)
    direction = setting.safer or setting.stricter
    if direction is None:
        return False
    kept = sorted(after) if direction is Stricter.MORE else _plain(setting, after)
    return bool(_strictest(direction, before, after) != kept)


def is_stricter(setting: Setting, unit: Any, organisation: Any) -> bool:
    """Whether a unit's value is no wider than the organisation's."""
    return setting.stricter is not None and strictest(setting, organisation, unit) == _plain(setting, unit)


def problem(setting: Setting, given: Any) -> Text | None:
    """Why a value cannot be this setting's, or None when it can."""
    match setting.kind:
        case Kind.INTEGER:
            return _integer_problem(setting, given)
        case Kind.BOOLEAN:
            return None if isinstance(given, bool) else Text(id="Harus ya atau tidak.", en="This must be true or false.")
        case Kind.CHOICE:
            return None if isinstance(given, str) and given in setting.choice_names() else _choose(setting)
        case Kind.CHOICES:
            fits = (
                isinstance(given, list)
                and all(isinstance(one, str) for one in given)
                and len(given) == len(set(given))
                and set(given) <= set(setting.choice_names())
            )
            return None if fits else _choose(setting)
        case Kind.TEXT:
            return _text_problem(setting, given)
        case Kind.HOURS:
            return _hours_problem(given)
    return None


def _integer_problem(setting: Setting, given: Any) -> Text | None:
    if not isinstance(given, int) or isinstance(given, bool):
        return Text(id="Harus berupa bilangan bulat.", en="This must be a whole number.")
    if setting.minimum is not None and given < setting.minimum:
        return Text(id="Paling kecil {least}.", en="At least {least}.").format(least=setting.minimum)
    if setting.maximum is not None and given > setting.maximum:
        return Text(id="Paling besar {most}.", en="At most {most}.").format(most=setting.maximum)
    return None


def _text_problem(setting: Setting, given: Any) -> Text | None:
    if not isinstance(given, str) or given != given.strip() or not given.isprintable() or "<" in given or ">" in given:
        return Text(id="Isi satu baris teks biasa.", en="Give one line of plain text.")
    if setting.minimum is not None and len(given) < setting.minimum:
        return Text(id="Paling sedikit {least} karakter.", en="At least {least} characters.").format(least=setting.minimum)
    if setting.maximum is not None and len(given) > setting.maximum:
        return Text(id="Paling banyak {most} karakter.", en="At most {most} characters.").format(most=setting.maximum)
    return None


def _choose(setting: Setting) -> Text:
    names = ", ".join(setting.choice_names())
    return Text(id="Pilih dari: {names}.", en="Choose from: {names}.").format(names=names)


def _hours_problem(given: Any) -> Text | None:
    if given is None:
        return None
    wrong = Text(
        id="Jam kerja terdiri atas hari (1–7), jam buka, dan jam tutup sesudahnya.",
        en="Working hours are days (1–7), an opening time and a later closing time.",
    )
    if not isinstance(given, dict) or set(given) != {"days", "opens", "closes"}:
        return wrong
    days, opens, closes = given["days"], given["opens"], given["closes"]
    if not isinstance(days, list) or any(not isinstance(day, int) or isinstance(day, bool) or not 1 <= day <= 7 for day in days):
        return wrong
    clocks = isinstance(opens, str) and isinstance(closes, str) and _CLOCK.match(opens) and _CLOCK.match(closes)
    return None if days and len(days) == len(set(days)) and clocks and opens < closes else wrong


def _common_hours(one: Any, other: Any) -> Any:
    if one is None or other is None:
        return _sorted_days(one or other)
    return {
        "days": sorted(set(one["days"]) & set(other["days"])),
        "opens": max(one["opens"], other["opens"]),
        "closes": min(one["closes"], other["closes"]),
    }


def _plain(setting: Setting, given: Any) -> Any:
    return _sorted_days(given) if setting.kind is Kind.HOURS else given


def _sorted_days(hours: Any) -> Any:
    return hours if hours is None else {**hours, "days": sorted(hours["days"])}
