# SPDX-License-Identifier: EUPL-1.2
"""One word means one thing: each term has its place in the code."""

from __future__ import annotations

import pkgutil

import django
import pytest

from ruimbaan.integrations.language import Level, check_text
from tools.write_reference import terms

django.setup()  # some terms are tables, and this file may run alone
TERMS = {term["id"]: term for term in terms()}
ALWAYS = {"id", "nl", "en", "code", "means"}


def test_every_term_is_whole_and_named_once():
    assert [term["id"] for term in terms() if term.keys() != ALWAYS | {"where"}] == []
    assert len(TERMS) == len(terms())


def test_a_word_of_the_field_is_whole_and_has_no_second_meaning():
    field = terms("field")

    assert [term["id"] for term in field if not term.keys() >= ALWAYS - {"code"}] == []
    ids = [term["id"] for term in [*terms(), *field]]
    assert len(set(ids)) == len(ids)
    named = [term["nl"] for term in [*terms(), *field]]
    assert len(set(named)) == len(named)


def test_what_a_word_means_is_said_plainly_and_with_our_own_words():
    remarks = [
        (term["id"], found.said)
        for term in [*terms(), *terms("field")]
        for language in ("nl", "en")
        for text in (term[language], term["means"][language])
        for found in check_text(text, language, Level.B1)
    ]

    assert remarks == []


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_a_term_stands_where_it_says(term):
    pkgutil.resolve_name(term["where"])

    assert term["where"].rsplit(".", 1)[-1] == term["code"]
