# SPDX-License-Identifier: EUPL-1.2
"""What the planner found, in words: short sentences for every screen, Dutch (A2) and English.

Never the number that orders plans: a bent rule is told by whom one asks.
"""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.answer import Block, Clash, ClashKind, Finding, FindingKind, Plan
from ruimbaan.core.planner.folding import folded
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule

DAYS_IN_MONTH = 30
DETERMINERS = frozenset({"a", "an", "half", "my", "no", "not", "own", "the", "your"})
AFTER_THE_NOUN = frozenset(
    "about after afterwards at beside by for from in into of on that to under with without".split()
)
UNCOUNTED = frozenset(
    "access assistance calm care clarity consent contact debt detention detox experience help "
    "insurance management medication money people priority proof rent residence rest shelter "
    "support treatment work".split()
)

NO_WITHOUT = Text("Geen {fact} zonder {other}.", "No {fact} without {a_other}.")
NO_WHILE = Text("Geen {fact} zolang dit zo is: {other}.", "No {fact} while this is so: {other}.")
WHY: dict[FindingKind, Text] = {
    FindingKind.NOBODY_OFFERS: Text(
        "Op deze kaart is niemand die dit geeft: {missing}.",
        "Nobody on this map gives this: {missing}.",
    ),
    FindingKind.REFUSED: Text(
        "Dit is er wel. Dit houdt het tegen: {rules}.",
        "It does exist. This is in the way: {rules}.",
    ),
    FindingKind.BEYOND_HORIZON: Text(
        "Dit lukt niet binnen {months} maanden.", "This does not work within {months} months."
    ),
    FindingKind.NEVER_TOGETHER: Text(
        "Alles kan, maar nooit op dezelfde dag.",
        "Everything is possible, but never on the same day.",
    ),
    FindingKind.NOT_AT_ONCE: Text(
        "Dit lukt niet naast de rest. {clashes}", "This does not work beside the rest. {clashes}"
    ),
    FindingKind.DATA_MISSING: Text(
        "We weten nog niet genoeg. Dit ontbreekt: {missing}.",
        "We do not know enough yet. This is missing: {missing}.",
    ),
}

CLASHES: dict[ClashKind, Text] = {
    ClashKind.LOSS: Text(
        "Dit heb je niet tijdens {services}: {fact}.", "Not there during {services}: {fact}."
    ),
    ClashKind.APART: Text(
        "Dit kan niet tegelijk: {services}.", "Not possible at the same time: {services}."
    ),
    ClashKind.TOO_MUCH: Text(
        "Dit zijn samen meer dan {most} afspraken in één week: {services}.",
        "Together this is more than {most} appointments in one week: {services}.",
    ),
}
TOO_MUCH_ALONE = Text(
    "Dit past niet bij {most} afspraken in één week: {services}.",
    "This does not fit within {most} appointments in one week: {services}.",
)
PROVEN = Text(
    "Deze route gaat daaromheen. Eerder kan niet: dat is nagerekend.",
    "This route goes round that. Sooner is not possible: that was worked out.",
)
NOT_PROVEN = Text(
    "Deze route gaat daaromheen. Misschien kan het eerder, alles bij elkaar hoogstens {days} dagen.",
    "This route goes round that. It may be possible sooner, by at most {days} days in all.",
)

NO_YES = Text("Dit is er wel. Hier zegt men nee.", "It does exist. Here the answer is no.")
YOUR_RIGHT = Text("Dit is je recht.", "This is your right.")
YOUR_RIGHT_AT = Text(
    "Dit is je recht. Vraag ernaar bij: {who}.", "This is your right. Ask about it: {who}."
)
OTHERWISE = Text("Het mag anders.", "It may be otherwise.")
SOONER = Text("Eerder mag.", "Sooner is allowed.")
COVERED = Text(
    "Hier hoef je niets te vragen: rugdekking van {by}.",
    "You need not ask anything here: covered by {by}.",
)
NOBODY_NEEDED = Text("Hier hoeft niemand ja te zeggen.", "Nobody needs to say yes to this.")
ANYBODY_TELLS = Text("Wie het weet, mag het vertellen.", "Whoever knows may tell.")
ASK = Text("Vraag het aan: {who}.", "Ask: {who}.")
ASK_SOONER = Text("Eerder mag. Vraag het aan: {who}.", "Sooner is allowed. Ask: {who}.")
ASK_WHO = Text("Vraag wie hier ja kan zeggen.", "Ask who can say yes to this.")
ONLY_THE_MAKER = Text("Alleen wie de regel maakt kan dit.", "Only who makes the rule can do this.")


def name_of(world: World, thing: str, language: Language) -> str:
    """A fact or a service in a few words; receiving a service is called after that service."""
    service = world.services.get(thing.removeprefix(receiving("")))
    if thing in world.facts:
        return world.facts[thing].name(language)
    if service is not None:
        return service.label.in_language(language)
    return thing.removeprefix(receiving("")).replace("-", " ")


def names_of(world: World, things: Iterable[str], language: Language) -> str:
    return ", ".join(name_of(world, thing, language) for thing in things)


def finding_sentence(world: World, finding: Finding, language: Language) -> str:
    """Why a goal is not reached. A deadlock has one short sentence for each link of its circle,
    after the links that lead from the goal to it."""
    if finding.kind is FindingKind.DEADLOCK:
        links = (*folded(_way_to_circle(finding), finding.blocks), *finding.cycle)
        return " ".join(dict.fromkeys(_link(world, block, language) for block in links))
    rules = _refusing(finding)
    told = NO_YES if finding.kind is FindingKind.REFUSED and not rules else WHY[finding.kind]
    return (
        told.in_language(language)
        .format(
            missing=names_of(world, finding.missing or (finding.goal,), language),
            rules="; ".join(world.rules[rule].title.in_language(language) for rule in rules),
            months=world.span.horizon // DAYS_IN_MONTH,
            clashes=" ".join(clash_sentence(world, clash, language) for clash in finding.clashes),
        )
        .strip()
    )


def clash_sentence(world: World, clash: Clash, language: Language) -> str:
    """Two things that do not go together, or too much for one week."""
    alone = clash.kind is ClashKind.TOO_MUCH and len(clash.services) == 1
    sentence = TOO_MUCH_ALONE if alone else CLASHES[clash.kind]
    return sentence.in_language(language).format(
        services=names_of(world, clash.services, language),
        fact=name_of(world, clash.fact or "", language),
        most=clash.most,
    )


def proof_sentence(plan: Plan, language: Language) -> str:
    """Whether a plan that goes round clashes is proven best; nothing when there are none."""
    if not plan.clashes and not plan.gap:
        return ""
    return (NOT_PROVEN if plan.gap else PROVEN).in_language(language).format(days=plan.gap)


def _way_to_circle(finding: Finding) -> tuple[Block, ...]:
    """The fewest blocked ways that lead from the goal to the circle; none when it is in it."""
    circle = {block.fact for block in finding.cycle}
    paths: dict[str, tuple[Block, ...]] = {finding.goal: ()}
    for fact, path in (waiting := list(paths.items())):
        if fact in circle:
            return path
        for block in finding.blocks:
            if block.fact == fact and block.waits_for and block.waits_for not in paths:
                paths[block.waits_for] = (*path, block)
                waiting.append((block.waits_for, paths[block.waits_for]))
    return ()


def _refusing(finding: Finding) -> tuple[str, ...]:
    """The rules that open it; when none do, the rules that ask for what nobody gives."""
    if finding.cut:
        return finding.cut
    asking = (block.rule for block in finding.blocks if block.waits_for in finding.missing)
    return tuple(dict.fromkeys(rule for rule in asking if rule)) or finding.rules


def _link(world: World, block: Block, language: Language) -> str:
    fact, waits_for = name_of(world, block.fact, language), block.waits_for or block.fact
    if block.holds:
        other = name_of(world, waits_for, language)
        sentence = NO_WITHOUT.in_language(language)
        return sentence.format(fact=fact, other=other, a_other=with_article(other))
    in_the_way = world.facts[waits_for].label if waits_for in world.facts else Text(waits_for)
    sentence = NO_WHILE.in_language(language)
    return sentence.format(fact=fact, other=in_the_way.in_language(language))


def who_says_yes(rule: Rule, language: Language) -> str:
    """What bending this rule takes: a right, nobody's yes, or somebody to ask."""
    who = rule.mandate.in_language(language)
    if not rule.may_bend:
        sentence = ONLY_THE_MAKER
    elif rule.is_right:
        sentence = YOUR_RIGHT_AT if who else YOUR_RIGHT
    elif rule.covered_by.nl:
        return COVERED.in_language(language).format(by=rule.covered_by.in_language(language))
    elif rule.step is LadderStep.START_EARLIER:
        sentence = NOBODY_NEEDED
    elif rule.step is LadderStep.OTHER_GATE:
        sentence = ANYBODY_TELLS
    elif not who:
        sentence = ASK_WHO
    else:
        sentence = ASK_SOONER if rule.flexible is Flexibility.SHORTEN else ASK
    return sentence.in_language(language).format(who=who)


def beside_its_title(rule: Rule, language: Language) -> str:
    """As `who_says_yes`, where the title of the rule stands before it: "this" is never the rule."""
    said = who_says_yes(rule, language)
    if not rule.may_bend or rule.flexible is not Flexibility.WAIVE:
        return said
    if rule.step is LadderStep.START_EARLIER:
        return f"{SOONER.in_language(language)} {said}"
    return f"{OTHERWISE.in_language(language)} {said}" if rule.is_right else said


def with_article(name: str) -> str:
    """An English name as it stands after "without": "an address", "support at home".

    A name that can be counted is one of the things that its noun says, so it gets an article;
    the noun is the last word before "for", "of", "with" and the like."""
    words = name.lower().split(" ")
    rest = next((at for at, word in enumerate(words) if word in AFTER_THE_NOUN), len(words))
    noun = words[max(rest - 1, 0)]
    plural = noun.endswith("s") and not noun.endswith("ss")
    named = name[:1].isupper()
    if named or plural or words[0] in DETERMINERS or noun in UNCOUNTED or noun.endswith("ing"):
        return name
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
