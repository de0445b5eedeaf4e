"""What a malformed field is told, in both languages."""

from __future__ import annotations

import re
from typing import Any, Iterable, Mapping

from simpul.platform.text import Text

MAX_ERRORS = 20
NAME_LENGTH = 100

_MESSAGES: dict[str, Text] = {
    "missing": Text(id="Wajib diisi.", en="This is required."),
    "string_too_short": Text(id="Paling sedikit {min_length} karakter.", en="At least {min_length} characters."),
    "text_says_nothing": Text(
        id="Tulis dengan kata-kata, paling sedikit {min_length} karakter; tanda baca atau karakter tak terlihat saja tidak cukup.",
        en="Write it in words, at least {min_length} characters; signs or invisible characters alone are not enough.",
    ),
    "string_too_long": Text(id="Paling banyak {max_length} karakter.", en="At most {max_length} characters."),
    "string_pattern_mismatch": Text(id="Bentuknya tidak sesuai.", en="This does not have the expected form."),
    "string_type": Text(id="Harus berupa teks.", en="This must be text."),
    "uuid_parsing": Text(id="Bukan pengenal yang sah.", en="This is not a valid identifier."),
    "int_parsing": Text(id="Harus berupa bilangan bulat.", en="This must be a whole number."),
    "bool_type": Text(id="Harus ya atau tidak.", en="This must be true or false."),
    "list_type": Text(id="Harus berupa daftar.", en="This must be a list."),
    "dict_type": Text(id="Harus berupa objek.", en="This must be an object."),
    "model_type": Text(id="Harus berupa objek.", en="This must be an object."),
    "too_short": Text(id="Paling sedikit {min_length} isian.", en="At least {min_length} entries."),
    "too_long": Text(id="Paling banyak {max_length} isian.", en="At most {max_length} entries."),
    "int_type": Text(id="Harus berupa bilangan bulat.", en="This must be a whole number."),
    "bool_parsing": Text(id="Harus ya atau tidak.", en="This must be true or false."),
    "greater_than_equal": Text(id="Paling kecil {ge}.", en="At least {ge}."),
    "less_than_equal": Text(id="Paling besar {le}.", en="At most {le}."),
    "literal_error": Text(id="Pilih salah satu: {expected}.", en="Choose one of: {expected}."),
    "enum": Text(id="Pilih salah satu: {expected}.", en="Choose one of: {expected}."),
    "extra_forbidden": Text(id="Isian ini tidak dikenal.", en="This field is not known."),
    "json_invalid": Text(id="Isi permintaan tidak dapat dibaca sebagai JSON.", en="The request body is not readable JSON."),
}
_DATES = Text(id="Bukan tanggal atau waktu yang sah.", en="This is not a valid date or time.")
_CHOICE = re.compile(r"'([^']*)'")
_OTHER = Text(id="Isian ini tidak sah.", en="This is not valid.")


def message_of(error: Mapping[str, Any]) -> Text:
    """What one error of a schema is told; the input itself is never repeated."""
    kind = str(error.get("type", ""))
    text = _DATES if kind.startswith(("date", "time")) else _MESSAGES.get(kind, _OTHER)
    try:
        return text.format(**_context(error))
    except (KeyError, IndexError):
        return _OTHER


def field_messages(errors: Iterable[Mapping[str, Any]]) -> dict[str, Text]:
    """One message for each field that a schema refused, of the first twenty; the names of fields are cut short."""
    messages: dict[str, Text] = {}
    for error in errors:
        if len(messages) == MAX_ERRORS:
            break
        path = [str(part) for part in error.get("loc", ()) if part not in ("body", "query", "path", "header")]
        # Fields and files of a form stand behind the name of where they came from.
        path = path[1:] if len(path) > 1 and path[0] in ("form", "file") else path
        # ninja puts the parameter's own name first for bodies: ("body", "body", "field")
        name = ".".join(path[1:] if len(path) > 1 and path[0] in ("payload", "data", "filters") else path) or "body"
        messages.setdefault(name[:NAME_LENGTH], message_of(error))
    return messages


def _context(error: Mapping[str, Any]) -> dict[str, Any]:
    context = dict(error.get("ctx") or {})
    if "expected" in context:
        # The library joins the choices in English, with quotation marks: 'ACTIVE', 'DORMANT' or 'CLOSED'.
        context["expected"] = ", ".join(_CHOICE.findall(str(context["expected"]))) or context["expected"]
    return context
