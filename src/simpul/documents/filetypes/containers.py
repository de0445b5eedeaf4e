"""What a container of an office program may carry: its own parts, and nothing that runs or is fetched from elsewhere.

Every part is looked at by its name and its first bytes; the few that say what is fetched or run are read whole. A container
inside is judged alike. What may be read altogether is bounded, however the containers are nested.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urlsplit
from xml.etree import ElementTree

from simpul.documents import scanning
from simpul.documents.errors import FileInfected, FileRefused
from simpul.platform.text import Text

# What Windows, a browser or an interpreter runs when it is opened; the last part of a name.
RUNNABLE = frozenset(
    "exe dll com scr pif cpl msi msp mst msix appx jar class apk ps1 psm1 psd1 bat cmd vbs vbe vb js jse mjs ws wsf wsc wsh sct hta htm html xhtml shtml mht "
    "mhtml xht lnk url scf inf reg msc jnlp chm hlp gadget application appref-ms settingcontent-ms library-ms search-ms iso img vhd vhdx xll xlam docm dotm "
    "xlsm xltm pptm potm ppam sldm sh bash zsh csh ksh command py pyc pl rb php phtml asp aspx jsp swf rtf zip rar 7z cab gz tgz tar bz2 xz ace arj".split()
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # objects and macros of older office programs
_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"L\0\0\0\x01\x14\x02\0",
    _COMPOUND,
    b"#!",
    b"{\\rt",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MSCF",
    b"ITSF",
    b"%PDF-",
    b"\x1f\x8b",
)
_MARKED_UP = re.compile(rb"<(?:script|html|iframe|hta:application|!doctype|!entity)\b", re.IGNORECASE)
_DRAWN_CODE = re.compile(rb"<\s*(?:\w+:)?(?:script|foreignobject|iframe|handler)\b|\bon[a-z]{3,}\s*=|(?:java|vb)script\s*:|<!entity|<!doctype", re.IGNORECASE)
_FIELD = re.compile(rb"<w:instrText\b[^>]*>([^<]*)<|\bw:instr\s*=\s*[\"']([^\"']*)")
_EXCHANGE = re.compile(rb"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_LINKED = re.compile(rb"<(?:\w+:)?(?:ddeLink|oleLink)\b")
_HARMLESS = {"http", "https", "mailto", "tel", ""}
_NEVER = ("/oleobject", "/attachedtemplate", "/afchunk", "/control", "/vbaproject", "/xlmacrosheet", "/xlintlmacrosheet", "/activexcontrolbinary")
_DEEPEST = 2
_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 300_000_000
_SMALL_UNPACKED = 20_000_000
_MOST_TIMES = 100
_MOST_PARTS = 4_000
_MOST_READ = 60_000_000
_LARGEST_LIST = 4_000_000
_LARGEST_DRAWING = 4_000_000
_LARGEST_INNER = 30_000_000
_HEAD = 1024

BOMB = Text(id="Berkas membuka menjadi terlalu besar.", en="The file unpacks to too much.")
CODE = Text(id="Berkas memuat makro atau objek tertanam.", en="The file carries macros or embedded objects.")
PROGRAM = Text(id="Berkas memuat program atau skrip.", en="The file carries a program or a script.")
ELSEWHERE = Text(
    id="Berkas mengambil templat, gambar, atau data dari luar dirinya. Lepaskan rujukan itu, atau simpan sebagai PDF.",
    en="The file fetches a template, a picture or data from elsewhere. Take that reference out, or save it as PDF.",
)
LOCKED = Text(id="Berkas terkunci kata sandi.", en="The file is locked by a password.")
TWO_THINGS = Text(id="Isi berkas memuat jenis berkas lain di dalamnya.", en="The file carries another kind of file inside.")
ODD_NAMES = Text(id="Isi berkas memuat nama yang tidak wajar.", en="The file carries names that no office program writes.")
_TEST = Text(id="Berkas memuat malware uji EICAR.", en="The file carries the EICAR test malware.")


@dataclass
class Budget:
    """How much may still be read of a file, whatever it is nested in."""

    parts: int = _MOST_PARTS
    read: int = _MOST_READ

    def take_bytes(self, size: int, largest: int) -> None:
        """Raises: FileRefused."""
        self.parts -= 1
        self.read -= size
        if size > largest or self.read < 0 or self.parts < 0:
            raise file_refusal(BOMB)


def file_refusal(reason: Text) -> FileRefused:
    """The refusal of a file with its reason."""
    return FileRefused({"file": reason}, reason)


def malware_refusal() -> FileInfected:
    """The refusal of the test malware."""
    return FileInfected({"file": _TEST}, _TEST)


def is_runnable(name: str) -> bool:
    """Whether a file of this name would be run where it is opened."""
    return name.strip(" .\0").lower().rpartition(".")[2] in RUNNABLE if "." in name.strip(" .\0") else False


def outline_check(archive: zipfile.ZipFile, size: int) -> None:
    """Refuse a container of this size for what its table says: too much, something before it, locks and odd names.

    Raises: FileRefused.
    """
    entries = archive.infolist()
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or (unpacked > _SMALL_UNPACKED and unpacked > _MOST_TIMES * size) or packed > size:
        raise file_refusal(BOMB)
    if not entries or min(entry.header_offset for entry in entries) != 0:
        raise file_refusal(TWO_THINGS)
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & 0x1:
            raise file_refusal(LOCKED)
        if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or ":" in name or not name.isprintable():
            raise file_refusal(ODD_NAMES)


def parts_check(archive: zipfile.ZipFile, budget: Budget | None = None, depth: int = 0) -> None:
    """Refuse a container for what it carries.

    Raises: FileRefused, FileInfected; BadZipFile and its like for a broken one.
    """
    budget = budget or Budget()
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        with archive.open(entry) as file:
            head = file.read(_HEAD)
            budget.take_bytes(len(head), _HEAD)
            _part_check(entry, head, file, budget, depth)  # type: ignore[arg-type]


def _part_check(entry: zipfile.ZipInfo, head: bytes, rest: BinaryIO, budget: Budget, depth: int) -> None:
    """`rest` stands behind the head."""
    name = entry.filename.lower()
    if entry.file_size <= scanning.LONGEST_TEST and scanning.is_test_malware(head):
        raise malware_refusal()
    if name.endswith("vbaproject.bin") or "/activex/" in name or "/macrosheets/" in name or "/dialogsheets/" in name or "/embeddings/oleobject" in name:
        raise file_refusal(CODE)

    def read_whole(largest: int) -> bytes:
        content = head + rest.read(largest + 1)
        budget.take_bytes(len(content), largest)
        return content

    if head.startswith(b"PK\x03\x04"):
        _inner_check(read_whole(_LARGEST_INNER), budget, depth + 1)
        return
    if is_runnable(name) or head.startswith(_STARTS):
        raise file_refusal(CODE if head.startswith(_COMPOUND) else PROGRAM)
    if name.endswith(".rels"):
        relations_check(read_whole(_LARGEST_LIST))
    elif name.endswith((".svg", ".svgz")) or b"<svg" in head.lower():
        if _DRAWN_CODE.search(read_whole(_LARGEST_DRAWING)):
            raise file_refusal(PROGRAM)
    elif name.startswith("word/") and name.endswith(".xml"):
        told = read_whole(_MOST_READ)
        if _EXCHANGE.search(b"".join(found[0] or found[1] for found in _FIELD.findall(told))):
            raise file_refusal(CODE)
    elif "externallinks/" in name and name.endswith(".xml"):
        if _LINKED.search(read_whole(_LARGEST_DRAWING)):
            raise file_refusal(CODE)
    elif name != "[content_types].xml" and _MARKED_UP.search(head):
        raise file_refusal(PROGRAM)


def _inner_check(content: bytes, budget: Budget, depth: int) -> None:
    """A container inside is one of an office program, and carries no more than its outer one may."""
    if depth > _DEEPEST:
        raise file_refusal(BOMB)
    with zipfile.ZipFile(io.BytesIO(content)) as inner:
        names = {entry.filename for entry in inner.infolist()}
        outline_check(inner, len(content))
        parts_check(inner, budget, depth)
        if "[Content_Types].xml" not in names:
            raise file_refusal(PROGRAM)
        with inner.open("[Content_Types].xml") as file:
            kinds_check(content_kinds(file.read(_LARGEST_LIST + 1)))


def content_kinds(index: bytes) -> set[str]:
    """What a container's list of contents names.

    Raises: FileRefused.
    """
    return {part.get("ContentType", "") for part in _elements(index)}


def kinds_check(kinds: set[str]) -> None:
    """Raises: FileRefused for kinds that run."""
    if any(sign in kind.lower() for kind in kinds for sign in ("macroenabled", "vbaproject", "macrosheet", "activex", "oleobject")):
        raise file_refusal(CODE)


def relations_check(listed: bytes) -> None:
    """Refuse a list of relationships that fetches from elsewhere, or names what runs. A link that a reader follows stays.

    Raises: FileRefused.
    """
    for relation in _elements(listed):
        kind, target = relation.get("Type", "").lower(), relation.get("Target", "").strip()
        if kind.endswith(_NEVER):
            raise file_refusal(ELSEWHERE if kind.endswith("/attachedtemplate") else CODE)
        outside = relation.get("TargetMode", "").strip().lower() == "external" or "://" in target or target.startswith(("\\\\", "//"))
        if outside and not (kind.endswith("/hyperlink") and _is_harmless(target)):
            raise file_refusal(ELSEWHERE)


def _is_harmless(target: str) -> bool:
    """Whether following a link opens a page or a message, not a program, a file or a share."""
    plain = "".join(sign for sign in target if sign.isprintable()).lstrip()
    if plain.startswith(("\\", "//")):
        return False
    try:
        return urlsplit(plain).scheme.lower() in _HARMLESS
    except ValueError:
        return False


def _elements(listed: bytes) -> ElementTree.Element:
    """A list read by a parser that knows no entities of its own; one that declares any is refused before."""
    if len(listed) > _LARGEST_LIST or b"\0" in listed or b"<!DOCTYPE" in listed or b"<!ENTITY" in listed:
        raise file_refusal(BOMB)
    try:
        return ElementTree.fromstring(listed)  # noqa: S314 - bounded, and without declarations
    except (ElementTree.ParseError, LookupError, ValueError):
        raise file_refusal(Text(id="Berkas rusak atau terpotong.", en="The file is damaged or cut short.")) from None
