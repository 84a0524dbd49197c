# SPDX-License-Identifier: EUPL-1.2
"""Why it takes so long, goal by goal, in words; and what is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.answer import Leg, PlanLoss
from ruimbaan.parts.routes.presentation.asks import who_may_say_yes
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import length, listed, told


@dataclass(frozen=True, slots=True)
class Reason:
    """One link of the chain: when, what happens, which rules stand on it, how much it can slip."""

    when: str
    what: str
    rules: tuple[str, ...]
    slack: str


@dataclass(frozen=True, slots=True)
class Why:
    goal: str
    when: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    what: str
    rule: str
    who: str


def why(shown: Shown) -> tuple[Why, ...]:
    """For each goal that takes time: the chain that decides its day."""
    found = []
    for goal in shown.situation.goals:
        arrival = shown.plan.arrivals[goal.fact]
        chain = (shown.plan.critical or {}).get(goal.fact, ())
        if arrival and chain:
            reasons = tuple(_reason(shown, leg) for leg in chain)
            found.append(Why(shown.title(goal.fact), shown.around(arrival), reasons))
    return tuple(found)


def _reason(shown: Shown, leg: Leg) -> Reason:
    if leg.service is None or leg.apply is None:
        what = _("Dit heb je al: %(fact)s.") % {"fact": shown.name(leg.fact)}
        return Reason(shown.around(max(leg.day, 0)), what, (), "")
    days = leg.day - leg.apply
    words = {
        "service": shown.title(leg.service),
        "length": length(days),
        "fact": shown.name(leg.fact),
        "other": shown.name(leg.waited_for) if leg.waited_for else "",
        "day": shown.around(leg.day),
    }
    asked = (
        _("%(service)s kan pas na: %(other)s.") if leg.waited_for else _("%(service)s kan meteen.")
    )
    lasts = _("Dat duurt %(length)s. Dan is er: %(fact)s, %(day)s.")
    return Reason(
        when=shown.around(leg.apply),
        what=f"{asked % words} {lasts % words}",
        rules=tuple(told(shown.world.rules[r].title, shown.language) for r in leg.rules),
        slack=_slack(shown, leg),
    )


def _slack(shown: Shown, leg: Leg) -> str:
    step = next((s for s in shown.plan.steps if s.service == leg.service), None)
    if step is None:
        return ""
    if step.slack <= 0:
        return _("Een dag later hier is een dag later bij je doel.")
    words = ngettext(
        "Dit mag %(n)d dag later, uiterlijk %(day)s.",
        "Dit mag %(n)d dagen later, uiterlijk %(day)s.",
        step.slack,
    )
    return words % {"n": step.slack, "day": shown.day(step.latest)}


def losses(shown: Shown) -> tuple[Lost, ...]:
    return tuple(_loss(shown, loss) for loss in shown.plan.losses)


def _loss(shown: Shown, loss: PlanLoss) -> Lost:
    words = {
        "fact": shown.title(loss.fact),
        "service": shown.name(loss.service),
        "start": shown.day(loss.from_day),
        "end": shown.day(loss.until),
    }
    what = _("%(fact)s stopt van %(start)s tot %(end)s, door: %(service)s.") % words
    if loss.hurts:
        hurt = listed(shown.name(goal) for goal in loss.hurts)
        what += " " + _("Daardoor komt dit later: %(goals)s.") % {"goals": hurt}
    rule = shown.world.rules.get(loss.rule or "")
    if rule is None:
        return Lost(what, "", "")
    label = format_html("{} {}", _("Regel:"), told(rule.title, shown.language))
    who = who_may_say_yes(shown, rule) if rule.may_bend else _("alleen wie de regel maakt")
    return Lost(what, label, who)
