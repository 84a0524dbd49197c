# SPDX-License-Identifier: EUPL-1.2
"""The cover: its title stands whole on it, in any language."""

from __future__ import annotations

import re

import pytest

from ruimbaan.ui.pictures.book.cover import LEFT, RIGHT, TITLE, WIDTH, draw_cover
from ruimbaan.ui.pictures.measure import text_width


def size_of(title: str) -> float:
    found = re.search(rf'font-size="([\d.]+)"[^>]*>{title}<', draw_cover(title, "Ja", "n", "a"))
    assert found is not None
    return float(found[1])


@pytest.mark.parametrize("title", ["Ruim baan", "Clearing the way", "Een heel erg lange titel"])
def test_a_title_never_runs_off_the_cover(title: str):
    size = size_of(title)

    assert text_width(title, size, bold=True) <= WIDTH - LEFT - RIGHT + 1
    assert size <= TITLE


def test_a_short_title_keeps_its_letters():
    assert size_of("Ruim baan") == TITLE
