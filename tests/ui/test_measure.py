# SPDX-License-Identifier: EUPL-1.2
"""Words and their width: what fits is never wider than it may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.ui.pictures.measure import fit_lines, shorten, text_width, wrap

WORDS = st.text(max_size=80)
WIDTHS = st.floats(20, 400)


def test_knows_the_letters_of_the_font():
    assert text_width("Hoi", 1000) == pytest.approx(694 + 578 + 235, abs=60)
    assert text_width("Hoi", 16, bold=True) > text_width("Hoi", 16)


def test_a_letter_the_font_lacks_is_taken_rather_too_wide():
    assert text_width("Ж", 10) == pytest.approx(7)
    assert text_width("漢", 10) == pytest.approx(10)


@given(WORDS, WIDTHS)
def test_what_is_shortened_fits(words, width):
    shown = shorten(words, width, 16)

    assert text_width(shown, 16) <= max(width, text_width("…", 16))
    assert shown == words or shown.endswith("…")


@given(WORDS, WIDTHS)
def test_wrapping_loses_no_word(words, width):
    assert " ".join(wrap(words, width, 16)).split() == words.split()


@given(WORDS, WIDTHS, st.integers(1, 4))
def test_lines_fit_and_are_not_too_many(words, width, most):
    lines = fit_lines(words, width, 16, most, bold=True)

    assert 1 <= len(lines) <= most
    assert all(
        text_width(line, 16, bold=True) <= max(width, text_width("…", 16, bold=True))
        for line in lines
    )
