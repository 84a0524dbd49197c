# SPDX-License-Identifier: EUPL-1.2
"""The names of facts read well where they stand: after "without", and in the circle of a deadlock."""

from __future__ import annotations

import pytest

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.sentences import with_article
from ruimbaan.integrations.regions import list_regions, load_region
from ruimbaan.ui.pictures.measure import ELLIPSIS, fit_lines

FACTS = {
    fact.id: fact for region in list_regions() for fact in load_region(region).world.facts.values()
}
WITHOUT_ARTICLE = {
    *("access to forensic care", "addiction treatment", "calm finances", "care for your pet"),
    *("care without insurance", "clarity about your home address", "complete papers"),
    *("consent of the shelter", "contact with a street worker", "contact with probation"),
    *("contact with the forensic clinic", "daily help with living", "day treatment", "detention"),
    *("detox", "detox in a clinic", "earlier debt help", "earlier treatment"),
    *("experience of recovery", "finished treatment", "four weeks of searching"),
    *("full social assistance", "work experience", "help for child and parent"),
    *("help from the neighbourhood team", "hours for bridging", "insurance", "joint treatment"),
    *("long mental health problems", "management of your money", "medication for now"),
    *("meeting people", "mental health problems", "mental health treatment", "mild complaints"),
    *("money for sports and recovery", "money for the buddies", "money for the course"),
    *("money for the recovery college", "money for the rent", "money from the insurer"),
    *("outpatient treatment", "paid work", "priority on a home"),
    *("proof of a place to sleep", "residence in the Netherlands", "running rent"),
    *("social assistance", "sports", "stopping", "support after treatment", "support at home"),
    *("support for your close one", "too many debts", "treatment", "two missed appointments"),
}
IN_A_CIRCLE = (  # facts that wait for each other in one of the deadlocks of the demo
    *("inkomen", "bijstand-gemeld", "adres", "eigen-kamer", "eigen-plek", "gebruikt-niet"),
    *("trauma-behandeling", "gedeelde-intake", "psychiatrie-behandeld", "verslaving-behandeld"),
    *("detox-afgerond", "vervolg-aangevraagd", "schulden-rust", "schuldgesprek"),
    *("behandeling-loopt", "betaald-werk", "vog", "werkervaring-half-jaar", "kind-woont-thuis"),
    *("gezinswoning", "woonbegeleiding", "besluit-wonen", "wlz-afgewezen", "verwijzing-ggz"),
    *("behandeling-geprobeerd", "advies-mgn", "behandeld", "woonlasten-gedekt", "verzekerd"),
)


def test_an_english_name_has_an_article_where_it_can_be_counted():
    names = {fact.name("en") for fact in FACTS.values()}

    assert {name for name in names if with_article(name) == name} == WITHOUT_ARTICLE


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("fact", IN_A_CIRCLE)
def test_a_name_is_whole_in_the_circle_of_a_deadlock(fact: str, language: Language):
    # the largest circle that is drawn
    lines = fit_lines(FACTS[fact].name(language), width=122, size=18, most=3, bold=True)

    assert not any(line.endswith(ELLIPSIS) for line in lines)
