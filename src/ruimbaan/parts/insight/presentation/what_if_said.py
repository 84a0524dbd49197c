# SPDX-License-Identifier: EUPL-1.2
"""How figures that were worked out are said: a mean with its margin, a difference with its sign."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.insight.worked_out import Spread
from ruimbaan.ui.reader import language


def of_hundred(one: Spread) -> str:
    return _("{n} van de 100").format(n=round(100 * one.mean))


def share(one: Spread) -> str:
    return _range(100 * one.mean, 100 * one.low, 100 * one.high)


def days(one: Spread) -> str:
    return _range(one.mean, one.low, one.high)


def _range(mean: float, low: float, high: float) -> str:
    return _("{mean} ({low} tot {high})").format(mean=round(mean), low=round(low), high=round(high))


def apart(one: Spread, times: int = 1) -> str:
    """With the interval in which the mean lies."""
    mean, low, high = (_signed(part * times) for part in (one.mean, one.low, one.high))
    return _("{mean} ({low} tot {high})").format(mean=mean, low=low, high=high)


def _signed(value: float) -> str:
    rounded = round(value, 1)
    if not rounded:
        return "0"
    return f"{'+' if rounded > 0 else '−'}{_written(abs(rounded))}"


def tenths(share: float) -> str:
    """Of a hundred, with one decimal."""
    value = round(100 * share, 1) + 0.0
    return f"{'−' if value < 0 else ''}{_written(abs(value))}"


def _written(value: float) -> str:
    said = f"{value:.1f}".removesuffix(".0")
    return said.replace(".", ",") if language() == "nl" else said
