# SPDX-License-Identifier: EUPL-1.2
"""The law drafts say that they are drafts, whether each article was read, and no other terms than
the product goes by."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ruimbaan.core.advice.known import LEAST
from ruimbaan.core.frictions.reports import FORWARDED_FOR
from ruimbaan.core.kernel.rounds import ROUND
from ruimbaan.core.trust.retention import Controller, Term
from ruimbaan.parts.accounts.signing_in.limits import ABSOLUTE
from ruimbaan.parts.trust.rights.retention_rules import rules
from ruimbaan.project.environment import LEAST_YEARS
from tools.check_requirements import requirements_of
from tools.law_page import REGISTER, in_words, register_page
from tools.paths import ROOT

PAGES = sorted((ROOT / "docs" / "law").glob("*.md"))
DRAFT = re.compile(r"\*\*(Concept voor juristen|Dit zijn concepten)\. Geen jurist")
CITED = re.compile(
    r"\bart\. ?\d|\bartikel \d|overweging \d|bijlage III|Stcrt\. \d|richtsnoeren van"
)
OWN = re.compile(r"^## Artikel \d+\. ")  # of the model agreement itself
STANDING = re.compile(r"geverifieerd (?:\d{4}-\d{2}-\d{2})|geverifieerd[,)]|te verifiëren")
LEARNS = {
    *("torch", "tensorflow", "jax", "keras", "scikit-learn", "xgboost", "lightgbm", "catboost"),
    *("transformers", "sentence-transformers", "spacy", "openai", "anthropic", "langchain"),
}
SHIPPED = ("app", "analytics", "book", "postgresql", "spark")
BY_ID = {rule.id: rule for rule in rules()}


def text(name: str) -> str:
    return (ROOT / "docs" / "law" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_first_that_it_is_a_draft(page):
    assert DRAFT.search("".join(page.read_text(encoding="utf-8").splitlines(keepends=True)[:6]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_article_says_whether_it_was_read(page):
    silent = [
        line
        for line in page.read_text(encoding="utf-8").splitlines()
        if CITED.search(line) and not OWN.match(line) and not STANDING.search(line)
    ]

    assert silent == []


def test_the_terms_are_those_the_site_goes_by():
    assert REGISTER.read_text(encoding="utf-8") == register_page(), "run `make docs`"


def test_every_rule_of_the_site_is_of_a_processing_and_no_other_is_named():
    rows = [
        line for line in text("processing-register.md").splitlines() if re.match(r"\| \d", line)
    ]
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}

    assert len(rows) == 17
    assert named == {rule.id for rule in rules() if rule.controller is Controller.SITE}


def test_numbers_in_the_text_are_those_of_the_code():
    dpia, agreement = text("dpia-demo.md"), text("model-agreement.md")

    assert f"de lijst van wie keek ten minste {LEAST_YEARS} jaar" in dpia
    assert f"een sessie {ABSOLUTE // timedelta(hours=1)} uur" in dpia
    assert FORWARDED_FOR == 3 * 30
    assert "een melding hoogstens drie maanden" in dpia
    assert ROUND == LEAST == 10
    assert "onder de tien blijft een getal dicht" in dpia
    assert "onder de tien blijft een getal dicht" in agreement
    assert f"ten minste {LEAST_YEARS} jaar" in agreement
    assert BY_ID["access_log"].term == Term(years=LEAST_YEARS)


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term(), "meteen"),
        (Term(years=1), "1 jaar"),
        (Term(days=1), "1 dag"),
        (Term(months=2, days=3), "2 maanden en 3 dagen"),
        (Term(hours=10), "10 uur"),
    ],
)
def test_a_term_in_words(term, said):
    assert in_words(term) == said


def test_nothing_that_learns_is_asked_for():
    """What docs/law/ai-act.md leans on."""
    asked = {
        canonicalize_name(Requirement(line).name)
        for name in SHIPPED
        for line in requirements_of(ROOT / "requirements" / f"{name}.in")
    }

    assert "django" in asked
    assert asked & LEARNS == set()
