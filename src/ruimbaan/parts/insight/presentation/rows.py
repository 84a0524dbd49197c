# SPDX-License-Identifier: EUPL-1.2
"""A line of a list: what it is, what is said of it, and perhaps how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.ui.components import Link, Tag


@dataclass(frozen=True, slots=True)
class Row:
    link: Link
    note: str
    tag: Tag | None = None
