# SPDX-License-Identifier: EUPL-1.2
"""A question is understood, and what fits most of it stands first, with the reason why."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.search.daily import Need, daily_words
from ruimbaan.core.directory.search.fitting import Having, How, Match, matches, score, weigh
from ruimbaan.core.directory.search.question import understand, vocabulary_of
from ruimbaan.core.directory.search.stems import stem, telling_words
from ruimbaan.core.kernel.texts import Text

SAYS = ("slapen bank", "bank vriend", "man drinkt", "drinken")
_WORDS = daily_words(
    [
        ("#16", "bed slapen vannacht"),
        ("#27", "geld bank borg"),
        ("#28", "schulden deurwaarder"),
        ("#36", "vriend maatje"),
        ("#37", "man vrouw familie"),
        ("#4", "drinken stoppen"),
    ],
    {"drinken": ["dronk", "gedronken"]},
)
SOFA = Need("sofa", Text("Geen eigen plek."), _WORDS.ways_of_saying(SAYS[:2]), ("#16",))
CLOSE = Need("close", Text("Je man drinkt."), _WORDS.ways_of_saying(SAYS[2:3]), ("#37",))
DRINK = Need("drink", Text("Jij drinkt."), _WORDS.ways_of_saying(SAYS[3:]), ("#4", "#16", "#35"))
DAILY = _WORDS.hearing((SOFA, CLOSE, DRINK), SAYS)


@dataclass(frozen=True)
class Place:
    name: str
    text: str = ""
    mark: str = ""

    def has(self) -> set[tuple[str, bool]]:
        names = {stem(word) for word in telling_words(self.name)}
        texts = {stem(word) for word in telling_words(self.text)} - names
        marks = {(self.mark, False)} if self.mark else set()
        return {(one, True) for one in names} | {(one, False) for one in texts} | marks


PLACES = {
    "night": Place("Nachtopvang", "warm bed", "#16"),
    "money": Place("Bijzondere bijstand", "geld", "#27"),
    "debt": Place("Schuldhulp", "plan voor je schulden café", "#28"),
    "buddy": Place("Maatjesproject", "samen wandelen", "#36"),
    "close": Place("Groep voor naasten", "", "#37"),
    "treat": Place("Poli", "behandeling", "#4"),
    "group": Place("Zelfhulpgroep", "", "#35"),
    "visit": Place("Bezoek", "schuld debts"),
}
WRITTEN = {
    stem(word): word
    for place in PLACES.values()
    for word in telling_words(f"{place.name} {place.text}")
}
KNOWN = vocabulary_of(WRITTEN, DAILY)


def found(words: str) -> list[str]:
    question = understand(words, KNOWN)
    weights = weigh(question, KNOWN)
    worth = score({term: having(term) for term in weights}, weights)
    return sorted(worth, key=lambda uid: (-worth[uid], uid))


def having(term: str) -> Having[str]:
    in_text, in_name = (
        [uid for uid, place in PLACES.items() if (term, in_name) in place.has()]
        for in_name in (False, True)
    )
    return Having(in_text, in_name)


def why(words: str, uid: str) -> tuple[Match, ...]:
    question = understand(words, KNOWN)
    return matches(question, weigh(question, KNOWN), PLACES[uid].has(), KNOWN)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("bed", ["night"]),
        ("Ik zoek een BED!", ["night"]),
        ("opvang", ["night"]),
        ("sgulden", ["debt", "visit"]),
        ("nachtopvamg", ["night"]),
        ("mijn man drinkt", ["close"]),
        ("mijn man dronk", ["close"]),
        ("ik drink", ["night", "treat", "group"]),
        ("maatjesbank", ["buddy", "money"]),
        ("tandarts", []),
        ("xyzzy", []),
    ],
)
def test_daily_words_lead_to_support(words: str, ids: list[str]):
    assert found(words) == ids


def test_words_that_say_a_need_lead_to_what_it_asks_for_and_not_elsewhere():
    assert found("bank")[0] == "money"
    assert found("ik slaap op de bank bij een vriend") == ["night"]


def test_who_says_nothing_asks_for_everything():
    assert understand("ik zoek hulp", KNOWN).says_nothing
    assert not understand("bed", KNOWN).says_nothing


def test_it_says_on_what_a_place_was_found():
    assert why("opvang", "night") == (Match("opvang", How.PART_OF_NAME, "nachtopvang"),)
    assert why("bedden", "night") == (Match("bedden", How.DAILY, "bed"),)
    assert why("deurwaarder", "debt") == (Match("deurwaarder", How.DAILY, "deurwaarder"),)
    assert why("bank vriend", "night") == (
        Match("bank", How.NEED_MOST, need=SOFA),
        Match("vriend", How.NEED_MOST, need=SOFA),
    )
    assert why("wandelen", "debt") == ()


def test_what_fits_more_words_stands_first_and_then_what_is_named_after_it():
    assert found("plan voor schulden met geld")[0] == "debt"
    assert found("schuld") == ["debt", "visit"]


def test_a_need_said_with_more_words_takes_the_place_of_one_said_with_fewer():
    heard = understand("mijn man drinkt", KNOWN).heard

    assert [one.need.id for one in heard] == ["close"]


def test_what_nobody_knows_is_told_and_what_was_mended_too():
    question = understand("sgulden bij de tandarts", KNOWN)

    assert question.unknown == ("tandarts",)
    assert [(one.word, one.read_as) for one in question.mended] == [("sgulden", "schulden")]


def test_a_longer_word_leads_to_the_daily_word_it_ends_with():
    assert KNOWN.related("stadsbank") == ("bank",)
    assert KNOWN.related("tandarts") == ()


@given(st.text(max_size=300))
def test_no_question_is_too_strange(words: str):
    question = understand(words, KNOWN)

    assert set(found(words)) <= PLACES.keys()
    assert all(one.word == one.word.casefold() for one in question.asked)


@given(st.lists(st.sampled_from(sorted(WRITTEN.values())), min_size=1, max_size=4, unique=True))
def test_worth_and_reasons_agree(words: list[str]):
    """What has more reasons is worth more: the reasons told are those it is ordered by. What has
    less than half of the most is left out."""
    text = " ".join(words)
    reasons = {uid: len(why(text, uid)) for uid in PLACES}
    ordered = found(text)

    most = max(reasons.values())
    assert {uid for uid, number in reasons.items() if number and 2 * number >= most} == {*ordered}
    assert [reasons[uid] for uid in ordered] == sorted(
        (reasons[uid] for uid in ordered), reverse=True
    )
