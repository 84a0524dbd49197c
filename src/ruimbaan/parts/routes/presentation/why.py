# SPDX-License-Identifier: EUPL-1.2
"""Why it takes so long, goal by goal, in words; what is lost on the way, and what does not go together."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.answer import Leg, PlanLoss
from ruimbaan.core.planner.sentences import clash_sentence, proof_sentence
from ruimbaan.parts.routes.presentation.asks import who_may_say_yes
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import capital, length, listed, told
from ruimbaan.ui.components import TimelineStep


@dataclass(frozen=True, slots=True)
class Why:
    """The chain that decides the day of one goal, told like the route itself."""

    goal: str
    when: str
    chain: tuple[TimelineStep, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    what: str
    rule: str
    who: str


@dataclass(frozen=True, slots=True)
class Clashing:
    """What does not go together on this route, and whether going round it is proven best."""

    what: tuple[Lost, ...]
    proof: str


def why(shown: Shown) -> tuple[Why, ...]:
    """For each goal that takes time."""
    found = []
    for goal in shown.situation.goals:
        arrival = shown.plan.arrivals[goal.fact]
        chain = (shown.plan.critical or {}).get(goal.fact, ())
        if arrival and chain:
            title, when = shown.title(goal.fact), shown.around(arrival)
            reached = TimelineStep("goal", title, capital(when))
            links = tuple(_link(shown, leg) for leg in chain)
            found.append(Why(title, when, (*links, reached)))
    return tuple(found)


def _link(shown: Shown, leg: Leg) -> TimelineStep:
    if leg.service is None or leg.apply is None:
        return TimelineStep("done", shown.title(leg.fact), text=_("Dit heb je al."))
    title = shown.title(leg.service)
    if days := leg.day - leg.apply:
        title = _("%(what)s: %(length)s") % {"what": title, "length": length(days)}
    parts = [_("Kan meteen.")]
    if leg.waited_for:
        parts = [_("Kan pas na: %(fact)s.") % {"fact": shown.name(leg.waited_for)}]
    parts.append(_slack(shown, leg))
    titles = (told(shown.world.rules[rule].title, shown.language) for rule in leg.rules)
    parts += [format_html("{} {}.", _("Regel:"), title) for title in titles]
    return TimelineStep(
        "wait",
        title,
        capital(shown.around(leg.apply)),
        format_html_join(" ", "{}", ((part,) for part in parts if part)),
    )


def _slack(shown: Shown, leg: Leg) -> str:
    step = next((s for s in shown.plan.steps if s.service == leg.service), None)
    if step is None:
        return ""
    if step.slack <= 0:
        return _("Een dag later hier is een dag later bij je doel.")
    words = ngettext(
        "Dit mag %(n)d dag later: uiterlijk %(day)s.",
        "Dit mag %(n)d dagen later: uiterlijk %(day)s.",
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
    return _behind(shown, what, loss.rule)


def clashing(shown: Shown) -> Clashing | None:
    plan = shown.plan
    if not plan.clashes and not plan.gap:
        return None
    what = (
        _behind(shown, clash_sentence(shown.world, clash, shown.language), clash.rule)
        for clash in plan.clashes
    )
    return Clashing(tuple(what), proof_sentence(plan, shown.language))


def _behind(shown: Shown, what: str, rule_id: str | None) -> Lost:
    rule = shown.world.rules.get(rule_id or "")
    if rule is None:
        return Lost(what, "", "")
    label = format_html("{} {}", _("Regel:"), told(rule.title, shown.language))
    who = who_may_say_yes(shown, rule) if rule.may_bend else _("alleen wie de regel maakt")
    return Lost(what, label, who)
