# SPDX-License-Identifier: EUPL-1.2
"""Every pair of colours that stands together differs enough (WCAG 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ruimbaan.ui.theme.pairs import PAIRS

TOKENS = dict(
    re.findall(
        r"--rb-([\w-]+):\s*(#[0-9a-f]{3,6});",
        (Path(__file__).parents[2] / "frontend/css/tokens.css").read_text(encoding="utf-8"),
    )
)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [d * 2 for d in digits]
    red, green, blue = (linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_the_pair_differs_enough(front: str, ground: str, least: float):
    assert contrast(TOKENS[front], TOKENS[ground]) >= least


def test_the_measure_itself():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)
