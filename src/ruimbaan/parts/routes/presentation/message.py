# SPDX-License-Identifier: EUPL-1.2
"""The one message on top: what happens in practice beside the first way that is in time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.answer import Plan
from ruimbaan.core.rules.rule import LadderStep
from ruimbaan.parts.routes.presentation.shown import Shown, favours, first_in_time
from ruimbaan.parts.routes.presentation.tables import arrival_words
from ruimbaan.parts.routes.presentation.words import capital
from ruimbaan.ui.components import KeyMessage, Weighed


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    lead: str


def heading(shown: Shown) -> Heading:
    if shown.answer.deadlock is not None:
        lead = _("Deze regels wachten op elkaar. Dat ligt niet aan jou.")
        return Heading(_("Hier zit het klem"), lead)
    return Heading(_("Jouw routes"), _("Dit zijn de wegen die wij zien. Jij kiest."))


def key_message(shown: Shown) -> KeyMessage | None:
    """None when a deadlock is the message."""
    if shown.answer.deadlock is not None:
        return None
    best = replace(shown, index=first_in_time(shown.answer))
    title, text = _what_helps(best)
    return KeyMessage(title, text, _weighed(best))


def _what_helps(best: Shown) -> tuple[str, str]:
    rules = best.flexed_rules(best.plan)
    asked = len(favours(rules))
    if _misses(best):
        return (
            _("Dit is de vroegste weg die wij zien."),
            _("Niet alles is op tijd. Praat erover met iemand die je vertrouwt."),
        )
    if not rules:
        return (
            _("Geen regel staat in de weg. Je kunt op tijd zijn."),
            _("Begin op de dagen die hieronder staan."),
        )
    if all(rule.step is LadderStep.START_EARLIER for rule in rules):
        return (
            _("Begin eerder. Dan hoeft geen regel te wijken."),
            _("Dezelfde stappen, maar eerder. Hieronder staat wanneer."),
        )
    if all(rule.is_right or rule.step is LadderStep.START_EARLIER for rule in rules):
        return (
            _("Je hebt hier recht op. Zo ben je op tijd."),
            _("Je vraagt dus geen gunst. Hieronder staat bij wie je moet zijn."),
        )
    if not asked:
        return (
            _("Gebruik wat al mag. Dan ben je op tijd."),
            _("De regels hebben zelf een uitweg. Hieronder staat wie ja kan zeggen."),
        )
    words = ngettext(
        "Vraag %(n)d keer om ruimte. Dan ben je op tijd.",
        "Vraag %(n)d keer om ruimte. Dan ben je op tijd.",
        asked,
    )
    return (
        words % {"n": asked},
        _("Iemand mag van een regel afwijken. Hieronder staat wie, en wat je zegt."),
    )


def _weighed(best: Shown) -> tuple[Weighed, ...]:
    late = best.late_by(best.practice)
    if not late:
        return ()
    return (
        _worst(_("Gaat het zoals meestal?"), best, best.practice),
        _after(best, max(late, key=lambda goal: _as_number(late[goal]))),
    )


def _worst(label: str, shown: Shown, plan: Plan) -> Weighed:
    """The goal that comes latest after its day."""
    late = shown.late_by(plan)
    goal = max(late, key=lambda fact: _as_number(late[fact]))
    days, arrival = late[goal], plan.arrivals[goal]
    if days is None or arrival is None:
        text = f"{capital(arrival_words(shown, arrival))}." if plan.flexed else _alone(shown, goal)
        return Weighed(label, _("%(goal)s: nog niet") % {"goal": shown.title(goal)}, text)
    words = ngettext("%(goal)s: %(n)d dag te laat", "%(goal)s: %(n)d dagen te laat", days)
    text = _("Dat is er pas %(day)s.") % {"day": shown.around(arrival)}
    return Weighed(label, words % {"goal": shown.title(goal), "n": days}, text)


def _alone(shown: Shown, goal: str) -> str:
    """What starting earlier does for a goal that does not come in practice: that asks nobody anything."""
    days = [
        day
        for plan in shown.answer.front
        if (day := plan.arrivals[goal]) is not None
        and all(rule.step is LadderStep.START_EARLIER for rule in shown.flexed_rules(plan))
    ]
    if not days:
        return _("We vonden geen weg zonder iets te vragen.")
    return _("Begin je eerder, dan is het er %(day)s.") % {"day": shown.around(min(days))}


def _after(best: Shown, goal: str) -> Weighed:
    """The same goal on the best way, and whether all goals are in time there."""
    label = _("En op de beste weg?")
    arrival = best.plan.arrivals[goal]
    if arrival is None or _misses(best):
        return _worst(label, best, best.plan)
    words = {"goal": best.title(goal), "day": best.around(arrival)}
    return Weighed(label, _("Alles op tijd"), _("%(goal)s is er %(day)s.") % words)


def _misses(shown: Shown) -> bool:
    """Something comes too late, or not at all: what is wanted far away, or weighs nothing, counts for
    no lateness when it does not come, and still is not there."""
    wanted = (shown.plan.arrivals[goal.fact] for goal in shown.situation.goals)
    return bool(shown.plan.lateness) or None in wanted


def _as_number(days: int | None) -> float:
    return float("inf") if days is None else days
