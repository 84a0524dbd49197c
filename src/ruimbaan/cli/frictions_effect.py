# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions effect`: did room that was given help, from the day it was used on?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import frictions_effect_words as words
from ruimbaan.cli import frictions_log as options
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.effect import Effect, Share

UseOption = Annotated[
    str, typer.Option("--use", metavar="ACTIVITY", help="How the use of room begins.")
]
OutcomeOption = Annotated[
    str, typer.Option("--outcome", metavar="ACTIVITY", help="How what is hoped for begins.")
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="ACTIVITY", help="Follow people from here; else from the first."
    ),
]
EndsOption = Annotated[
    list[str] | None,
    typer.Option("--ends", metavar="ACTIVITY", help="Ends without the outcome. May be repeated."),
]
NeedOption = Annotated[
    str | None,
    typer.Option("--need", metavar="ACTIVITY", help="Events of which the name says the need."),
]
MatchOption = Annotated[
    list[str] | None,
    typer.Option(
        "--match", metavar="WORD", help="need, frame or quarter; all there are if left out."
    ),
]
ControlsOption = Annotated[
    int, typer.Option("--controls", min=1, help="How many are compared with each use, at most.")
]
RepeatsOption = Annotated[
    int, typer.Option("--repeats", min=50, help="How often people are drawn for the interval.")
]
SeedOption = Annotated[int, typer.Option("--seed", help="The same one gives the same answer.")]
CutOption = Annotated[
    datetime | None,
    typer.Option("--cut", formats=["%Y-%m-%d"], help="Day on which the log was made."),
]
EverOption = Annotated[
    bool,
    typer.Option("--used-ever", help="Ever against never; refused, because it misleads."),
]


@options.reads_log()
def effect(
    asked: options.AskedLog,
    *,
    use: UseOption,
    outcome: OutcomeOption,
    begins: FromOption = None,
    ends: EndsOption = None,
    need: NeedOption = None,
    match: MatchOption = None,
    controls: ControlsOption = 5,
    repeats: RepeatsOption = 200,
    seed: SeedOption = 1,
    cut: CutOption = None,
    used_ever: EverOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Estimate whether room that was given helped.

    Each use is compared, from its own day on, with similar people who had no room yet that day.
    """
    with options.opened(asked, language) as log:
        from ruimbaan.analytics.effect import Asked, Story, UsedEver, effect_in
        from ruimbaan.cli.directory_progress import busy

        if used_ever:
            raise UsedEver
        story = Story(
            use=use,
            outcome=outcome,
            begins=begins,
            ends=tuple(ends or ()),
            need=need,
            match=None if match is None else tuple(match),
            cut=cut.date() if cut else None,
        )
        with busy(words.COMPARING.in_language(language)):
            found = effect_in(log, story, Asked(controls, repeats, seed))
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(found, language)


def _show(found: Effect, language: Language) -> None:
    for line in _head(found, language):
        typer.echo(line)
    _by_day(found, language)
    for line in _tail(found, language):
        typer.echo(line)


def _head(found: Effect, language: Language) -> Iterator[str]:
    yield words.GROUPS.in_language(language).format(
        users=found.users, compared=found.compared, people=found.people
    )
    if found.matched < found.uses:
        yield words.UNMATCHED.in_language(language).format(
            unmatched=found.uses - found.matched, uses=found.uses
        )
    yield words.RATIO.in_language(language).format(
        ratio=f"{found.ratio:.2f}", low=f"{found.low:.2f}", high=f"{found.high:.2f}"
    )
    if found.low > 1:
        yield words.SOONER.in_language(language)
    elif found.high < 1:
        yield words.LATER.in_language(language)
    else:
        yield words.UNKNOWN.in_language(language)


def _by_day(found: Effect, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=words.TITLE.in_language(language), title_justify="left")
    for heading in (words.DAY, words.ROOM, words.COMPARED):
        table.add_column(heading.in_language(language), justify="right")
    for one in found.by_day:
        table.add_row(str(one.day), _told(one.room, language), _told(one.compared, language))
    Console(markup=False).print(table)


def _told(share: Share | None, language: Language) -> str:
    if share is None:
        return words.FEW.in_language(language)
    return f"{share.share:.0%} ({share.low:.0%}–{share.high:.0%})"


def _tail(found: Effect, language: Language) -> Iterator[str]:
    yield words.E_VALUE.in_language(language).format(
        value=f"{found.e_value:.2f}", limit=f"{found.e_value_of_limit:.2f}"
    )
    if found.landmark_ratio is not None and found.landmark_day is not None:
        yield words.LANDMARK.in_language(language).format(
            day=f"{found.landmark_day:.0f}", ratio=f"{found.landmark_ratio:.2f}"
        )
    yield words.LIMITS.in_language(language)
