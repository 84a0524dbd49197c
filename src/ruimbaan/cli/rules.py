# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan rules`: read the rulebook, compare it, and have it checked."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import rules_advise, rules_rank
from ruimbaan.cli.options import DataOption, JsonOption, LanguageOption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ruimbaan.core.rules.remarks import Remark
    from ruimbaan.core.rules.rulebook import Rulebook, RuleText

RegionsOption = Annotated[
    list[str] | None,
    typer.Option("--region", metavar="NAME", help="Only this region; all when left out."),
]
OnOption = Annotated[
    datetime | None,
    typer.Option(
        "--on",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The version in force on this day; today's when left out.",
    ),
]
rules = typer.Typer(
    name="rules", help="Read, compare and check the rulebook.", no_args_is_help=True
)


@rules.command(name="list", epilog="Example: ruimbaan rules list --region waalstad")
def list_rules(
    *,
    region: RegionsOption = None,
    on: OnOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Every rule that is in force, with its layer and who keeps it."""
    from ruimbaan.cli import rule_tables
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        found = _rulebook(region, data).in_force(_day(on))
    if as_json:
        typer.echo(rule_tables.list_json(found))
    else:
        rule_tables.print_list(found, language)


@rules.command(epilog="Example: ruimbaan rules show R28-G --language en")
def show(
    rule: Annotated[str, typer.Argument(metavar="ID", help="Name of the rule.")],
    *,
    on: OnOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """One rule, whole: what it means, what is possible, who may say yes, where it stands."""
    from difflib import get_close_matches

    from ruimbaan.cli import rule_tables
    from ruimbaan.cli.errors import UnknownRuleName
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        rulebook = _rulebook(None, data)
        found = rulebook.find(rule, _day(on))
        if found is None:
            near = ", ".join(get_close_matches(rule, rulebook.versions, cutoff=0.5))
            raise UnknownRuleName(name=rule, near=f" ({near})" if near else "")
    if as_json:
        typer.echo(rule_tables.show_json(found))
    else:
        rule_tables.print_rule(found, rulebook.versions[rule], language)


@rules.command(epilog="Example: ruimbaan rules diff 2021-12-31 2022-01-01")
def diff(
    one: Annotated[str, typer.Argument(metavar="A", help="A date, a file or a folder.")],
    other: Annotated[str, typer.Argument(metavar="B", help="A date, a file or a folder.")],
    *,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """What changed between two days, or between two files or folders with rules."""
    from ruimbaan.cli import rule_tables
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.core.rules.rulebook_diff import differences

    with clear_errors(language):
        changes = list(differences(_side(one, data), _side(other, data)))
    if as_json:
        typer.echo(rule_tables.diff_json(changes))
    else:
        rule_tables.print_diff(changes, language)


@rules.command(epilog="Example: ruimbaan rules lint --region waalstad")
def lint(
    *,
    region: RegionsOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Goals nobody reaches, dead rules, deadlocks with their cheapest cut, texts that are missing."""
    from ruimbaan.cli import rule_tables
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.core.rules.remarks import Severity

    with clear_errors(language):
        remarks = _remarks(region, data)
    if as_json:
        typer.echo(rule_tables.lint_json(remarks))
    else:
        rule_tables.print_lint(remarks, language)
    raise typer.Exit(int(any(remark.severity is Severity.ERROR for remark in remarks)))


rules.command(epilog="Example: ruimbaan rules advise R28 --region waalstad --json")(
    rules_advise.advise
)
rules.command(epilog="Example: ruimbaan rules followup R28 --region waalstad")(
    rules_advise.followup
)


rules.command(epilog="Example: ruimbaan rules rank --region waalstad --people 20000 --seed 1")(
    rules_rank.rank
)


def _remarks(region: list[str] | None, data: Path | None) -> list[Remark]:
    from ruimbaan.integrations.regions import REPOSITORY, load_region
    from ruimbaan.integrations.rulebook.lint import lint_region, lint_rulebook

    remarks = lint_rulebook(_rulebook(region, data))
    for name in _regions(region, data):
        remarks += lint_region(load_region(name, data=data or REPOSITORY))
    return remarks


def _rulebook(region: list[str] | None, data: Path | None) -> Rulebook:
    from ruimbaan.integrations.regions import REPOSITORY, rule_folders
    from ruimbaan.integrations.rulebook import load_rulebook

    return load_rulebook(rule_folders(_regions(region, data), data or REPOSITORY))


def _regions(region: list[str] | None, data: Path | None) -> list[str]:
    from ruimbaan.integrations.regions import REPOSITORY, list_regions, region_files

    folder = data or REPOSITORY
    for name in region or ():
        region_files(name, folder)
    return region or list(list_regions(folder))


def _side(said: str, data: Path | None) -> Mapping[str, RuleText]:
    """The rules of one side: in force on a day, or in a file or folder on their own."""
    from ruimbaan.integrations.rulebook import load_rulebook

    try:
        day = date.fromisoformat(said)
    except ValueError:
        versions = load_rulebook([Path(said)]).versions
        return {name: found[-1] for name, found in versions.items()}
    return _rulebook(None, data).in_force(day)


def _day(on: datetime | None) -> date:
    """Today only here, at the edge: what decides never reads a clock."""
    return on.date() if on else datetime.now().astimezone().date()
