# SPDX-License-Identifier: EUPL-1.2
"""Words and their stems: one rough way for Dutch and English, the same on every database.

A stem has no accents, no endings of number and no doubled letters: "bedden" and "bed" are one, as
are "wonen" and "woning". It is compared, never shown. Forms of verbs are tried at the question only
(`forms_of`): on both sides they would make too many different words the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
PLURALS_WITH_APOSTROPHE = re.compile(r"['’]s$")
DOUBLED = re.compile(r"(.)\1")
HARD_ENDING = {"z": "s", "v": "f"}  # huizen - huis, brieven - brief
SHORTEST_STEM = 3  # letters
VERB_ENDINGS = ("ted", "ded", "ed", "te", "de", "t", "d")  # drinkt, werkte, stopped

# Words that say nothing about what is looked for.
EMPTY = frozenset(
    """aan al alle als altijd ander bij ben bent daar dan dat de deez der deze die dit doe doen
    door dus durf een eens en er ergens even ga gaan geen graag had hard heb hebben heeft hele hem
    hen het hier hij hoe hulp ik in is iemand iets ja je jij jou jouw jullie kan kom komen kon krijg
    krijgen krijgt kun kunnen kunt kwijt maak maar maken me meer met mij mijn moet mag mogen naar
    nee niet nodig nog nooit nu of om omdat onze ons ook op open over raak samen soms steeds te tot
    tegen toch u uit uw van vaak veel vind vinden voor waar wanneer want was wat we weer weet weg
    wel werd wie wij wil willen word worden wordt ze zich zij zijn zit zo zoek zoeken zonder zou
    a about all always am an and any are at be been but can cannot cant do does dont for from get
    gets got has have he help her him his how i if in is isnt it its just keep keeps looking look
    me my myself need needs no not of on or our out please she so some something someone that the
    their them there they this to too up want wants was we what when where who will with you
    your""".split()
)


def words_in(text: str) -> Iterator[str]:
    """Every word of this text, in lower case, also those that say nothing."""
    return (found[0] for found in WORD.finditer(text.casefold()))


def telling_words(text: str) -> Iterator[str]:
    """The words of this text that say what it is about."""
    return (word for word in words_in(text) if plain(word) not in EMPTY)


def plain(word: str) -> str:
    """Letters and digits only, without accents."""
    if word.isascii() and word.isalnum():  # nearly all are, and an import has millions
        return word.lower()
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in split if letter.isalnum())


def undoubled(word: str) -> str:
    """As a longer word begins when it begins with this one: "huur" in "hurachterstand"."""
    return DOUBLED.sub(r"\1", plain(word))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    found = PLURALS_WITH_APOSTROPHE.sub("", word)
    found = _without_s(DOUBLED.sub(r"\1", plain(found)))
    for ending in ("ing", "en", "e"):
        if found.endswith(ending) and len(found) - len(ending) >= SHORTEST_STEM:
            found = found.removesuffix(ending)
            break
    found = _without_s(found[:-1] + HARD_ENDING.get(found[-1:], found[-1:]))
    return DOUBLED.sub(r"\1", found)


def _without_s(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > SHORTEST_STEM else word


def forms_of(word: str) -> tuple[str, ...]:
    """The stem of this word, then stems it may be a verb form of: "drinkt" and "gestopt" come with
    those of "drinken" and "stoppen". Whether such a verb exists is for the caller to know."""
    first = stem(word)
    bare = [first, *_without_ending(plain(word))]
    whole = bare + [one.removeprefix("ge") for one in bare if one.startswith("ge")]
    return tuple(dict.fromkeys(one for one in whole if one == first or len(one) >= SHORTEST_STEM))


def _without_ending(word: str) -> Iterator[str]:
    for ending in VERB_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            yield stem(word.removesuffix(ending))
