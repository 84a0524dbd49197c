# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory quarantine`: what an import refused, and what a coordinator makes of it."""

from __future__ import annotations

from typing import Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption

RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
NumberArgument = Annotated[
    int, typer.Argument(metavar="NUMBER", help="As `quarantine list` gives it.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Without asking.")]
REFUSED = 1  # exit code
quarantine = typer.Typer(
    name="quarantine", help="What an import refused, word for word.", no_args_is_help=True
)


@quarantine.callback()
def group() -> None:
    """What an import refused waits here, word for word, until somebody looks at it."""


@quarantine.command(
    name="list", epilog="Example: ruimbaan directory quarantine list --region waalstad"
)
def list_(
    *, region: RegionOption, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """What waits, the latest import first, with the first reason."""
    from ruimbaan.cli import quarantine_answers as answers
    from ruimbaan.cli.directory_answers import print_json

    with site_open(language):
        from ruimbaan.parts.directory.exchange.quarantine import list_waiting

        found = list_waiting(region)
    if as_json:
        print_json({"region": region, "waiting": answers.list_json(found, language)})
        return
    answers.print_list(found, language)
    text = answers.COUNT if found else answers.NOTHING
    typer.echo(answers.said(text, language, count=len(found)))


@quarantine.command(epilog="Example: ruimbaan directory quarantine show 12 --region waalstad")
def show(
    number: NumberArgument,
    *,
    region: RegionOption,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """All that stood there, why it was refused, and what to do about it."""
    from ruimbaan.cli import quarantine_answers as answers
    from ruimbaan.cli.directory_answers import print_json

    with site_open(language):
        from ruimbaan.parts.directory.exchange.quarantine import find_waiting

        one = find_waiting(region, number)
    if as_json:
        print_json(answers.one_json(one, language))
    else:
        answers.print_one(one, language)


@quarantine.command(
    epilog="Example: ruimbaan directory quarantine accept 12 --region waalstad --set name=Inloop"
)
def accept(
    number: NumberArgument,
    *,
    region: RegionOption,
    filled: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="Fill in a column; more than once may."),
    ] = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Judge it again, with what you fill in; when nothing is wrong any more it is stored.

    You see first what would change. --json stores only with --yes. Ends with 1 when it is refused
    again.
    """
    from ruimbaan.cli import quarantine_answers as answers
    from ruimbaan.cli.directory_answers import print_json

    mended = _pairs(filled or [])
    stored = False
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.exchange import quarantine as waiting

        one = waiting.find_waiting(region, number)
        found = waiting.look_again(one, mended, timezone.localdate())
        if not as_json:
            answers.print_again(found, language)
        sure = answers.said(answers.SURE, language, region=region)
        if found.preview is not None and _is_wanted(sure, yes=yes, as_json=as_json):
            waiting.accept(one, found.preview, timezone.now(), mended=bool(mended))
            stored = True
    if as_json:
        print_json(answers.again_json(number, found, language, stored=stored))
    else:
        text = answers.ACCEPTED if stored else answers.LEFT if found.preview else answers.STILL
        typer.echo(answers.said(text, language, number=number, region=region))
    raise typer.Exit(0 if found.preview else REFUSED)


@quarantine.command(epilog="Example: ruimbaan directory quarantine drop 12 13 --region waalstad")
def drop(
    numbers: Annotated[
        list[int], typer.Argument(metavar="NUMBER...", help="As `quarantine list` gives them.")
    ],
    *,
    region: RegionOption,
    yes: YesOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """They stay out, all or none; `directory undo` takes that back. --json only with --yes."""
    from ruimbaan.cli import quarantine_answers as answers
    from ruimbaan.cli.directory_answers import print_json

    chosen = list(dict.fromkeys(numbers))
    sure = answers.said(answers.SURE_GONE, language, count=len(chosen))
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.exchange.quarantine import drop as dropped
        from ruimbaan.parts.directory.exchange.quarantine import find_waiting

        for number in chosen:
            find_waiting(region, number)
        is_wanted = _is_wanted(sure, yes=yes, as_json=as_json)
        if is_wanted:
            dropped(region, chosen, timezone.now())
    if as_json:
        print_json({"region": region, "dropped": chosen if is_wanted else []})
        return
    text = answers.GONE if is_wanted else answers.LEFT
    typer.echo(answers.said(text, language, count=len(chosen)))


def _is_wanted(sure: str, *, yes: bool, as_json: bool) -> bool:
    return yes if yes or as_json else typer.confirm(sure)


def _pairs(filled: list[str]) -> dict[str, str]:
    """NAME=VALUE, as often as it was given."""
    pairs = [one.partition("=") for one in filled]
    for name, sign, _ in pairs:
        if not (name and sign):
            raise typer.BadParameter("NAME=VALUE", param_hint="--set")
    return {name: value for name, _, value in pairs}
