# SPDX-License-Identifier: EUPL-1.2
"""Each term stands in the rulebook under its rule, with the article, and as long as there."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from ruimbaan.core.handoff.terms import TERMS, Ask, Term
from ruimbaan.core.rules.rulebook import Rulebook, Status
from ruimbaan.integrations import regions
from ruimbaan.integrations.rulebook import load_rulebook

WITH_TERM = [(ask, term) for ask, term in TERMS.items() if term is not None]
HOW_LONG = {
    Ask.WMO_ENQUIRY: "6 weken",
    Ask.WMO_DECISION: "2 weken",
    Ask.DEBT_TALK: "4 weken",
    Ask.DEBT_TALK_URGENT: "3 werkdagen",
    Ask.TREATMENT_TALK: "4 weken",
}


@pytest.fixture(scope="module")
def rulebook() -> tuple[Rulebook, date]:
    days = {name: regions.load_region(name).world.as_of for name in regions.list_regions()}
    return load_rulebook(regions.rule_folders(days)), max(days.values())


@pytest.mark.parametrize(("ask", "term"), WITH_TERM)
def test_a_term_has_its_rule_article_and_length(
    ask: Ask, term: Term, rulebook: tuple[Rulebook, date]
):
    rule = rulebook[0].find(term.rule, rulebook[1])
    assert rule is not None
    cited = [source.cited.nl for source in rule.sources]
    said = " ".join(chain((rule.plain.title.nl, rule.plain.means_for_you.nl)))

    assert HOW_LONG[ask] in said
    assert (term.article in cited) if term.article else all(one.law is None for one in rule.sources)
    assert (rule.status is Status.VERIFIED) == bool(term.article)


def test_every_term_is_held_to_it():
    assert set(HOW_LONG) == {ask for ask, _term in WITH_TERM}
