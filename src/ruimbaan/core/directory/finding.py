# SPDX-License-Identifier: EUPL-1.2
"""Finding support with daily words, Dutch or English. Nothing is remembered of what was looked for.

Words are compared by a rough stem: without accents, plural endings and doubled letters, so that
"bedden" finds "bed" and "wonen" finds "woning". A word of at least four letters also finds the
longer words it is a part of ("schuld": "schuldhulp"). What is named after it comes before what
only mentions it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
PLURALS_WITH_APOSTROPHE = re.compile(r"['’]s$")
DOUBLED = re.compile(r"(.)\1")
HARD_ENDING = {"z": "s", "v": "f"}  # huizen - huis, brieven - brief
SHORTEST_STEM = 3
SHORTEST_PART = 4  # letters a word needs to be looked for inside longer words
SHORTEST_GUESS = 5  # letters a word needs before a typing mistake is supposed
LIKENESS = 0.8
MOST_WORDS = 20  # of one question; what comes after is not looked at

# Words that say nothing about what is looked for.
EMPTY = frozenset(
    """aan al alle als ander bij ben bent daar dan dat de deze die dit doe doen door dus durf een en
    er ergens even ga gaan geen graag had heb hebben heeft hem hen het hier hij hoe hulp ik in is
    iemand iets ja je jij jou jouw kan komen kom krijg krijgen kun kunnen kwijt maak maar maken me
    meer met mij mijn moet mag mogen naar nee niet nodig nog nu of om onze ons ook op open over raak
    te tot tegen toch u uit uw van veel vind vinden voor waar wanneer was wat we weer weet weg wel
    wie wij wil willen worden word ze zich zij zijn zo zoek zoeken zonder zou
    a am an and any at be can do dont find for from get have help how i if is it looking look me my
    need no not of on or please some something someone that the there this to want we what where
    who with you your""".split()
)


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be found. `name` in each language, the first decides the order of equals;
    `texts` are all other texts it is known by; `days` until one can enter, None when nobody knows;
    `walk_in` when nothing has to be asked first."""

    id: str
    name: tuple[str, ...]
    texts: tuple[str, ...] = ()
    days: int | None = 0
    walk_in: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A word that was asked, and the word that it was found in: the same word, or a longer one of
    which it is a part. `in_name` when the name has it too."""

    asked: str
    found: str
    is_part: bool = False
    in_name: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    id: str
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Per findable thing: each stem with the word as it was written, of all its texts and of its
    name only. In the order of entering."""

    things: tuple[Findable, ...]
    stems: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def index(things: Iterable[Findable]) -> Index:
    ordered = tuple(sorted(things, key=soonest_first))
    return Index(
        ordered,
        {thing.id: _stems(*thing.name, *thing.texts) for thing in ordered},
        {thing.id: _stems(*thing.name) for thing in ordered},
    )


def soonest_first(thing: Findable) -> tuple[bool, int, bool, tuple[str, ...]]:
    """A wait that nobody knows comes last: it is never taken for a short one."""
    return (thing.days is None, thing.days or 0, not thing.walk_in, thing.name)


def find(known: Index, question: str) -> tuple[Hit, ...]:
    """What fits most of the question first; then what is named after it, a whole word before a part
    of a longer one, and of equals what one can enter soonest. A question that says nothing ("ik
    zoek hulp") finds all."""
    asked = words_of(question)
    if not asked:
        return tuple(Hit(thing.id) for thing in known.things)
    asked = dict(_mended(known, *item) for item in asked.items())
    hits = (Hit(thing.id, _matches(known, thing.id, asked)) for thing in known.things)
    return tuple(sorted((hit for hit in hits if hit.matches), key=_best_first))


def _best_first(hit: Hit) -> tuple[int, int, int]:
    in_name = sum(match.in_name for match in hit.matches)
    return (-len(hit.matches), -in_name, sum(match.is_part for match in hit.matches))


def words_of(question: str) -> dict[str, str]:
    """The words that say what is looked for: stem to word, in the order of the question."""
    words = [word for word in WORD.findall(question.casefold()) if _plain(word) not in EMPTY]
    return {stem(word): word for word in words[:MOST_WORDS]}


def stem(word: str) -> str:
    """Rough, and the same for both languages: it is compared, never shown."""
    found = PLURALS_WITH_APOSTROPHE.sub("", word)
    found = DOUBLED.sub(r"\1", _plain(found))
    for ending in ("ing", "en", "e"):
        if found.endswith(ending) and len(found) - len(ending) >= SHORTEST_STEM:
            found = found.removesuffix(ending)
            break
    found = found[:-1] + HARD_ENDING.get(found[-1:], found[-1:])
    if found.endswith("s") and len(found) > SHORTEST_STEM:
        found = found[:-1]
    return DOUBLED.sub(r"\1", found)


def _plain(word: str) -> str:
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in split if letter.isalnum())


def _stems(*texts: str) -> dict[str, str]:
    words = WORD.findall(" ".join(texts).casefold())
    return {stem(word): word for word in reversed(words) if _plain(word) not in EMPTY}


def _matches(known: Index, thing: str, asked: Mapping[str, str]) -> tuple[Match, ...]:
    found = (
        (word, _found_in(known.stems[thing], one), bool(_found_in(known.names[thing], one)))
        for one, word in asked.items()
    )
    return tuple(
        Match(word, place, stem(place) != stem(word), in_name)
        for word, place, in_name in found
        if place
    )


def _found_in(stems: Mapping[str, str], asked: str) -> str:
    if asked in stems:
        return stems[asked]
    if len(asked) < SHORTEST_PART:
        return ""
    return next((word for known, word in stems.items() if asked in known), "")


def _mended(known: Index, asked: str, word: str) -> tuple[str, str]:
    """A word that nothing has, read as the word that looks most like it."""
    everything = {one: written for stems in known.stems.values() for one, written in stems.items()}
    if len(asked) < SHORTEST_GUESS or _found_in(everything, asked):
        return asked, word
    near = get_close_matches(asked, sorted(everything), n=1, cutoff=LIKENESS)
    return (near[0], everything[near[0]]) if near else (asked, word)
