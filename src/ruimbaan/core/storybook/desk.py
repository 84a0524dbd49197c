# SPDX-License-Identifier: EUPL-1.2
"""The story desk: from a journey that somebody gives to a story that others may read.

The rules of this house, and nothing here gets around them:

* a story is made of one giver, or of three and more: with two, each would know the other's half;
* every giver signs the very text that is published, for each use apart; a changed text is unsigned;
* somebody who knows the region tried to guess who it is, on that same text, and could not;
* a giver withdraws without a reason: the site is without the story at once, the next print too.

Days and states come in; nothing here knows a clock, a database or a name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

FEWEST_TOGETHER = 3


class Use(StrEnum):
    """Where a story may be read; a giver says yes to each apart."""

    WEB = "web"
    PRINT = "print"


class Source(StrEnum):
    SYNTHETIC = "synthetic"  # a journey that was made up: there is nobody to ask
    GIVEN = "given"


class Guess(StrEnum):
    """What a reviewer found who tried to guess who it is."""

    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not-recognised"


class DeskRefused(DomainError):
    code = "RB-STORY-001"
    cause = Text("Dit kan nu niet: {reason}.", "This is not possible now: {reason}.")
    advice = Text(
        "Kijk hoe het er met het verhaal voor staat.", "See how things are with the story."
    )


@dataclass(frozen=True, slots=True)
class Signature:
    """A yes of one giver to one use of one text."""

    giver: str
    use: Use
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """`reviewer` is never a giver of this story."""

    reviewer: str
    guess: Guess
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A story at the desk. `text` is the sum of what stands there now, `disguise` what was changed
    so that nobody is known by it, `unresolved` the warnings that are still open. `published` says
    per use which text others read; `withdrawn` are givers who took their part back."""

    source: Source
    givers: frozenset[str] = frozenset()
    text: str = ""
    disguise: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()
    signatures: frozenset[Signature] = frozenset()
    reviews: frozenset[Review] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    published: Mapping[Use, str] = field(default_factory=dict)


def begin(source: Source, givers: frozenset[str]) -> Draft:
    """Raises DeskRefused for a number of givers that this source cannot have."""
    if source is Source.SYNTHETIC and givers:
        raise DeskRefused(reason="a made-up journey has no giver")
    if source is Source.GIVEN and not (len(givers) == 1 or len(givers) >= FEWEST_TOGETHER):
        raise DeskRefused(reason="a story has one giver, or three and more")
    return Draft(source, givers)


def written(
    draft: Draft, words: str, disguise: tuple[str, ...], warnings: tuple[str, ...]
) -> Draft:
    """Another text: what was signed and reviewed before holds for that text and not for this one.
    `warnings` are what the check on re-identification found in it."""
    if draft.withdrawn:
        raise DeskRefused(reason="a giver withdrew")
    text = hashlib.sha256(words.encode()).hexdigest()
    return replace(draft, text=text, disguise=disguise, unresolved=warnings)


def signed(draft: Draft, giver: str, use: Use, text: str) -> Draft:
    """A yes to the text that the giver saw. Raises DeskRefused when another one stands there now."""
    if giver not in draft.givers - draft.withdrawn:
        raise DeskRefused(reason="this is not a giver of this story")
    if not draft.text or text != draft.text:
        raise DeskRefused(reason="the text changed after it was read")
    return replace(draft, signatures=draft.signatures | {Signature(giver, use, text)})


def reviewed(draft: Draft, reviewer: str, guess: Guess, text: str) -> Draft:
    """Who recognises somebody in what others read already, takes it from them. Raises DeskRefused
    when the reviewer gave a part of it, or read another text than those that stand there."""
    if reviewer in draft.givers:
        raise DeskRefused(reason="a giver cannot guess the own story")
    if not text or text not in {draft.text, *draft.published.values()}:
        raise DeskRefused(reason="the text changed after it was read")
    reviews = draft.reviews | {Review(reviewer, guess, text)}
    if guess is Guess.NOT_RECOGNISED:
        return replace(draft, reviews=reviews)
    kept = {use: one for use, one in draft.published.items() if one != text}
    return replace(draft, reviews=reviews, published=kept)


def lacking(draft: Draft, use: Use) -> tuple[str, ...]:
    """What stands between this text and its readers, in words for the editor."""
    found: list[str] = []
    if not draft.text:
        found.append("there is no text")
    if draft.withdrawn:
        found.append("a giver withdrew")
    if draft.unresolved:
        found.append("a warning on recognition is open")
    if draft.source is Source.GIVEN:
        if not draft.disguise:
            found.append("it is not said what was disguised")
        found.extend(_unsigned(draft, use))
        found.extend(_unguessed(draft))
    return tuple(found)


def _unsigned(draft: Draft, use: Use) -> list[str]:
    yes = {one.giver for one in draft.signatures if one.use is use and one.text == draft.text}
    return ["a giver has not signed this text for this use"] if draft.givers - yes else []


def _unguessed(draft: Draft) -> list[str]:
    guesses = {review.guess for review in draft.reviews if review.text == draft.text}
    if Guess.RECOGNISED in guesses:
        return ["a reviewer recognised somebody"]
    return [] if guesses else ["nobody tried to guess who it is"]


def published(draft: Draft, use: Use) -> Draft:
    """Raises DeskRefused with the first thing that lacks."""
    for reason in lacking(draft, use):
        raise DeskRefused(reason=reason)
    return replace(draft, published={**draft.published, use: draft.text})


def withdrawn(draft: Draft, giver: str) -> Draft:
    """Without a reason and without delay. What is printed already stays where it is; the next print
    and the site are without it."""
    if giver not in draft.givers:
        raise DeskRefused(reason="this is not a giver of this story")
    return replace(
        draft,
        withdrawn=draft.withdrawn | {giver},
        signatures=frozenset(one for one in draft.signatures if one.giver != giver),
        published={},
    )


def is_public(draft: Draft, use: Use) -> bool:
    """Whether others read a text of this story now. A text that was published stays readable while a
    new one is at the desk, for that one has all its signatures."""
    return use in draft.published


def form_of(draft: Draft) -> Text:
    """How many stand behind it, as the colophon says."""
    if draft.source is Source.SYNTHETIC:
        return Text("verzonnen", "made up")
    if len(draft.givers) == 1:
        return Text("van één gever, onherkenbaar gemaakt", "of one giver, made unrecognisable")
    return Text("samengesteld uit drie of meer gevers", "composed of three givers or more")
