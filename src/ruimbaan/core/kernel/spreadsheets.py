# SPDX-License-Identifier: EUPL-1.2
"""Cells that a spreadsheet shows and never runs."""

from __future__ import annotations

from collections.abc import Iterable

RUN = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # also in their wide forms
MARK = "'"


def safe_cell(text: str) -> str:
    """The same text, with a mark in front when it could be read as a formula."""
    return MARK + text if text[:1] and text[0] in RUN | {MARK} else text


def safe_row(cells: Iterable[str]) -> list[str]:
    return [safe_cell(cell) for cell in cells]


def as_typed(cell: str) -> str:
    """What `safe_cell` was given."""
    return cell.removeprefix(MARK)
