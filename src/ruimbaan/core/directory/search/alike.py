# SPDX-License-Identifier: EUPL-1.2
"""Words that were meant but written otherwise: by ear ("sgulden") or with a slip ("shculden")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

SHORTEST_GUESS = 4  # letters a word needs before a mistake is supposed
SURE_START = 6  # letters; a shorter word is not mistaken in its first one
LONG = 7  # from here on two slips are forgiven

# Letters that sound alike in Dutch, in the order in which they are read.
_SOUNDS = (
    ("sch", "sg"), ("ch", "g"), ("ij", "ei"), ("ou", "au"), ("ph", "f"), ("th", "t"), ("qu", "kw"),
    ("x", "ks"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("v", "f"), ("y", "i"),
)  # fmt: skip
_LAST_SOUND = {"d": "t", "b": "p"}
_DOUBLED = re.compile(r"(.)\1")


Entry = tuple[str, int, str]  # a stem as it is spelled or sounds, its letters, the stem
Known = Mapping[tuple[int, str, str], tuple[Entry, ...]]  # by length, first letter, last letter
Slip = tuple[int, int, str]  # how many slips, how much longer or shorter, the stem


@dataclass(frozen=True, slots=True)
class Alike:
    """All known stems, ready to find those that look or sound like another one. Made with
    `alike_of`."""

    by_sound: Mapping[str, str]
    spelled: Known
    heard: Known

    def nearest(self, stem: str) -> str:
        """The known stem that was most likely meant, or nothing."""
        if len(stem) < SHORTEST_GUESS:
            return ""
        sound = sound_of(stem)
        if sound in self.by_sound:
            return self.by_sound[sound]
        found = min((*_near(stem, self.spelled), *_near(sound, self.heard)), default=None)
        return found[-1] if found else ""


def alike_of(stems: Iterable[str]) -> Alike:
    """Of stems that sound the same the first is the one that is meant."""
    by_sound: dict[str, str] = {}
    for stem in stems:
        if len(stem) >= SHORTEST_GUESS:
            by_sound.setdefault(sound_of(stem), stem)
    spelled = _sorted_out((stem, stem) for stem in by_sound.values())
    return Alike(by_sound, spelled, _sorted_out(by_sound.items()))


def _sorted_out(pairs: Iterable[tuple[str, str]]) -> Known:
    found: dict[tuple[int, str, str], list[Entry]] = {}
    for form, stem in pairs:
        key = (len(form), form[:1], form[-1:])
        found.setdefault(key, []).append((form, _letters(form), stem))
    return {key: tuple(entries) for key, entries in found.items()}


def _near(form: str, known: Known) -> Iterator[Slip]:
    most, letters = _most_slips(form), _letters(form)
    for (length, first, last), entries in known.items():
        away = abs(length - len(form))
        if away > most or not _may_be_meant(form, length, first, last):
            continue
        for other, other_letters, stem in entries:
            if (letters ^ other_letters).bit_count() > 2 * most:
                continue
            slips = slips_between(form, other, most)
            if slips <= min(most, _most_slips(other)):
                yield slips, away, stem


@lru_cache(maxsize=65_536)
def sound_of(stem: str) -> str:
    """How it sounds, roughly, in letters."""
    for letters, sound in _SOUNDS:
        if letters in stem:
            stem = stem.replace(letters, sound)
    stem = stem[:-1] + _LAST_SOUND.get(stem[-1:], stem[-1:])
    return _DOUBLED.sub(r"\1", stem)


def slips_between(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change, or swap with their neighbour; more than `most` is not counted
    further."""
    start = _same_start(one, other)
    end = _same_start(one[start:][::-1], other[start:][::-1])
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        previous, row = row, [i]
        for j, its in enumerate(other, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != its))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its
            row.append(min(cost, before[j - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
        before = previous
    return row[-1]


def _same_start(one: str, other: str) -> int:
    """How many letters they begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _may_be_meant(form: str, length: int, first: str, last: str) -> bool:
    """A short word has its first letter right, a longer one its first or its last."""
    if first == form[:1]:
        return True
    return min(len(form), length) >= SURE_START and last == form[-1:]


def _most_slips(sound: str) -> int:
    return 2 if len(sound) >= LONG else 1


def _letters(sound: str) -> int:
    """Which letters are in it, one bit each."""
    found = 0
    for letter in sound:
        found |= 1 << (ord(letter) & 31)
    return found
