"""WhatsApp Cloud API as its documents describe it: messages, media and templates.

Sources: developers.facebook.com/documentation/business-messaging/whatsapp (messages, media, template management, error codes).
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from email.parser import BytesParser
from email.policy import HTTP

from simpul.config.sandbox.behaviour import falls_on
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.state import KEPT_TEMPLATES, Document, StoredFile, Taken, Template, forget_oldest
from simpul.config.sandbox.wire import Answer, AnswerLost, Asked, answer_json, bearer_matches

_PATH = re.compile(r"/whatsapp/v[0-9]{1,2}\.[0-9]/([A-Za-z0-9]+)(?:/(messages|media|message_templates))?")
_PLACE = re.compile(r"\{\{([0-9]+)\}\}")
_LONGEST_TEXT, _LONGEST_KEY = 4_096, 512
_BLOCKED = {"PAUSED": (132015, "Template is paused"), "DISABLED": (132016, "Template is disabled")}
_MEDIA = frozenset({"image/jpeg", "image/png", "application/pdf", "video/mp4", "audio/ogg", "text/plain"})


class WhatsAppRefused(Exception):
    """The Graph API's own refusal."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


async def answer_whatsapp(handling: Handling, asked: Asked) -> Answer | None:
    """The answer of the Cloud API, None for an address that is not its own."""
    found = _PATH.fullmatch(asked.path)
    if found is None:
        return None
    number, edge = found[1], found[2]
    try:
        if not bearer_matches(asked, handling.state.accounts.token):
            handling.state.count_one("WHATSAPP", "unauthorised")
            raise WhatsAppRefused(190, "Invalid OAuth access token.", 401)
        match asked.method, edge:
            case "POST", "messages":
                return await _send(handling, asked)
            case "POST", "media":
                return _upload(handling, asked)
            case "GET", None:
                return _describe(handling, asked, number)
            case "POST", "message_templates":
                return _create_template(handling, asked)
            case "GET", "message_templates":
                return _list_templates(handling, asked)
        raise WhatsAppRefused(100, "Unsupported request.")
    except WhatsAppRefused as refused:
        return answer_json(refused.status, whatsapp_error(refused.code, refused.message))


def whatsapp_error(code: int, message: str) -> Document:
    """An error as the Graph API words it."""
    data = {"messaging_product": "whatsapp", "details": message}
    return {"error": {"message": f"(#{code}) {message}", "type": "OAuthException", "code": code, "error_data": data, "fbtrace_id": "simulated"}}


async def _send(handling: Handling, asked: Asked) -> Answer:
    state, how = handling.state, handling.state.behaviour
    count = state.count_one("WHATSAPP", "calls")
    recipient, key, title, text, is_free = _message_of(handling, asked)
    await handling.pause_answer()
    if falls_on(f"{key}:{count}", "busy", how.busy):
        state.count_one("WHATSAPP", "busy")
        raise WhatsAppRefused(130429, "Rate limit hit", 429)
    if falls_on(key, "refuse", how.refuse):
        state.count_one("WHATSAPP", "refused")
        raise WhatsAppRefused(how.whatsapp_code, "Message undeliverable")
    taken = Taken(f"wamid.{secrets.token_hex(16)}", "WHATSAPP", "WHATSAPP", f"+{recipient}", title, text, "", key, asked.body.decode(errors="replace"))
    state.keep_message(taken)
    handling.reporter.plan_reports(taken, 131047 if is_free and how.closed_window and not state.has_window(taken.recipient) else 0)
    if falls_on(key, "lose", how.lose):
        state.count_one("WHATSAPP", "lost")
        raise AnswerLost
    contacts = [{"input": recipient, "wa_id": recipient}]
    return answer_json(200, {"messaging_product": "whatsapp", "contacts": contacts, "messages": [{"id": taken.reference, "message_status": "accepted"}]})


def _message_of(handling: Handling, asked: Asked) -> tuple[str, str, str, str, bool]:
    try:
        given = asked.read_json()
        recipient, key = str(given["to"]).lstrip("+"), str(given.get("biz_opaque_callback_data", ""))
        if given["messaging_product"] != "whatsapp" or given.get("recipient_type", "individual") != "individual" or len(key) > _LONGEST_KEY:
            raise ValueError
        if not re.fullmatch(r"[0-9]{8,15}", recipient):
            raise WhatsAppRefused(131009, "Parameter value is not valid")
        if given.get("type", "text") == "text":
            text = str(given["text"]["body"])
            if not 0 < len(text) <= _LONGEST_TEXT:
                raise ValueError
            return recipient, key, "", text, True
        if given["type"] == "template":
            title, text = _template_text(handling, given["template"])
            return recipient, key, title, text, False
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        pass
    raise WhatsAppRefused(100, "Invalid parameter")


def _template_text(handling: Handling, given: Document) -> tuple[str, str]:
    name, language = str(given["name"]), str(given["language"]["code"])
    parts = {str(component["type"]).lower(): component["parameters"] for component in given.get("components", ())}
    values = [str(parameter["text"]) for parameter in parts.get("body", ())]
    for parameter in parts.get("header", ()):
        if parameter["type"] != "text" and not _media_known(handling, parameter[parameter["type"]]):
            raise WhatsAppRefused(131053, "Media upload error")
    known = handling.state.templates.get((name, language))
    if not handling.state.templates:
        return name, "\n".join(values)
    if known is None or known.status not in ("APPROVED", *_BLOCKED):
        raise WhatsAppRefused(132001, "Template name does not exist in the translation", 404)
    if known.status in _BLOCKED:
        raise WhatsAppRefused(*_BLOCKED[known.status])
    text = next((str(part.get("text", "")) for part in known.components if str(part.get("type", "")).upper() == "BODY"), "")
    if len(values) != len(set(_PLACE.findall(text))):
        raise WhatsAppRefused(132000, "Number of parameters does not match the expected number of params")
    return name, _PLACE.sub(lambda place: values[int(place[1]) - 1], text)


def _media_known(handling: Handling, media: Document) -> bool:
    """Media are named by the id of an upload, or by an address that WhatsApp fetches; never by both."""
    if "link" in media:
        return "id" not in media and str(media["link"]).startswith(("https://", "http://"))
    return media["id"] in handling.state.files


def _upload(handling: Handling, asked: Asked) -> Answer:
    head = f"Content-Type: {asked.headers.get('content-type', '')}\r\n\r\n".encode()
    fields: dict[str, tuple[str, bytes]] = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + asked.body).iter_parts():
        content = part.get_payload(decode=True)
        fields[str(part.get_param("name", header="content-disposition"))] = (part.get_content_type(), content if isinstance(content, bytes) else b"")
    if fields.get("messaging_product", ("", b""))[1] != b"whatsapp" or "file" not in fields:
        raise WhatsAppRefused(100, "Invalid parameter")
    media_type, content = fields["file"]
    if media_type not in _MEDIA:
        raise WhatsAppRefused(131053, "Media upload error")
    number = str(secrets.randbelow(10**15))
    handling.state.keep_file(number, StoredFile(content, media_type))
    return answer_json(200, {"id": number})


def _describe(handling: Handling, asked: Asked, number: str) -> Answer:
    file = handling.state.files.get(number)
    if file is None:
        raise WhatsAppRefused(100, "Unsupported get request. Object does not exist", 404)
    if asked.query.get("content"):
        return Answer(200, file.content, file.media_type)
    address = f"http://{asked.headers['host']}{asked.path}?content=1"
    digest = hashlib.sha256(file.content).hexdigest()
    described = {"messaging_product": "whatsapp", "url": address, "mime_type": file.media_type, "sha256": digest, "file_size": len(file.content), "id": number}
    return answer_json(200, described)


def _create_template(handling: Handling, asked: Asked) -> Answer:
    try:
        given = asked.read_json()
        name, language, category, components = given["name"], given["language"], given["category"], list(given["components"])
        if not re.fullmatch(r"[a-z0-9_]{1,512}", name) or category not in ("MARKETING", "UTILITY", "AUTHENTICATION"):
            raise ValueError
        json.dumps(components)
    except (ValueError, KeyError, TypeError):
        raise WhatsAppRefused(100, "Invalid parameter") from None
    template = Template(secrets.randbelow(10**15), name, str(language), category, components, "PENDING")
    handling.state.templates[name, template.language] = template
    forget_oldest(handling.state.templates, KEPT_TEMPLATES)
    handling.reporter.plan_template(template)
    return answer_json(200, {"id": str(template.number), "status": "PENDING", "category": category})


def _list_templates(handling: Handling, asked: Asked) -> Answer:
    found = [
        {"id": str(each.number), "name": each.name, "language": each.language, "status": each.status, "category": each.category, "components": each.components}
        for each in list(handling.state.templates.values())
        if asked.query.get("name", each.name) == each.name
    ]
    return answer_json(200, {"data": found, "paging": {}})
