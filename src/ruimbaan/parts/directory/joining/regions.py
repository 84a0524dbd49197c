# SPDX-License-Identifier: EUPL-1.2
"""The names of regions, without working out their plans again after every change."""

from __future__ import annotations

from functools import lru_cache

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory import queries


def find_title(region: str) -> Text | None:
    """How a region is called; None when there is no such region."""
    return _title(region) if region in queries.list_names() else None


@lru_cache(maxsize=64)
def _title(region: str) -> Text:
    return queries.list_regions()[region].title
