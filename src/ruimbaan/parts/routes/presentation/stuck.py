# SPDX-License-Identifier: EUPL-1.2
"""Where it is stuck, in short sentences, with the one step that frees it; and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.sentences import finding_sentence, who_says_yes
from ruimbaan.parts.routes.presentation.asks import how_it_bends
from ruimbaan.parts.routes.presentation.shown import Shown, first_in_time
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
    return None if finding is None else _deadlock(shown, finding, with_picture=True)


def other_deadlocks(shown: Shown) -> tuple[Deadlock, ...]:
    """Circles that share no fact with the first one, or with each other."""
    first = shown.answer.deadlock
    seen = {block.fact for block in first.cycle} if first else set()
    found: list[Deadlock] = []
    for finding in shown.answer.findings:
        facts = {block.fact for block in finding.cycle}
        if finding.kind is FindingKind.DEADLOCK and not facts & seen:
            seen |= facts
            found.append(_deadlock(shown, finding, with_picture=False))
    return tuple(found)


def missing(shown: Shown) -> tuple[Missing, ...]:
    return tuple(
        Missing(shown.title(finding.goal), _sentence(shown, finding))
        for finding in shown.answer.findings
        if finding.kind is not FindingKind.DEADLOCK
    )


def _deadlock(shown: Shown, finding: Finding, *, with_picture: bool) -> Deadlock:
    links = (replace(finding, goal=block.fact, cycle=(block,)) for block in finding.cycle)
    sentences = tuple(dict.fromkeys(_sentence(shown, link) for link in links))
    return Deadlock(
        title=_("De klem"),
        sentences=sentences,
        ways_out=_ways_out(shown, finding),
        picture=_loop(shown, finding) if with_picture else None,
    )


def _sentence(shown: Shown, finding: Finding) -> str:
    return finding_sentence(shown.world, finding, shown.language)


def _ways_out(shown: Shown, finding: Finding) -> tuple[WayOut, ...]:
    best = replace(shown, index=first_in_time(shown.answer))
    found = []
    for rule in (shown.world.rules[rule] for rule in finding.cut or ()):
        step = small(how_it_bends(best, rule).title)
        text = _("Dit maakt het los: %(step)s.") % {"step": step}
        because = who_says_yes(rule, shown.language)
        found.append(WayOut(text, because))
    return tuple(found)


def _loop(shown: Shown, finding: Finding) -> SafeString | None:
    """None when the circle is too small or too large to draw; the sentences say the same."""
    names = tuple(shown.name(block.fact) for block in finding.cycle)
    if not FEWEST <= len(names) <= MOST:
        return None
    loop = LoopPicture(_("Wat op elkaar wacht"), _sentence(shown, finding), names)
    return mark_safe(draw_loop(loop))  # noqa: S308 - our own drawing, which escapes every word
