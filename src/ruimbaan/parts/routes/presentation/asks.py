# SPDX-License-Identifier: EUPL-1.2
"""One bent rule as a card: what it asks, why that may be, who can say yes, what to say, the gain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.planner.answer import Bend, NeedMet
from ruimbaan.core.rules.fact import FactKind
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule
from ruimbaan.parts.routes.presentation.bending import Bending
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import BREAK, length, listed, told
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Ask

MOST_GAINS = 2


def ask(shown: Shown, rule: Rule) -> Ask:
    bending = how_it_bends(shown, rule)
    return Ask(
        title=bending.title,
        who=who_may_say_yes(shown, rule),
        say=told(rule.ask_sentence, shown.language) or bending.say,
        why=_why(shown, rule),
        gain=gain(shown, rule),
        number=shown.rings().get(rule.id, 0),
        url=rule_url(rule.id),
        covered=_covered(shown, rule),
        agreed=shown.agreed.get(rule.id, ()),
        situations=shown.situations.get(rule.id, ()),
        cover=shown.cover.get(rule.id, ()),
    )


def _covered(shown: Shown, rule: Rule) -> str:
    """That nothing needs to be asked; empty when nobody stands behind it beforehand."""
    if not rule.covered_by.nl:
        return ""
    words = _("Hier hoef je niets te vragen: rugdekking van {by}.")
    return format_html(words, by=told(rule.covered_by, shown.language))


def who_may_say_yes(shown: Shown, rule: Rule) -> str:
    return told(rule.mandate, shown.language) or _("de organisatie zelf")


def how_it_bends(shown: Shown, rule: Rule) -> Bending:
    """What is different for this person: sooner, without a proof, on every day, for longer."""
    for step in shown.plan.steps:
        service = shown.world.services[step.service]
        if rule.step is LadderStep.START_EARLIER and rule.id in step.rules:
            return _earlier(shown, service)
        if service.wait.rule == rule.id and service.wait.shorten_to is not None:
            return _sooner(shown, service)
        needs = (need for need in step.needs if need.bent and need.rule == rule.id)
        if (need := next(needs, None)) is not None:
            return _without(shown, service, need)
        if (bending := _other_bending(shown, rule, service)) is not None:
            return bending
    return bends_everywhere(shown, rule)


def bends_everywhere(shown: Shown, rule: Rule) -> Bending:
    """The same in every way, whether its steps are known or not: read from the services that the
    rule stands at. It names a service when there is one only, else the rule. Looked for once for a
    page: the title of each way asks it of every rule of every way."""
    known = shown.bending.get((rule.id, shown.language))
    if known is None or known[0] is not shown.world:
        known = shown.world, _bends_everywhere(shown, rule)
        shown.bending[rule.id, shown.language] = known
    return known[1]


def _bends_everywhere(shown: Shown, rule: Rule) -> Bending:
    services = tuple(shown.world.services.values())
    found = {one for service in services if (one := _at_service(shown, rule, service)) is not None}
    if len(found) == 1:
        return found.pop()
    if rule.step is LadderStep.START_EARLIER:
        return Bending(_("Eerder beginnen"), _ask_early())
    asked = {(one.fact, one.holds) for each in services for one in _needs_of(each, rule)}
    if len(asked) == 1 and not any(_without_need(shown, rule, each) for each in services):
        ((fact, holds),) = asked
        return _room_at(shown, rule, _without_fact(shown, fact, holds=holds))
    return _room_at(shown, rule)


def _room_at(shown: Shown, rule: Rule, few: str = "") -> Bending:
    """Its title alone would say what the rule asks, so the opposite of what this way does."""
    title = _("Ruimte bij: %(rule)s") % {"rule": rule.title.in_language(shown.language)}
    return Bending(title, _who_decides(), (title, few) if few else ())


def _at_service(shown: Shown, rule: Rule, service: Service) -> Bending | None:
    """None when this rule does not stand at this service."""
    asked = {(need.fact, need.holds): need for need in _needs_of(service, rule)}
    other = _without_need(shown, rule, service)
    if rule.step is LadderStep.START_EARLIER:
        return _earlier(shown, service) if asked or other else None
    if other is not None or not asked:
        return other
    return _without(shown, service, *asked.values()) if len(asked) == 1 else _room_at(shown, rule)


def _needs_of(service: Service, rule: Rule) -> Iterator[Condition]:
    """What this rule asks here; one that only makes a wait shorter still asks it when it bends."""
    if rule.flexible is not Flexibility.SHORTEN:
        yield from (need for need in _conditions(service.needs) if need.rule == rule.id)


def _conditions(needs: Iterable[Need]) -> Iterator[Condition]:
    for need in needs:
        match need:
            case AnyOf():
                yield from _conditions(need.options)
            case AllOf():
                yield from _conditions(need.parts)
            case _:
                yield need


def _without_need(shown: Shown, rule: Rule, service: Service) -> Bending | None:
    """How it bends here other than by leaving out what it asks."""
    if service.wait.rule == rule.id and service.wait.shorten_to is not None:
        return _sooner(shown, service)
    return _other_bending(shown, rule, service)


def _other_bending(shown: Shown, rule: Rule, service: Service) -> Bending | None:
    title = _other_title(shown, rule, service)
    return None if title is None else Bending(title, _who_decides())


def _other_title(shown: Shown, rule: Rule, service: Service) -> str | None:
    if service.opens is not None and service.opens.rule == rule.id:
        return _("%(what)s: vraag het op elke dag") % {"what": shown.title(service.id)}
    for gift in service.gives:
        if gift.rule == rule.id and gift.longer is not None:
            return _("%(what)s: langer geldig") % {"what": shown.title(gift.fact)}
    for loss in service.takes:
        if loss.rule == rule.id:
            return _("%(what)s: dat blijft van jou") % {"what": shown.title(loss.fact)}
    return None


def _earlier(shown: Shown, service: Service) -> Bending:
    title = _("%(what)s: begin eerder") % {"what": shown.title(service.id)}
    return Bending(title, _ask_early())


def _ask_early() -> str:
    return _("Mag ik dit nu al aanvragen? Ik wil op tijd zijn.")


def _sooner(shown: Shown, service: Service) -> Bending:
    short, usual = length(service.wait.shorten_to or 0), length(service.wait.days or 0)
    words = {"what": shown.title(service.id), "short": short, "usual": usual}
    if service.wait.shorten_to == 0:
        title, few = _("%(what)s: meteen, niet na %(usual)s"), _("%(what)s: zonder wachten")
    else:
        title, few = _("%(what)s sneller: %(short)s, niet %(usual)s"), _("%(what)s sneller")
    return Bending(title % words, _("Kan het ook sneller? Wie mag dat beslissen?"), (few % words,))


def _without(shown: Shown, service: Service, need: NeedMet | Condition) -> Bending:
    fact = shown.world.facts.get(need.fact)
    if need.holds and fact is not None and fact.kind is FactKind.DISCRETION:
        # Room is that somebody does this after all: "without" it would say the opposite.
        return Bending(
            fact.label.in_language(shown.language), _who_decides(), (shown.title(fact.id),)
        )
    words = {"what": shown.title(service.id), "fact": shown.name(need.fact)}
    few = _without_fact(shown, need.fact, holds=need.holds)
    if not need.holds:
        title = _("%(what)s, ook met: %(fact)s") % words
        return Bending(title, _who_decides(), (title, few))
    title = _("%(what)s zonder %(fact)s") % words
    say = _("Kan dit ook zonder %(fact)s? Wie mag dat beslissen?") % words
    return Bending(title, say, (title, few))


def _without_fact(shown: Shown, fact: str, *, holds: bool) -> str:
    words = _("Zonder %(fact)s") if holds else _("Ook met: %(fact)s")
    return words % {"fact": shown.name(fact)}


def _who_decides() -> str:
    return _("Mag u hier zelf over beslissen? Wie mag dat anders?")


def _why(shown: Shown, rule: Rule) -> str:
    """The rule, its source, and what gives room: one line each."""
    language = shown.language
    told_rule = told(rule.sentence, language) or told(rule.title, language)
    parts = [(_("Regel:"), told_rule), (_("Bron:"), _dutch(shown, rule.source))]
    if rule.duty:
        parts.append((_("Je recht:"), _("de organisatie moet dit doen")))
    if rule.conflicts_with:
        conflict = _dutch(shown, _higher(shown, rule.conflicts_with))
        parts.append((_("Je recht, want deze gewoonte botst met:"), conflict))
    parts.append((_("Ruimte:"), told(rule.deviate, language)))
    return format_html_join(BREAK, "{} {}", ((a, _sentence(b)) for a, b in parts if b))


def _sentence(words: str) -> str:
    """With a full stop behind it; a text in another language has its own mark around it."""
    if words.endswith((".", "!", "?")):
        return words
    return format_html("{}.", words)


def _higher(shown: Shown, rule: str) -> str:
    found = shown.world.rules.get(rule)
    return found.title.in_language(shown.language) if found else rule


def _dutch(shown: Shown, words: str) -> str:
    """A source or article: always Dutch, marked as such on an English page."""
    if shown.language == "en" and words:
        return format_html('<span lang="nl">{}</span>', words)
    return words


def gain(shown: Shown, rule: Rule) -> str:
    """What is lost when this one is left out, told as what it wins; named per goal."""
    lines = [
        line for bend in shown.plan.bends if bend.rule == rule.id for line in _gains(shown, bend)
    ]
    if rule.step is LadderStep.START_EARLIER:
        lines += _last_day(shown, rule)
    return format_html_join(BREAK, "{}", ((line,) for line in lines))


def _last_day(shown: Shown, rule: Rule) -> list[str]:
    """Until when starting earlier still helps."""
    days = [step.latest for step in shown.plan.steps if rule.id in step.rules]
    if not days:
        return []
    day = shown.day(min(days)) if min(days) else _("vandaag")
    return [_("De laatste dag is %(day)s.") % {"day": day}]


def _gains(shown: Shown, bend: Bend) -> list[str]:
    """First what would not come at all, then the goals that come soonest for it."""
    never, later = [], []
    for goal in shown.situation.goals:
        here, without = shown.plan.arrivals[goal.fact], bend.without.get(goal.fact)
        if here is not None and without is None:
            never.append(shown.name(goal.fact))
        elif here is not None and without is not None and without > here:
            later.append((without - here, _sooner_words(shown, goal.fact, here, without)))
    first = (
        [_("Zonder deze stap komt er geen: %(goals)s.") % {"goals": listed(never)}] if never else []
    )
    later.sort(key=lambda found: -found[0])
    return [*first, *(words for _days, words in later[: MOST_GAINS - len(first)])]


def _sooner_words(shown: Shown, goal: str, here: int, without: int) -> str:
    words = {"goal": shown.title(goal), "n": without - here}
    words |= {"day": shown.day(here), "later": shown.day(without)}
    told_days = ngettext(
        "%(goal)s: %(n)d dag eerder. Op %(day)s, niet op %(later)s.",
        "%(goal)s: %(n)d dagen eerder. Op %(day)s, niet op %(later)s.",
        without - here,
    )
    return told_days % words


def asked_people(shown: Shown, rules: Iterable[Rule]) -> tuple[str, ...]:
    """With whom one talks, each once, in the order of the rules; in whose name they decide stands at
    the rule."""
    people = (
        told(rule.talk_to, shown.language) or who_may_say_yes(shown, rule)
        for rule in asked_rules(rules)
    )
    return tuple(dict.fromkeys(people))


def asked_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Starting earlier asks nobody, and neither does a rule that somebody stands behind."""
    return tuple(
        rule
        for rule in rules
        if rule.step is not LadderStep.START_EARLIER and not rule.covered_by.nl
    )
