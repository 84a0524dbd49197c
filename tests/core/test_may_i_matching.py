# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit?: which situation is meant, with a small catalogue, and what each kind asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.discretion.may_i.kinds import Accounting, Kind, Role, accounting_for
from ruimbaan.core.discretion.may_i.matching import CHOICES, Certainty, matcher_of
from ruimbaan.core.discretion.may_i.situations import Catalogue, Situation, Words
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import Layer

ASK_ALL = dict.fromkeys(Role, Kind.ASK)


def situation(name: str, title: str, *says: str) -> Situation:
    return Situation(name, Text(title), ("R01",), ASK_ALL, Text(""), {"nl": says, "en": ()})


BED = situation("bed", "Het bed bewaren", "bed kwijt na drie nachten", "slaapplek vasthouden")
DOG = situation("dog", "Een huisdier bij opname", "hond mag niet mee naar de kliniek")
DEBT = situation("debt", "Schuldhulp na behandeling", "schuldhulp wil eerst behandeling")
ARREARS = situation("arrears", "Oude huurschuld", "huurschuld van jaren terug en geen woning")
CATALOGUE = Catalogue(
    (BED, DOG, DEBT, ARREARS),
    Words(same=(("hond", "kat"), ("kliniek", "opname")), danger=("dood wil",), small=("mee",)),
)
MATCHER = matcher_of(CATALOGUE)


@pytest.mark.parametrize(
    ("asks", "meant"),
    [
        ("mijn bed is kwijt na drie nachten", BED),
        ("de kat kan niet mee bij een opname", DOG),
        ("mijn hont mag niet naar de klinniek", DOG),
        ("Schuldhulp? Eerst behandeling!", DEBT),
    ],
)
def test_words_twins_and_slips_lead_to_the_same(asks: str, meant: Situation):
    found = MATCHER.match(asks)

    assert (found.certainty, found.situations[0]) == (Certainty.SURE, meant)


@pytest.mark.parametrize("asks", ["hond", "een hond in de trein naar Parijs"])
def test_one_word_that_fits_is_never_sure(asks: str):
    found = MATCHER.match(asks)

    assert found.certainty is Certainty.UNSURE
    assert found.situations == (DOG,)


def test_what_is_about_something_else_has_no_answer():
    assert MATCHER.match("taart bakken zonder oven").certainty is Certainty.UNKNOWN


@pytest.mark.parametrize("asks", ["", "mag ik dit", "?!"])
def test_nothing_was_asked(asks: str):
    assert MATCHER.match(asks).certainty is Certainty.NOTHING_ASKED


def test_danger_is_heard_beside_whatever_is_found():
    assert MATCHER.match("ik denk dat ik dood wil").danger
    assert not MATCHER.match("mijn bed is kwijt").danger


@given(st.text(max_size=200))
def test_any_text_has_an_answer_that_holds_together(text: str):
    found = MATCHER.match(text)

    assert len(found.situations) <= CHOICES
    assert len({one.id for one in found.situations}) == len(found.situations)
    assert bool(found.situations) == (found.certainty in (Certainty.SURE, Certainty.UNSURE))


def test_a_rule_leads_to_where_it_decides_first():
    catalogue = Catalogue(
        (situation("a", "a"), Situation("b", Text("b"), ("R02", "R01"), ASK_ALL, Text(""), {}))
    )

    assert [one.id for one in catalogue.with_rule("R01")] == ["a", "b"]
    assert [one.id for one in catalogue.with_rule("R02")] == ["b"]


@pytest.mark.parametrize(
    ("kind", "layer", "enough"),
    [
        (Kind.OWN_ROOM, Layer.DEROGABLE, Accounting.DECISION),
        (Kind.ASK, Layer.POLICY, Accounting.DECISION),
        (Kind.ASK, Layer.CONTRACT, Accounting.EMAIL),
        (Kind.OWN_ROOM, Layer.PROCEDURE, Accounting.TEAM),
        (Kind.DUTY, Layer.HABIT, Accounting.NOTHING),
        (Kind.NO_RULE, Layer.HARD, Accounting.NOTHING),
        (Kind.NO_RULE, None, Accounting.NOTHING),
    ],
)
def test_how_one_accounts_for_it_follows_the_layer(
    kind: Kind, layer: Layer | None, enough: Accounting
):
    assert accounting_for(kind, layer) is enough
