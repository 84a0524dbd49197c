# SPDX-License-Identifier: EUPL-1.2
"""The ladder, always in the same order, with what each rung asks on the way that is looked at."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.rules.rule import LadderStep, Rule
from ruimbaan.parts.routes.presentation.asks import ask
from ruimbaan.parts.routes.presentation.shown import RUNGS, Shown
from ruimbaan.parts.routes.presentation.words import told
from ruimbaan.ui.components import Rung, RungState


def rungs(shown: Shown) -> tuple[Rung, ...]:
    """All five; a rung that is empty says whether it was no help or is not needed."""
    rules = shown.flexed_rules(shown.plan)
    return tuple(
        _rung(shown, step, tuple(rule for rule in rules if rule.step is step)) for step in RUNGS
    )


def _rung(shown: Shown, step: LadderStep, rules: tuple[Rule, ...]) -> Rung:
    title, lead = _titles()[step]
    number = RUNGS.index(step) + 1
    if step is LadderStep.CHANGE and (fixed := _fixed_rules(shown)):
        note = _("Deze regel ligt vast: %(rules)s.") % {"rules": "; ".join(fixed)}
        return Rung(number, title, lead, note=note)
    if not rules:
        return Rung(number, title, _why_empty(shown, step), "empty")
    state: RungState = "room" if step is LadderStep.FLEX else "used"
    return Rung(number, title, lead, state, tuple(ask(shown, rule) for rule in rules))


def _fixed_rules(shown: Shown) -> tuple[str, ...]:
    """What nobody below its maker may bend, on the way to the goals that stay late."""
    late = shown.late_by(shown.plan)
    chains = (legs for goal, legs in (shown.plan.critical or {}).items() if goal in late)
    rules = dict.fromkeys(rule for legs in chains for leg in legs for rule in leg.rules)
    found = (shown.world.rules[rule] for rule in rules)
    return tuple(told(rule.title, shown.language) for rule in found if not rule.may_bend)


def _why_empty(shown: Shown, step: LadderStep) -> str:
    """Not needed, no help, some help and not enough, or enough: then another way shows how."""
    rung = next((rung for rung in shown.answer.ladder if rung.step is step), None)
    if rung is None or (rung.lateness and not rung.days_won):
        return _("Dit alleen helpt hier niet.")
    if not rung.days_won:
        return _("Hier niet nodig.")
    if rung.lateness:
        return _("Dit helpt, maar niet genoeg.")
    return _("Dit helpt. Kies een andere weg om te zien hoe.")


def rung_titles() -> dict[LadderStep, str]:
    return {step: title for step, (title, _lead) in _titles().items()}


def _titles() -> dict[LadderStep, tuple[str, str]]:
    return {
        LadderStep.START_EARLIER: (
            _("Eerder beginnen"),
            _("Dezelfde stappen, maar eerder. Niemand hoeft een regel te veranderen."),
        ),
        LadderStep.OTHER_GATE: (
            _("Een andere ingang"),
            _("Een andere plek die hetzelfde geeft."),
        ),
        LadderStep.HOOK: (
            _("Dit mag al"),
            _("De regel heeft zelf al een uitweg. Soms is die zelfs een plicht."),
        ),
        LadderStep.FLEX: (
            _("Ruimte vragen"),
            _("Iemand mag van de regel afwijken. Dat heet vrije ruimte."),
        ),
        LadderStep.CHANGE: (
            _("De regel veranderen"),
            _("Dat kan alleen wie de regel maakt."),
        ),
    }
