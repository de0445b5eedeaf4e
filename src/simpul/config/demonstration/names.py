"""A seeded maker of Indonesian names for volume data, the demonstration and the benches.

Frequencies follow Zipf's law over more than 3,000 first-name and 2,000 last-name tokens. One word in thirty is spelt
in another of the usual ways (Soeharto, Djoko, Sitti), one first name in fifty is blended from two, as parents do: so
the vocabulary has a long tail of rare words. Names are drawn at random, so none stands for a real person.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from simpul.config.demonstration import first_names, last_names
from simpul.config.demonstration.wordlists import words as listed

_TRADES = listed(
    """
Sinar Karya Mitra Usaha Sumber Berkah Mandiri Sejahtera Abadi Makmur Cahaya Bintang Harapan Anugerah Cipta Prima Utama
Sentosa Lestari Gemilang Nusantara Bahari Agung Mega Maju Tunas Rezeki Putra Indah Surya Jaya Perkasa Sawit Niaga
Tirta
"""
)
_PLACES = listed(
    """
Medan Deli Binjai Tebing Siantar Toba Asahan Langkat Karo Dairi Nias Sibolga Samosir Labuhan Batu Padang Sumatera
"""
)
_SPELLINGS = (
    ("u", "oe"), ("j", "dj"), ("c", "tj"), ("y", "j"), ("i", "ie"), ("v", "f"), ("z", "s"), ("sy", "sj"), ("f", "v"),
    ("t", "th"), ("d", "dh"), ("k", "c"), ("ah", "a"), ("l", "ll"), ("n", "nn"), ("t", "tt"), ("i", "y"), ("r", "rr"), ("s", "z"),
)  # fmt: skip
_FORMS = ("PT", "PT", "CV", "CV", "UD", "Koperasi", "Yayasan", "Toko")


def zipf(size: int, exponent: float = 1.0, offset: float = 2.0) -> list[float]:
    """Cumulative Zipf-Mandelbrot weights of `size` ranks."""
    return list(accumulate((rank + offset) ** -exponent for rank in range(size)))


@dataclass(frozen=True)
class Person:
    """A made-up person: the full name and M or F."""

    full_name: str
    gender: str


class NameMaker:
    """Makes persons and organisations from one seed; equal seeds make equal names."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        self._first = {"M": first_names.men(), "F": first_names.women()}
        self._last = last_names.family_names()
        self._first_weights = {gender: zipf(len(names)) for gender, names in self._first.items()}
        self._last_weights = zipf(len(self._last))

    @property
    def first_tokens(self) -> set[str]:
        """Every first name this maker draws from."""
        return {*self._first["M"], *self._first["F"]}

    @property
    def last_tokens(self) -> set[str]:
        """Every last name this maker draws from."""
        return set(self._last)

    def _draw(self, names: list[str], weights: list[float]) -> str:
        word = names[bisect(weights, self._random.random() * weights[-1], 0, len(names) - 1)]
        return self._respelt(word) if self._random.random() < 1 / 30 else word

    def _respelt(self, word: str) -> str:
        usual, other = self._random.choice(_SPELLINGS)
        at = word.find(usual, 1)
        return word if at < 0 else word[:at] + other + word[at + len(usual) :]

    def _first_name(self, gender: str) -> str:
        word = self._draw(self._first[gender], self._first_weights[gender])
        if self._random.random() < 1 / 50:
            tail = self._draw(self._first[gender], self._first_weights[gender]).lower()
            word = word[: self._random.randint(2, 4)] + tail[self._random.randint(0, 2) :]
        return word

    def person(self) -> Person:
        """One person: 7 % one word, 48 % two, 38 % three, 7 % four."""
        gender = "M" if self._random.random() < 0.5 else "F"
        share = self._random.random()
        words = [self._first_name(gender)]
        for _ in range(0 if share < 0.55 else 1 if share < 0.93 else 2):
            word = self._first_name(gender)
            if word not in words:
                words.append(word)
        if share >= 0.07:
            word = self._draw(self._last, self._last_weights)
            if word not in words:
                words.append(word)
        return Person(" ".join(words), gender)

    def organisation(self) -> str:
        """One company, cooperative, foundation or shop."""
        pick = self._random.choice
        words = [pick(_FORMS), pick(_TRADES), pick(_TRADES)]
        if words[1] == words[2] or self._random.random() < 0.5:
            words[2] = pick(_PLACES)
        if self._random.random() < 0.35:
            words.append(self._draw(self._last, self._last_weights))
        return " ".join(words)
