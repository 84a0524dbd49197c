# SPDX-License-Identifier: EUPL-1.2
"""The route page of one person: what the route page has, and what only the Routecheck knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from ruimbaan.core.journey.questionnaire import Option, Questionnaire
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.routecheck.answering import Solved
from ruimbaan.parts.routecheck.presentation.certainty import Certainty, certainty
from ruimbaan.parts.routecheck.presentation.findings import NotReached, not_reached
from ruimbaan.parts.routecheck.presentation.first_steps import FirstStep, first_steps
from ruimbaan.parts.routecheck.presentation.not_these import OtherPlaces, other_places
from ruimbaan.parts.routecheck.presentation.noticed import Noticed, noticed
from ruimbaan.parts.routecheck.presentation.way import agreed_on_the_way, shown_way
from ruimbaan.parts.routes.services import Page, Shown, choosing, page
from ruimbaan.ui.components import Link, Rung, Way


@dataclass(frozen=True, slots=True)
class Result:
    page: Page
    matters: tuple[Way, ...]
    had_already: tuple[str, ...]
    first_steps: tuple[FirstStep, ...]
    not_reached: tuple[NotReached, ...]
    also: tuple[str, ...]
    other_places: tuple[OtherPlaces, ...]
    noticed: tuple[Noticed, ...]
    certainty: Certainty
    own_words: str
    agreed: tuple[Link, ...] = ()

    @property
    def ways_folded(self) -> bool:
        """The three cards above show the way that is looked at: the others are behind one line."""
        return any(card.current for card in self.matters)


def result(
    solved: Solved,
    questionnaire: Questionnaire,
    options: Iterable[Option],
    language: Language,
    url_of: Callable[[int | str], str],
) -> Result:
    """`options`: every answer that was chosen; none for a made-up person. `url_of`: what choosing
    another way leads to, by its number or by what matters most: an address or the value of a button."""
    chosen = tuple(options)
    shown = shown_way(solved, language)
    region = solved.region.title.in_language(language)
    whole = page(shown, url_of)
    had = tuple(_had_already(shown))
    return Result(
        page=replace(whole, rungs=tuple(_folded(whole.rungs))),
        matters=choosing(shown, solved.choices, url_of),
        had_already=tuple(shown.title(fact) for fact in had),
        first_steps=first_steps(shown),
        not_reached=not_reached(shown, region, questionnaire),
        also=tuple(_also(solved, shown, chosen)),
        other_places=other_places(shown, solved.solver, without=had),
        noticed=noticed(shown, chosen),
        certainty=certainty(shown),
        own_words=solved.situation.own_words.nl,
        agreed=agreed_on_the_way(shown),
    )


def _folded(rungs: Iterable[Rung]) -> Iterable[Rung]:
    """Of a long ladder only the first rung that asks something lies open."""
    first = True
    for rung in rungs:
        yield rung if first else replace(rung, folded=True)
        first = first and not rung.asks


def _had_already(shown: Shown) -> Iterable[str]:
    """Wishes that hold today without any step."""
    given = {
        gift.fact for step in shown.plan.steps for gift in shown.world.services[step.service].gives
    }
    for goal in shown.situation.goals:
        if shown.practice.arrivals[goal.fact] == 0 and goal.fact not in given:
            yield goal.fact


def _also(solved: Solved, shown: Shown, options: Iterable[Option]) -> Iterable[str]:
    """Other things that bring the same wish nearer, when they come without asking."""
    problem, held = solved.solver.problem, solved.solver.practice.held
    goals = {goal.fact for goal in shown.situation.goals}
    names = dict.fromkeys(fact for option in options for fact in option.also)
    for fact in names:
        if fact in goals or fact not in problem.index:
            continue
        day = problem.span.first_from(held[problem.index[fact]], 0)
        if day:
            yield _("%(what)s: %(day)s.") % {"what": shown.title(fact), "day": shown.around(day)}
