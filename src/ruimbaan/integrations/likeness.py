# SPDX-License-Identifier: EUPL-1.2
"""How alike two texts are, by RapidFuzz: the share of letters that stays when one is made into the
other. Why RapidFuzz: docs/decisions/0017-rapidfuzz-for-doubles.md."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein


def likeness(one: str, other: str) -> float:
    """From 0 (nothing) to 1 (the same). Two letters that changed places count as one slip."""
    return DamerauLevenshtein.normalized_similarity(one, other)
