# SPDX-License-Identifier: EUPL-1.2
"""Words are compared by their stem, by their sound, and with a slip forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.search.alike import alike_of, slips_between, sound_of
from ruimbaan.core.directory.search.stems import forms_of, plain, stem, telling_words

KNOWN = sorted(
    stem(word)
    for word in """schulden deurwaarder eenzaam verslaafd wiet dakloos gemeente uitkering detox
    verwijsbrief psychose begeleiding alcohol cocaïne huisarts werk bed""".split()
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bed", "bedden"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("wonen", "woning"),
        ("slapen", "slaap"),
        ("schuld", "Schulden"),
        ("café", "cafe"),
        ("foto", "foto's"),
        ("debt", "debts"),
        ("sleep", "sleeping"),
    ],
)
def test_words_that_are_the_same_have_one_stem(one: str, other: str):
    assert stem(one.casefold()) == stem(other.casefold())


@pytest.mark.parametrize(("one", "other"), [("bed", "bad"), ("kind", "kont"), ("huur", "huis")])
def test_other_words_have_another_stem(one: str, other: str):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("drinkt", "drinken"),
        ("slaapt", "slapen"),
        ("gestopt", "stoppen"),
        ("gokte", "gokken"),
        ("gebruikt", "gebruiken"),
        ("blowt", "blowen"),
        ("drinks", "drink"),
        ("gambled", "gamble"),
    ],
)
def test_a_form_of_a_verb_may_be_that_verb(form: str, verb: str):
    assert stem(verb) in forms_of(form)
    assert forms_of(form)[0] == stem(form)


def test_words_that_say_nothing_are_left_out():
    assert list(telling_words("Ik zoek hulp, en wel NU!")) == []
    assert list(telling_words("Ik heb geen BED voor de nacht.")) == ["bed", "nacht"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sgulden", "schulden"),
        ("shculden", "schulden"),
        ("schuldn", "schulden"),
        ("deurwarder", "deurwaarder"),
        ("deurwaardr", "deurwaarder"),
        ("eenzam", "eenzaam"),
        ("verslaaft", "verslaafd"),
        ("wied", "wiet"),
        ("dackloos", "dakloos"),
        ("gemeentte", "gemeente"),
        ("uitkeering", "uitkering"),
        ("uidkerring", "uitkering"),
        ("detoks", "detox"),
        ("verweisbrief", "verwijsbrief"),
        ("psigose", "psychose"),
        ("begelijding", "begeleiding"),
        ("alcolhol", "alcohol"),
        ("kokaine", "cocaïne"),
        ("huisarst", "huisarts"),
    ],
)
def test_a_word_written_by_ear_or_with_a_slip_is_understood(written: str, meant: str):
    assert alike_of(KNOWN).nearest(stem(written)) == stem(meant)


@pytest.mark.parametrize("other", ["xyzzy", "be", "tandarts", "bot", "fiets", "warm"])
def test_another_word_is_not_taken_for_a_mistake(other: str):
    assert alike_of(KNOWN).nearest(stem(other)) == ""


@given(st.text("abcdes", max_size=7), st.text("abcdes", max_size=7))
def test_slips_are_counted_alike_from_both_sides(one: str, other: str):
    slips = slips_between(one, other, 9)

    assert slips == slips_between(other, one, 9)
    assert (slips == 0) == (one == other)
    assert abs(len(one) - len(other)) <= slips <= max(len(one), len(other))


@given(st.text(st.characters(categories=["Ll"]), min_size=5, max_size=12), st.data())
def test_one_dropped_letter_is_one_slip(word: str, data: st.DataObject):
    at = data.draw(st.integers(0, len(word) - 1))

    assert slips_between(word, word[:at] + word[at + 1 :], 2) == 1


@given(st.text(st.sampled_from("abKZ09é'-ßﬁ "), max_size=8))
def test_a_word_without_accents_is_plain_in_the_same_way_as_one_with(word: str):
    """A letter with an accent, taken off again, changes nothing about the rest."""
    assert plain(word + "é") == plain(word) + "e"
    assert plain(plain(word)) == plain(word)


@given(st.text(max_size=60))
def test_no_word_is_too_strange(text: str):
    for word in telling_words(text):
        assert alike_of(KNOWN).nearest(stem(word)) in {"", *KNOWN}
        assert isinstance(sound_of(stem(word)), str)
        assert forms_of(word)
