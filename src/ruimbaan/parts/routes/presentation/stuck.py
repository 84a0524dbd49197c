# SPDX-License-Identifier: EUPL-1.2
"""Where it is stuck, in short sentences, with the one step that frees it; and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.sentences import finding_sentence, who_says_yes
from ruimbaan.core.rules.rule import LadderStep, Rule
from ruimbaan.parts.routes.presentation.asks import bends_everywhere
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import small
from ruimbaan.ui.components import Deadlock, WayOut
from ruimbaan.ui.pictures.loop import FEWEST, MOST, LoopPicture, draw_loop


@dataclass(frozen=True, slots=True)
class Missing:
    """A goal that is not reached without asking, and why, other than by a deadlock."""

    goal: str
    why: str


def main_deadlock(shown: Shown) -> Deadlock | None:
    finding = shown.answer.deadlock
    if finding is None:
        return None
    return replace(_deadlock(shown, finding), title=_("De klem"), picture=_loop(shown, finding))


def other_deadlocks(shown: Shown) -> tuple[Deadlock, ...]:
    """Circles that share no fact with the first one, or with each other."""
    first = shown.answer.deadlock
    seen = {block.fact for block in first.cycle} if first else set()
    found: list[Deadlock] = []
    for finding in shown.answer.findings:
        facts = {block.fact for block in finding.cycle}
        if finding.kind is FindingKind.DEADLOCK and not facts & seen:
            seen |= facts
            found.append(_deadlock(shown, finding))
    return tuple(found)


def missing(shown: Shown) -> tuple[Missing, ...]:
    return tuple(
        Missing(shown.title(finding.goal), _sentence(shown, finding))
        for finding in shown.answer.findings
        if finding.kind is not FindingKind.DEADLOCK
    )


def _deadlock(shown: Shown, finding: Finding) -> Deadlock:
    """Named after the goal that it keeps away."""
    links = (replace(finding, goal=block.fact, cycle=(block,)) for block in finding.cycle)
    sentences = tuple(dict.fromkeys(_sentence(shown, link) for link in links))
    return Deadlock(
        title=shown.title(finding.goal),
        sentences=sentences,
        ways_out=_ways_out(shown, finding),
    )


def _sentence(shown: Shown, finding: Finding) -> str:
    return finding_sentence(shown.world, finding, shown.language)


def _ways_out(shown: Shown, finding: Finding) -> tuple[WayOut, ...]:
    """One step, or the few that are needed together."""
    rules = [shown.world.rules[rule] for rule in finding.cut or ()]
    steps = [(_step(shown, finding, rule), who_says_yes(rule, shown.language)) for rule in rules]
    if len(steps) == 1:
        (step, who) = steps[0]
        return (WayOut(_("Dit maakt het los: %(step)s.") % {"step": small(step)}, who),)
    if not steps:
        return ()
    words = ngettext(
        "Deze %(n)d stap maakt het los:", "Deze %(n)d stappen samen maken het los:", len(steps)
    )
    lines = tuple(f"{step}. {who}" for step, who in steps)
    return (WayOut(words % {"n": len(steps)}, steps=lines),)


def _step(shown: Shown, finding: Finding, rule: Rule) -> str:
    """What bends, told from where it is stuck: the same in every way that is looked at."""
    if rule.step is not LadderStep.START_EARLIER:
        for block in (*finding.cycle, *finding.blocks):
            if block.rule == rule.id and block.service and block.waits_for:
                words = {"what": shown.title(block.service), "fact": shown.name(block.waits_for)}
                if block.holds:
                    return _("%(what)s zonder %(fact)s") % words
                return _("%(what)s, ook met: %(fact)s") % words
    return bends_everywhere(shown, rule).title


def _loop(shown: Shown, finding: Finding) -> SafeString | None:
    """None when the circle is too small or too large to draw; the sentences say the same."""
    names = tuple(shown.name(block.fact) for block in finding.cycle)
    if not FEWEST <= len(names) <= MOST:
        return None
    loop = LoopPicture(_("Wat op elkaar wacht"), _sentence(shown, finding), names)
    return mark_safe(draw_loop(loop))  # noqa: S308 - our own drawing, which escapes every word
