# SPDX-License-Identifier: EUPL-1.2
"""What a form of these pages sent: which step, and where somebody lives.

A step is written as `naaste` (the first question), `naaste/1` (the question behind an answer) or
`naaste/terugval` (a card).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from ruimbaan.core.surroundings.helped import Helped
from ruimbaan.core.surroundings.roles import Card, Guide, Question, question_behind

STEP, BEFORE, PLACE, WAS_PLACE, HELPED = "kies", "was", "regio", "waar", "hielp"


@dataclass(frozen=True, slots=True)
class Sent:
    """`guide` is None before somebody said who they are. Without a card, `question` is asked."""

    step: str = ""
    region: str = ""
    guide: Guide | None = None
    card: Card | None = None
    question: Question | None = None
    helped: Helped | None = None


def read(
    form: Mapping[str, str], guides: Mapping[str, Guide], regions: Container[str], only: str = ""
) -> Sent:
    """Anything can have been sent; what is unknown is left out. `only` is the region of a site that
    has just one."""
    step = form.get(STEP) or form.get(BEFORE, "")
    place = form.get(PLACE) or form.get(WAS_PLACE, "")
    region = place if place in regions else only
    role, _, rest = step.partition("/")
    guide = guides.get(role)
    if guide is None:
        return Sent(region=region)
    card = guide.cards.get(rest)
    behind = question_behind(guide, int(rest)) if rest.isdecimal() and len(rest) == 1 else None
    said = form.get(HELPED, "")
    return Sent(
        step=f"{role}/{rest}" if card or behind else role,
        region=region,
        guide=guide,
        card=card,
        question=None if card else behind or guide.ask,
        helped=Helped(said) if said in {one.value for one in Helped} else None,
    )
