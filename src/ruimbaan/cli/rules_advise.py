# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan rules advise` and `rules followup`: what figures say of one rule, and of its change."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption

if TYPE_CHECKING:
    from datetime import date

    from ruimbaan.core.advice.advice import Advice
    from ruimbaan.core.advice.known import Known
    from ruimbaan.core.kernel.texts import Language

RuleArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Name or number of the rule, such as R28.")
]
RegionOption = Annotated[str, typer.Option("--region", help="The region it is about.")]
FiguresOption = Annotated[
    Path | None,
    typer.Option(
        "--figures",
        metavar="DIR",
        help="A folder with jaar.json and regie/; that of the demo, or of this site, if left out.",
    ),
]
ChangedOption = Annotated[
    datetime | None,
    typer.Option(
        "--changed",
        formats=["%Y-%m-%d"],
        help="The day of the change; that of the rulebook if left out.",
    ),
]


def advise(
    rule: RuleArgument,
    *,
    region: RegionOption,
    figures: FiguresOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Draft an advice to change one rule: evidence, proposed text, who decides, what nobody knows.

    It also says of a rule that changing it would not help. Nothing below ten people is in it.
    """
    found = _advice(rule, region, figures, language)
    if as_json:
        from ruimbaan.core.advice.as_json import advice_json

        typer.echo(json.dumps(advice_json(found), ensure_ascii=False, indent=2))
    else:
        from ruimbaan.cli.rules_advise_words import print_advice

        print_advice(found, language)


def followup(
    rule: RuleArgument,
    *,
    region: RegionOption,
    changed: ChangedOption = None,
    figures: FiguresOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Say whether changing a rule did what was hoped: the same share before and after that day.

    Beside it stands all other support in the same weeks, so that what changed everywhere is not put
    down to this rule.
    """
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.cli.rules_advise_errors import NotChanged
    from ruimbaan.core.advice.followup import follow_up
    from ruimbaan.core.insight.changed import table_of

    with clear_errors(language):
        found = _advice(rule, region, figures, language)
        told = found.follow_up
        if changed is not None:
            releases = _known(region, figures, language).releases
            told = follow_up(changed.date(), releases.get(table_of(found.rule.number)))
        if told is None:
            raise NotChanged(rule=found.rule.id)
    if as_json:
        from ruimbaan.core.advice.as_json import follow_json

        typer.echo(json.dumps(follow_json(told), ensure_ascii=False, indent=2))
    else:
        from ruimbaan.cli.rules_advise_words import print_followup

        print_followup(found.rule, told, language)


def _advice(name: str, region: str, figures: Path | None, language: Language) -> Advice:
    from ruimbaan.cli.errors import UnknownRuleName
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.core.advice.advice import advise as advice_for
    from ruimbaan.core.advice.advice import day_of, find_rule, kinds_of
    from ruimbaan.integrations.advice import every_service
    from ruimbaan.integrations.regions import region_files, rule_folders
    from ruimbaan.integrations.rulebook import load_rulebook
    from ruimbaan.integrations.storybook.loading import has_book, load_book

    today = _today()
    with clear_errors(language):
        region_files(region)
        known = _known(region, figures, language)
        rulebook = load_rulebook(rule_folders([region]))
        rule = find_rule(rulebook, name, region, day_of(known, today))
        if rule is None:
            raise UnknownRuleName(name=name, near="")
        kinds = kinds_of(rule.number, every_service())
        book = load_book() if has_book() else None
        return advice_for(rulebook, rule, known, kinds, book, region, today)


def _known(region: str, figures: Path | None, language: Language) -> Known:
    """A made-up region brings its own year; of any other the site knows."""
    from ruimbaan.integrations.advice import read_known
    from ruimbaan.integrations.regions import REPOSITORY

    own = figures or REPOSITORY / "demo" / region
    if figures is not None or (own / "regie").is_dir():
        return read_known(own, region)
    from ruimbaan.cli.opened import site_open

    with site_open(language):
        from ruimbaan.parts.advice.services import known_in

        return known_in(region)


def _today() -> date:
    return datetime.now().astimezone().date()
