# SPDX-License-Identifier: EUPL-1.2
"""A region's world as a person hears it: the plain texts of the rulebook in place of B1 texts."""

from __future__ import annotations

from dataclasses import replace

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.core.rules.rulebook import PlainText, Rulebook


def in_plain_words(world: World, rulebook: Rulebook) -> World:
    """The same world; only words differ. A rule without plain texts keeps its own."""
    texts = rulebook.in_force(world.as_of)
    rules = {
        name: _told(rule, texts[name].plain) if name in texts else rule
        for name, rule in world.rules.items()
    }
    return replace(world, rules=rules)


def _told(rule: Rule, plain: PlainText) -> Rule:
    return replace(
        rule,
        title=_or(plain.title, rule.title),
        sentence=_or(plain.means_for_you, rule.sentence),
        deviate=_or(plain.room, rule.deviate),
        ask_sentence=_or(plain.say_this, rule.ask_sentence),
    )


def _or(plain: Text, other: Text) -> Text:
    return plain if plain.nl else other
