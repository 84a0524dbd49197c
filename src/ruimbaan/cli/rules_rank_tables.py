# SPDX-License-Identifier: EUPL-1.2
"""A ranking of rules, as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from ruimbaan.analytics.population.ranking import Ranked, Ranking
from ruimbaan.cli import rules_rank_words as words
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.world import World

RULE_COLUMNS = (words.RULE, words.DAYS, words.PEOPLE, words.REACHED)
PAIR_COLUMNS = (words.RULES, words.DAYS, words.ALONE, words.BEYOND)
BEST_COLUMNS = (words.RULES, words.DAYS, words.ONE_BY_ONE, words.DAYS)
STUCK_COLUMNS = (words.SAYS, words.PEOPLE, words.SITUATIONS, words.OPENS)
FIGURES = (words.DAYS, words.PEOPLE, words.REACHED, words.ALONE, words.BEYOND, words.SITUATIONS)


def print_ranking(ranking: Ranking, world: World, language: Language) -> None:
    """Rules with the partner they do most with beside them: never a figure of one without that."""
    told = _Told(ranking, world, language)
    console = Console()
    for line in told.above():
        console.print(line)
    console.print(_table(words.RULES, (*RULE_COLUMNS, words.WITH), told.rules(), language))
    console.print(_table(words.ONLY_MAKER, RULE_COLUMNS, told.only_maker(), language))
    console.print(_table(words.PAIRS, PAIR_COLUMNS, told.pairs(), language))
    console.print(_table(words.BEST, BEST_COLUMNS, told.best(), language))
    console.print(_table(words.DEADLOCKS, STUCK_COLUMNS, told.stuck(), language))


@dataclass(frozen=True, slots=True)
class _Told:
    """The rows of each table."""

    ranking: Ranking
    world: World
    language: Language

    def above(self) -> list[Line]:
        found = self.ranking
        heading = words.HEADING.in_language(self.language)
        note = words.DAYS_NOTE.in_language(self.language)
        return [
            Line(
                heading.format(region=found.region, people=found.people, seed=found.seed),
                style="bold",
            ),
            Line(note.format(late=found.late, most=found.most)),
            Line(words.HONEST.in_language(self.language)),
        ]

    def rules(self) -> list[list[str]]:
        return [[*self._rule(one), _with(one)] for one in self._that_win(within_reach=True)]

    def only_maker(self) -> list[list[str]]:
        return [self._rule(one) for one in self._that_win(within_reach=False)]

    def _that_win(self, *, within_reach: bool) -> list[Ranked]:
        return [
            one for one in self.ranking.rules if one.won.days and one.within_reach is within_reach
        ]

    def _rule(self, one: Ranked) -> list[str]:
        title = self.world.rules[one.rule].title.in_language(self.language)
        figures = (one.won.days, one.won.people, one.won.reached)
        return [f"{one.rule}  {title}", *map(str, figures)]

    def pairs(self) -> list[list[str]]:
        return [
            [_plus(one.rules), str(one.days), str(one.days - one.beyond), f"{one.beyond:+}"]
            for one in self.ranking.pairs
        ]

    def best(self) -> list[list[str]]:
        rows = []
        for one in self.ranking.best:
            other = one.one_by_one
            beside = [_plus(other.rules), str(other.days)] if other else ["–", "–"]
            rows.append([_plus(one.rules), str(one.won.days), *beside])
        return rows

    def stuck(self) -> list[list[str]]:
        nothing = words.NOTHING.in_language(self.language)
        return [
            [
                finding_sentence(self.world, one.finding, self.language),
                *(str(one.people), str(one.situations)),
                _plus(one.finding.cut or ()) or nothing,
            ]
            for one in self.ranking.deadlocks
        ]


def _plus(rules: Sequence[str]) -> str:
    return " + ".join(rules)


def _with(one: Ranked) -> str:
    others = (one.more_with, one.less_with)
    return "\n".join(f"{other.rule} {other.beyond:+}" for other in others if other)


def _table(
    title: Text, columns: Sequence[Text], rows: Iterable[Sequence[str]], language: Language
) -> Table:
    heading = Line(title.in_language(language), style="bold")
    table = Table(title=heading, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 1))
    for column in columns:
        name = Line(column.in_language(language))
        table.add_column(name, overflow="fold", justify="right" if column in FIGURES else "left")
    for row in rows:
        table.add_row(*map(Line, row))
    return table
