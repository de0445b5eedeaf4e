"""How names are compared: one plain form, its words, and a phonetic form of each word.

The same rules exist in SQL (`sql/search_words.sql`: `crm.name_plain`; `sql/0017_sounds.sql`: `crm.name_sound`); a property test holds the
two together.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Letters with marks, as one table rather than Unicode normalisation: Python and PostgreSQL carry different
# versions of Unicode and would drift apart.
MARKED = {
    "a": "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎȀȁȂȃḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
    "b": "ḂḃḄḅḆḇ",
    "c": "ÇçĆćĈĉĊċČčḈḉ",
    "d": "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ",
    "e": "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
    "f": "Ḟḟ",
    "g": "ĜĝĞğĠġĢģḠḡ",
    "h": "ĤĥĦħḢḣḤḥḦḧḨḩḪḫẖ",
    "i": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
    "j": "Ĵĵ",
    "k": "ĶķĸḰḱḲḳḴḵ",
    "l": "ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ",
    "m": "ḾḿṀṁṂṃ",
    "n": "ÑñŃńŅņŇňŊŋṄṅṆṇṈṉṊṋ",
    "o": "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒȌȍȎȏṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
    "p": "ṔṕṖṗ",
    "r": "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
    "s": "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ",
    "t": "ÞþŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
    "u": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
    "v": "ṼṽṾṿ",
    "w": "ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
    "x": "ẊẋẌẍ",
    "y": "ÝýÿŶŷŸẎẏẙỲỳỴỵỶỷỸỹ",
    "z": "ŹźŻżŽžẐẑẒẓẔẕ",
}
DOUBLES = (("ß", "ss"), ("ẞ", "ss"), ("Æ", "ae"), ("æ", "ae"), ("Œ", "oe"), ("œ", "oe"), ("ﬁ", "fi"), ("ﬂ", "fl"))

# Apostrophes join (Nur'aini is nuraini); combining marks vanish.
DROPPED = "'`´ʻʼʿʾ‘’‛′" + "".join(map(chr, range(0x300, 0x370)))

_ASCII_DROPPED = str.maketrans("", "", "'`")
_FOLD = str.maketrans({**{letter: bare for bare, marked in MARKED.items() for letter in marked}, **dict(DOUBLES), **dict.fromkeys(DROPPED)})
_FULLWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD.update({code: plain for code, plain in _FULLWIDTH.items() if chr(plain) not in "'`"})
_FOLD.update(dict.fromkeys(code for code, plain in _FULLWIDTH.items() if chr(plain) in "'`"))

_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_OTHER = re.compile(r"[^a-z0-9]+")

_MUHAMMAD = re.compile(r"^(?:m[ou](?:ch|k?h|c)[aeo]?mm?[aeo]d?[dt]|moch?|moh|much?|muh|mhd|muhd|mohd|md|m)$")
_ABDUL = re.compile(r"^(?:abd|abdoe[lrsnt]|abdu[rsnt]?)$")
_ABDUL_JOINED = re.compile(r"^abd(?:oe|u|o)l?(?=[a-z]{3})")  # Abdurrahman is Abdul Rahman, Abdussalam is Abdul Salam
_CHAIR = re.compile(r"^ch(?=[ao][iye])")  # Chairul is Khairul, Chandra is Candra, Rachmat is Rahmat
_PAIRS = (
    ("oe", "u"), ("ae", "ai"), ("tj", "c"), ("dj", "j"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ie", "i"), ("x", "ks"),
)  # fmt: skip
_SINGLES = str.maketrans("vyjqz", "fiiks")
_SILENT_H = re.compile(r"([aiueo])h(?![aiueo])")
_REPEATED = re.compile(r"(.)\1+")


def plain(name: str) -> str:
    """The form in which names are compared and sorted: a-z, 0-9 and single blanks."""
    name = name.translate(_ASCII_DROPPED) if name.isascii() else name.translate(_FOLD)
    return _OTHER.sub(" ", name.translate(_LOWER)).strip()


def words(plain_name: str) -> list[str]:
    """The words of a plain name, each once, in order."""
    return list(dict.fromkeys(plain_name.split(" "))) if plain_name else []


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A word as it is heard: spellings that Indonesians use for one name fall together."""
    if _MUHAMMAD.match(word):
        return "muhamad"
    if _ABDUL.match(word):
        return "abdul"
    word = _CHAIR.sub("h", _ABDUL_JOINED.sub("abdu", word))
    if word.startswith("ch"):
        word = word[0] + word[2:]
    for spelling, heard in _PAIRS:
        word = word.replace(spelling, heard)
    word = _SILENT_H.sub(r"\1", word.translate(_SINGLES))
    return _REPEATED.sub(r"\1", word)
