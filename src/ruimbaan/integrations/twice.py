# SPDX-License-Identifier: EUPL-1.2
"""What stands twice in a list of names. Files come from others: this takes one walk, however long."""

from __future__ import annotations

from collections.abc import Iterable


def first_twice(names: Iterable[str]) -> str | None:
    """The first name that comes again. None: each stands there once."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
