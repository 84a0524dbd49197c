# SPDX-License-Identifier: EUPL-1.2
"""How two names stand to each other, word by word."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from ruimbaan.core.directory.duplicates.words import ADDED, APART, GENERIC, PLACE

Likeness = Callable[[str, str], float]  # of two texts, from 0 (nothing) to 1 (the same)
Words = tuple[str, ...]

TYPO = 0.8  # two words this alike are one word and a slip of the pen
JOINED = 0.9  # two names this alike without their spaces are one name
KIND_OF = {word: number for number, group in enumerate(APART) for word in group}
SHORTEST = 4  # letters; below that a slip makes another word


class Names(StrEnum):
    SAME = "same"
    ALIKE = "alike"  # the same but for slips and spaces
    LONGER = "longer"  # one only adds what kind of place it is
    MORE = "more"  # one adds something of its own
    PARTLY = "partly"  # both have a word of their own
    OTHER = "other"
    APART = "apart"  # one is of the north, the other of the south


def compare_names(one: Words, other: Words, likeness: Likeness) -> Names:
    """The order of the two makes no difference."""
    left, right = sorted((one, other))
    own, theirs = _left_over(left, right, likeness)
    if not own and not theirs:
        return Names.SAME if sorted(left) == sorted(right) else Names.ALIKE
    if _tell_apart(own, theirs):
        return Names.APART
    if _is_long(own) and _is_long(theirs) and likeness("".join(left), "".join(right)) >= JOINED:
        return Names.ALIKE
    shared = [word for word in left if word not in own]
    if own and theirs:
        if set(own) | set(theirs) <= PLACE and shared:
            return Names.LONGER
        return Names.PARTLY if any(word not in GENERIC for word in shared) else Names.OTHER
    return _with_more((*own, *theirs), shared)


def _with_more(extra: Words, shared: list[str]) -> Names:
    named = any(word not in GENERIC for word in shared)
    if set(extra) <= GENERIC and named:
        return Names.LONGER
    return Names.MORE if shared else Names.OTHER


def _is_long(words: Words) -> bool:
    return len("".join(words)) >= SHORTEST or not words


def _left_over(left: Words, right: Words, likeness: Likeness) -> tuple[Words, Words]:
    """The words of each that the other does not have, also not with a slip or as initials."""
    own = [word for word in left if word not in right]
    theirs = [word for word in right if word not in left]
    for word in tuple(own):
        if match := next((found for found in theirs if _one_word(word, found, likeness)), None):
            own.remove(word)
            theirs.remove(match)
    if _initials(own, theirs) or _initials(theirs, own):
        return (), ()
    return tuple(own), tuple(theirs)


def _one_word(one: str, other: str, likeness: Likeness) -> bool:
    shortest = min(len(one), len(other))
    if shortest < SHORTEST or shortest < TYPO * max(len(one), len(other)):
        return False
    if one.isdecimal() or other.isdecimal():
        return False
    if one in KIND_OF and other in KIND_OF:
        return False
    return likeness(one, other) >= TYPO


def _initials(short: list[str], long: list[str]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _tell_apart(own: Words, theirs: Words) -> bool:
    kinds = {KIND_OF.get(word) for word in own} - {None}
    if kinds & {KIND_OF.get(word) for word in theirs}:
        return True
    if any(word.isdecimal() for word in (*own, *theirs)):
        return True
    return bool(set(own) & ADDED) != bool(set(theirs) & ADDED)
