# SPDX-License-Identifier: EUPL-1.2
"""The reference has every measure and every refusal of them, word for word as the code."""

from __future__ import annotations

import pytest

from ruimbaan.analytics.measures import MEASURES
from ruimbaan.analytics.measures.errors import MeasureRefused
from tools.measures_page import measures_page
from tools.paths import ROOT

REFERENCE = ROOT / "docs" / "reference"
ERRORS = (REFERENCE / "errors.md").read_text(encoding="utf-8").splitlines()


def test_the_page_is_what_the_code_says():
    page = REFERENCE / "measures.md"

    assert page.read_text(encoding="utf-8") == measures_page(), "run `make docs`"


def test_each_measure_has_an_id_of_its_own_and_both_languages():
    assert len({one.id for one in MEASURES}) == len(MEASURES)
    assert len({one.number for one in MEASURES}) == 13
    for one in MEASURES:
        for text in (one.name, one.reading):
            assert text.nl
            assert text.en
        assert "{estimate}" in one.reading.nl
        assert "{estimate}" in one.reading.en


@pytest.mark.parametrize("kind", MeasureRefused.__subclasses__(), ids=lambda kind: kind.code)
def test_every_refusal_has_its_row(kind):
    cause, advice = (f"{text.nl}<br>*{text.en}*" for text in (kind.cause, kind.advice))

    assert f"| {kind.code} | {cause} | {advice} |" in ERRORS
