# SPDX-License-Identifier: EUPL-1.2
"""The route and its own side as a text, for the page that somebody takes along."""

from __future__ import annotations

from django.utils import timezone

from ruimbaan.core.journey import kept_route_file, kept_route_moments_file
from ruimbaan.parts.journey.route.presentation.hard_time import past
from ruimbaan.parts.journey.route.presentation.line import line


def route_in_words(text: str) -> str:
    """Every stop, as it is today."""
    stops = line(kept_route_file.from_text(text), timezone.localdate())
    return " ".join(f"{stop.when}: {stop.title}. {' '.join(stop.lines)}".strip() for stop in stops)


def own_side_in_words(text: str) -> str:
    """Every moment with what was written about it. The answers stand in the file for programs."""
    side = kept_route_moments_file.from_text(text)
    told = (past(one, timezone.localdate()) for one in side.moments)
    return " ".join(f"{one.text}. {one.words}".strip() for one in told)
