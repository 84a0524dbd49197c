# SPDX-License-Identifier: EUPL-1.2
"""What if this rule gave more room here?: what the planner found, in words and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.more_room import Gain
from ruimbaan.core.rules.rule import Rule
from ruimbaan.core.storybook.contents import Block
from ruimbaan.parts.discretion.queries import who_says_yes
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.parts.storybook.presentation.pictures import day_words
from ruimbaan.parts.storybook.what_if import RuleTried, Tried, tried
from ruimbaan.ui.components import Table


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule, what it brings forward on its own, and who may say yes."""

    name: str
    title: str
    url: str
    gains: tuple[str, ...]
    who: str


@dataclass(frozen=True, slots=True)
class Opens:
    """What opens a deadlock that no rule of the block opens on its own: these rules together."""

    rules: tuple[RuleLine, ...]
    gains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForWhom:
    """`nothing` names the rules that change nothing on their own; `opens` says what does."""

    title: str
    rules: tuple[RuleLine, ...]
    nothing: str
    opens: tuple[Opens, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`people` is empty where nobody is made up to reckon with."""

    people: tuple[ForWhom, ...]
    table: Table


def what_if(block: Block, language: Language) -> WhatIf:
    asked = tried(block)
    rows = tuple(row for one in asked for row in _rows(one, block, language))
    columns = (
        *(_("Voor wie"), _("Regel"), _("Doel"), _("Nu"), _("Met meer ruimte")),
        *(_("Dagen eerder"), _("Ja zeggen kan")),
    )
    table = Table(_("Wat als deze regel hier ruimer was?"), columns, rows)
    return WhatIf(tuple(_for_whom(one, block, language) for one in asked), table)


def _for_whom(one: Tried, block: Block, language: Language) -> ForWhom:
    helps = tuple(rule for rule in one.rules if rule.gains)
    idle = tuple(rule.rule for rule in one.rules if not rule.gains)
    return ForWhom(
        title=_title(one, block, language),
        rules=tuple(_line(rule, one, language) for rule in helps),
        nothing=_nothing(idle),
        opens=() if helps else tuple(_opens(one, language)),
    )


def _title(one: Tried, block: Block, language: Language) -> str:
    place = one.region.title.in_language(language)
    if one.is_case and block.loop:
        return f"{block.loop.title.in_language(language)} ({place})"
    return f"{one.name.capitalize()}, {place}"


def _line(found: RuleTried, one: Tried, language: Language) -> RuleLine:
    return RuleLine(
        name=_number(found.rule),
        title=told(found.rule.title, language),
        url=rule_url(found.rule.id),
        gains=tuple(_gain(gain, one, language) for gain in found.gains),
        who=_who(found.rule, one, language),
    )


def _gain(gain: Gain, one: Tried, language: Language) -> str:
    goal = _goal(gain, one, language)
    after = day_words(gain.after or 0)
    won = gain.days_won
    if won is None or gain.before is None:
        return _("%(goal)s: nu lukt dit niet, dan wel op %(after)s.") % {
            "goal": goal,
            "after": after,
        }
    return ngettext(
        "%(goal)s: %(n)d dag eerder, op %(after)s in plaats van %(before)s.",
        "%(goal)s: %(n)d dagen eerder, op %(after)s in plaats van %(before)s.",
        won,
    ) % {"goal": goal, "n": won, "after": after, "before": day_words(gain.before)}


def _goal(gain: Gain, one: Tried, language: Language) -> str:
    name = one.region.world.facts[gain.goal].name(language)
    return name[:1].upper() + name[1:]


def _who(rule: Rule, one: Tried, language: Language) -> str:
    if not rule.may_bend:
        return _("niemand hier; alleen wie de regel maakt")
    yes = who_says_yes(rule.id, one.region.id, timezone.localdate(), language)
    return yes or _("dat staat nog nergens")


def _number(rule: Rule) -> str:
    return rule.number or rule.id


def _nothing(rules: Iterable[Rule]) -> str:
    names = ", ".join(_number(rule) for rule in rules)
    words = _("Alleen meer ruimte in %(rules)s verandert hier niets.")
    return words % {"rules": names} if names else ""


def _opens(one: Tried, language: Language) -> Iterator[Opens]:
    for opening in one.openings:
        yield Opens(
            rules=tuple(
                _line(RuleTried(rule, is_met=True, gains=()), one, language)
                for rule in opening.rules
            ),
            gains=tuple(_gain(gain, one, language) for gain in opening.gains),
        )


def _rows(one: Tried, block: Block, language: Language) -> Iterator[tuple[str, ...]]:
    title = _title(one, block, language)
    for found in one.rules:
        who = _who(found.rule, one, language)
        for gain in found.gains:
            before = _("niet") if gain.before is None else day_words(gain.before)
            won = "–" if gain.days_won is None else str(gain.days_won)
            goal, after = _goal(gain, one, language), day_words(gain.after or 0)
            yield (title, _number(found.rule), goal, before, after, won, who)
        if not found.gains:
            why = (
                _("er verandert niets")
                if found.is_met
                else _("de planner komt hem hier niet tegen")
            )
            yield (title, _number(found.rule), why, "–", "–", "0", who)
