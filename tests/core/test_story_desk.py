# SPDX-License-Identifier: EUPL-1.2
"""A story is never public with fewer than its signatures, whatever is done in whatever order; and
the faults that would make it so are noticed."""

from __future__ import annotations

import sys
import types
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.storybook import desk

PEOPLE = ("anna", "bram", "chris", "dina")
REVIEWERS = ("rosa", "anna")
TEXTS = ("een verhaal", "een ander verhaal")
GROUPS = (("anna",), ("anna", "bram", "chris"), PEOPLE)


class Told:
    """What happened, kept apart from the desk: who signed what, who took it back, who was known."""

    def __init__(self, given: bool, givers: tuple[str, ...]) -> None:
        self.given = given
        self.givers = set(givers)
        self.yes: set[tuple[str, str, str]] = set()
        self.gone: set[str] = set()
        self.guessed: dict[str, set[str]] = {}
        self.warned: set[str] = set()
        self.disguised: set[str] = set()

    def may_be_read(self, use: str, text: str) -> bool:
        if not self.given:
            return text not in self.warned
        everybody = all((giver, use, text) in self.yes for giver in self.givers)
        return (
            everybody
            and not self.gone
            and self.guessed.get(text) == {"not-recognised"}
            and text not in self.warned
            and text in self.disguised
        )


def play(module: types.ModuleType, seed: int, steps: int = 40) -> None:
    """A random course; an AssertionError when others read what they may not."""
    random = Random(seed)
    given = random.random() < 0.8
    givers = random.choice(GROUPS) if given else ()
    source = module.Source.GIVEN if given else module.Source.SYNTHETIC
    draft, told = module.begin(source, frozenset(givers)), Told(given, givers)
    for _ in range(steps):
        draft = step(module, draft, told, random)
        for use in module.Use:
            if module.is_public(draft, use):
                assert told.may_be_read(use, draft.published[use]), (use, draft)


def play_many(module: types.ModuleType) -> None:
    for seed in range(3000):
        play(module, seed)


def step(module: types.ModuleType, draft, told: Told, random: Random):
    use = random.choice(list(module.Use))
    try:
        match random.choice(
            ("write", "sign", "sign", "sign", "sign", "review", "publish", "publish", "leave")
        ):
            case "write" if random.random() < 0.4:
                return write(module, draft, told, random)
            case "sign":
                giver, text = random.choice(PEOPLE), old_or_new(draft, random)
                draft = module.signed(draft, giver, use, text)
                told.yes.add((giver, use, text))
            case "review":
                guess = module.Guess("recognised" if random.random() < 0.2 else "not-recognised")
                text, who = old_or_new(draft, random), random.choice(REVIEWERS)
                draft = module.reviewed(draft, who, guess, text)
                if who not in told.givers:
                    told.guessed.setdefault(text, set()).add(guess)
            case "publish":
                draft = module.published(draft, use)
            case "leave" if random.random() < 0.1:
                giver = random.choice(PEOPLE)
                draft = module.withdrawn(draft, giver)
                told.gone.add(giver)
    except module.DeskRefused:
        pass
    return draft


def write(module: types.ModuleType, draft, told: Told, random: Random):
    disguise = ("leeftijd",) if random.random() < 0.8 else ()
    warnings = ("12 mei",) if random.random() < 0.2 else ()
    words = f"{random.choice(TEXTS)} {disguise} {warnings}"
    draft = module.written(draft, words, disguise, warnings)
    if warnings:
        told.warned.add(draft.text)
    if disguise:
        told.disguised.add(draft.text)
    return draft


def old_or_new(draft, random: Random) -> str:
    return draft.text if random.random() < 0.9 else "0" * 64


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_never_public_with_fewer_than_its_signatures(seed: int):
    play(desk, seed)


def ready(givers: tuple[str, ...] = ("anna", "bram", "chris")) -> desk.Draft:
    """Everything there for the web, nothing for print."""
    draft = desk.begin(desk.Source.GIVEN, frozenset(givers))
    draft = desk.written(draft, "tekst", ("leeftijd",), ())
    for giver in givers:
        draft = desk.signed(draft, giver, desk.Use.WEB, draft.text)
    return desk.reviewed(draft, "rosa", desk.Guess.NOT_RECOGNISED, draft.text)


def test_a_story_with_everything_becomes_public_for_the_use_that_was_signed():
    draft = desk.published(ready(), desk.Use.WEB)

    assert desk.is_public(draft, desk.Use.WEB)
    assert not desk.is_public(draft, desk.Use.PRINT)
    with pytest.raises(desk.DeskRefused, match="not signed"):
        desk.published(draft, desk.Use.PRINT)


def test_a_half_signed_story_says_what_lacks():
    draft = ready()
    half = replace(draft, signatures=frozenset(list(draft.signatures)[:2]))

    assert desk.lacking(half, desk.Use.WEB) == ("a giver has not signed this text for this use",)


def test_withdrawal_takes_it_from_the_site_at_once_and_it_never_comes_back():
    draft = desk.withdrawn(desk.published(ready(), desk.Use.WEB), "bram")

    assert not desk.is_public(draft, desk.Use.WEB)
    assert "a giver withdrew" in desk.lacking(draft, desk.Use.PRINT)
    with pytest.raises(desk.DeskRefused):
        desk.written(draft, "zonder bram", ("leeftijd",), ())


def test_who_recognises_somebody_takes_a_public_story_away():
    draft = desk.published(ready(), desk.Use.WEB)

    draft = desk.reviewed(draft, "sam", desk.Guess.RECOGNISED, draft.text)

    assert not desk.is_public(draft, desk.Use.WEB)


def test_a_new_text_leaves_what_was_signed_and_asks_for_new_signatures():
    draft = desk.written(desk.published(ready(), desk.Use.WEB), "beter", ("leeftijd",), ())

    assert desk.is_public(draft, desk.Use.WEB)
    assert len(desk.lacking(draft, desk.Use.WEB)) == 2
    with pytest.raises(desk.DeskRefused, match="changed"):
        desk.signed(draft, "anna", desk.Use.WEB, draft.published[desk.Use.WEB])


def test_two_givers_are_too_few_and_a_made_up_journey_has_none():
    with pytest.raises(desk.DeskRefused):
        desk.begin(desk.Source.GIVEN, frozenset(PEOPLE[:2]))
    with pytest.raises(desk.DeskRefused):
        desk.begin(desk.Source.GIVEN, frozenset())
    with pytest.raises(desk.DeskRefused):
        desk.begin(desk.Source.SYNTHETIC, frozenset({"anna"}))


def test_the_colophon_says_how_many_stand_behind_it():
    assert desk.form_of(desk.begin(desk.Source.SYNTHETIC, frozenset())).en == "made up"
    assert "drie" in desk.form_of(ready()).nl
    assert "één" in desk.form_of(ready(("anna",))).nl


MUTANTS = {  # name: what stands there, and what somebody could have written
    "signatures of an earlier text count": (" and one.text == draft.text}", "}"),
    "a signature for one use counts for the other": ("if one.use is use and ", "if "),
    "one signature is enough": ("if draft.givers - yes else []", "if not yes else []"),
    "nobody has to sign": ("        found.extend(_unsigned(draft, use))\n", ""),
    "nobody has to guess": ("        found.extend(_unguessed(draft))\n", ""),
    "a guess about another text counts": (" if review.text == draft.text}", "}"),
    "who was recognised is published": ("    if Guess.RECOGNISED in guesses:", "    if False:"),
    "recognised later, still there": ("if one != text}", "}"),
    "an open warning is passed over": ("    if draft.unresolved:", "    if False:"),
    "no disguise is needed": ("        if not draft.disguise:", "        if False:"),
    "withdrawn, and it stays": ("        published={},\n", ""),
    "a giver guesses the own story": ("    if reviewer in draft.givers:", "    if False:"),
    "a refusal is passed over": ("        raise DeskRefused(reason=reason)\n", "        break\n"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_each_fault_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch):
    before, after = MUTANTS[name]
    source = Path(desk.__file__).read_text(encoding="utf-8")
    assert source.count(before) == 1
    module = types.ModuleType("mutant")
    monkeypatch.setitem(sys.modules, "mutant", module)  # a dataclass looks itself up
    exec(compile(source.replace(before, after), "mutant", "exec"), module.__dict__)  # noqa: S102

    with pytest.raises(AssertionError):
        play_many(module)
