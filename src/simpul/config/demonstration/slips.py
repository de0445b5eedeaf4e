"""How people mistype: for the bench and the tests of search."""

from __future__ import annotations

from random import Random

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_slip(name: str, chance: Random) -> str:
    """The name with one letter inserted, deleted, replaced or swapped with its neighbour, at any position alike."""
    while True:
        kind, at = chance.randrange(4), chance.randrange(len(name))
        letter = chance.choice(_LETTERS)
        slipped = [
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        ][kind]
        if slipped != name:
            return slipped


def two_of_three(name: str, chance: Random) -> str:
    """Two words of a name of three, in any order."""
    return " ".join(chance.sample(name.split(" "), 2))
