# SPDX-License-Identifier: EUPL-1.2
"""How sure the days are, in words: waits that are known to differ, and what that does to a wish."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.planner.answer import Leg, Step
from ruimbaan.parts.routes.services import Shown, length


@dataclass(frozen=True, slots=True)
class Certainty:
    """Sentences: first about the wishes, then about the waits on this way."""

    wishes: tuple[str, ...]
    waits: tuple[str, ...]


def certainty(shown: Shown) -> Certainty:
    waits = (_wait(shown, step) for step in shown.plan.steps)
    wishes = (_wish(shown, goal.fact) for goal in shown.situation.goals)
    return Certainty(
        tuple(words for words in wishes if words),
        tuple(dict.fromkeys(words for words in waits if words)),
    )


def _longer(shown: Shown, service: str, wait: int) -> int:
    """Days that 1 in 10 people wait longer here than the plan counts with; 0 when not known."""
    known = shown.world.services[service].wait
    if known.p90 is None or known.days != wait:
        return 0
    return max(0, known.p90 - wait)


def _wait(shown: Shown, step: Step) -> str:
    if not _longer(shown, step.service, step.wait):
        return ""
    service = shown.world.services[step.service]
    words = _("Wachten op %(who)s: ongeveer %(usual)s. Bij 9 van de 10 mensen korter dan %(most)s.")
    return words % {
        "who": service.provider or shown.title(step.service),
        "usual": length(step.wait),
        "most": length(service.wait.p90 or 0),
    }


def _wish(shown: Shown, goal: str) -> str:
    """When each wait on the chain that decides is as long as it is for 1 in 10 people."""
    arrival = shown.plan.arrivals[goal]
    chain = (shown.plan.critical or {}).get(goal, ())
    later = sum(_leg(shown, leg) for leg in chain)
    if not arrival or not later:
        return ""
    words = _("%(wish)s: %(day)s. Zit elke wachttijd tegen? Dan %(late)s.")
    return words % {
        "wish": shown.title(goal),
        "day": shown.around(arrival),
        "late": shown.around(arrival + later),
    }


def _leg(shown: Shown, leg: Leg) -> int:
    step = next((one for one in shown.plan.steps if one.service == leg.service), None)
    return _longer(shown, step.service, step.wait) if step else 0
