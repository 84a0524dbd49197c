# SPDX-License-Identifier: EUPL-1.2
"""One answer: what is owed or free goes first, then who may say yes, how one accounts for it, and
the right that stands beside the room."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.discretion.may_i.grounds import remedy
from ruimbaan.core.discretion.may_i.kinds import Kind, Role, accounting_for
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.remedy import Remedy
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.discretion.may_i.presentation import words
from ruimbaan.parts.discretion.may_i.presentation.precedents import Before, precedents
from ruimbaan.parts.discretion.may_i.presentation.promised import by_letter, cover
from ruimbaan.parts.discretion.may_i.presentation.reaching import Contact, contacts
from ruimbaan.parts.discretion.may_i.presentation.ruling import Ruling, deciders, ruling
from ruimbaan.parts.routes.services import told

WITHOUT_A_YES = (Kind.NO_RULE, Kind.LEGISLATOR)


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """`look` is `ok`, `room` or `fixed`; `who` names who decides, `note` what every answer of this
    kind means. `account` is the least that is enough, at this layer; empty when nobody can do it.
    `asks`: somebody else must say yes, to `asked_rule` (empty where each region has its own)."""

    title: str
    look: str
    headline: str
    does: str
    note: str
    cover: tuple[str, ...]
    leave: str
    who_label: str
    who: str
    say: str
    account: str
    account_more: str
    ruling: Ruling | None
    also: tuple[Ruling, ...]
    before: tuple[Before, ...]
    reach: tuple[Contact, ...]
    needs_region: bool
    remedy: Remedy
    others_url: str
    asks: bool
    asked_rule: str
    is_worker: bool


def answer_page(situation: Situation, role: Role, region: str, language: Language) -> AnswerPage:
    kind = situation.kinds[role]
    rules = [rule for rule in (queries.rule_in(region, n) for n in situation.rules) if rule]
    first = rules[0] if rules else None
    works = role in (Role.WORKER, Role.MANAGER)
    accounting = accounting_for(kind, first.layer if first else None)
    return AnswerPage(
        title=situation.title.in_language(language),
        look=words.look(kind),
        headline=words.headline(kind, works=works),
        does=situation.does.in_language(language),
        note=words.note(kind, works=works),
        cover=cover(first, region) if first and works else (),
        leave=words.leave(works=works) if situation.leave else "",
        who_label=words.who_label(kind, works=works),
        who=_(" of ").join(_who(situation, kind, first, region, language)),
        say=_say(situation, first, language),
        account="" if kind is Kind.LEGISLATOR else words.account(accounting),
        account_more=_account_more(situation, first, language) if works else "",
        ruling=ruling(first, region, language) if first else None,
        also=tuple(ruling(rule, region, language) for rule in rules[1:]),
        before=precedents(situation, language),
        reach=contacts(region, situation.reach),
        needs_region=bool(situation.reach) and not region,
        remedy=remedy(situation, first) if first else Remedy.NONE,
        others_url=reverse("may_i:others", args=[first.number]) if first else "",
        asks=kind is Kind.ASK,
        asked_rule=first.id if first and first.owner in (region, queries.NATIONAL) else "",
        is_worker=works,
    )


def _who(
    situation: Situation, kind: Kind, rule: RuleText | None, region: str, language: Language
) -> tuple[str, ...]:
    """By name of their function where the region is known, and else in the plain words of the rule.
    Nobody needs to say yes to what no rule stands against."""
    if rule is None or kind in WITHOUT_A_YES:
        return ()
    if situation.who.nl:
        return (situation.who.in_language(language),)
    if region and rule.owner in (region, queries.NATIONAL):
        return by_letter(rule, region, language) or deciders(rule, language)
    return (told(rule.plain.who_can_say_yes, language),)


def _account_more(situation: Situation, rule: RuleText | None, language: Language) -> str:
    if situation.account.nl:
        return situation.account.in_language(language)
    return told(rule.plain.account, language) if rule else ""


def _say(situation: Situation, rule: RuleText | None, language: Language) -> str:
    own = situation.say.in_language(language)
    if own or rule is None:
        return own
    return told(rule.plain.say_this, language) or _(
        "Mag u hier zelf over beslissen? Wie mag dat anders?"
    )
