# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory queue|remind|connect|address|settle`: upkeep of the Kaart by a coordinator."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from ruimbaan.cli import upkeep_words as words
from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
NOT_THERE = 1  # exit code
commands = typer.Typer()


@commands.command(epilog="Example: ruimbaan directory queue --region waalstad")
def queue(
    *, region: RegionOption, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """What a coordinator can do now: what most routes depend on stands first."""
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.cli.upkeep_answers import print_queue, queue_json
        from ruimbaan.parts.directory.exchange.regions import check_region
        from ruimbaan.parts.directory.joining.queries import queue as items_of

        check_region(region)
        items = items_of(region, timezone.localdate())
    if as_json:
        typer.echo(queue_json(items))
    elif items:
        print_queue(items, language)
    else:
        typer.echo(words.NOTHING_WAITS.in_language(language))


@commands.command(epilog="Example: ruimbaan directory remind --dry-run")
def remind(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say who, and write nobody.")] = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Ask initiatives whether their entry is still right: after 3, 5 and 8 months, and no more.

    Run it every day.
    """
    from ruimbaan.cli.upkeep_answers import reminded_json

    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.joining.reminding import list_due, remind_all

        now = timezone.now()
        found = list_due(timezone.localdate(now)) if dry_run else remind_all(now)
    if as_json:
        typer.echo(reminded_json(found, written=not dry_run))
        return
    for due in found:
        typer.echo(words.REMINDED.in_language(language).format(**asdict(due)))
    if not found:
        typer.echo(words.NOBODY_DUE.in_language(language))
    elif dry_run:
        typer.echo(words.DRY.in_language(language))


@commands.command(
    epilog='Example: ruimbaan directory connect W41 W42 --region waalstad --sends "de straatwerker"'
)
def connect(
    sender: Annotated[str, typer.Argument(metavar="A", help="The place that sends people.")],
    receiver: Annotated[str, typer.Argument(metavar="B", help="The place where they go.")],
    *,
    region: RegionOption,
    sends: Annotated[str, typer.Option("--sends", help="Who sends people: a role, no name.")],
    goes_along: Annotated[
        str, typer.Option("--goes-along", help="Who goes along the first time.")
    ] = "",
    call: Annotated[str, typer.Option("--call", help="Whom one can call.")] = "",
    gives: Annotated[
        str, typer.Option("--gives", metavar="FACT", help="What is so of who comes to B.")
    ] = "",
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Propose that two places work together; both get a link to agree, and then plans use it."""
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.joining.connections import Terms, propose

        terms = Terms(sends, goes_along, call, gives)
        propose(region, sender, receiver, terms, timezone.now())
    if as_json:
        typer.echo(json.dumps({"region": region, "sender": sender, "receiver": receiver}))
        return
    typer.echo(words.PROPOSED.in_language(language).format(sender=sender, receiver=receiver))


@commands.command(
    epilog="Example: ruimbaan directory address W34 inloop@example.org --region waalstad"
)
def address(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The place.")],
    mail: Annotated[str, typer.Argument(metavar="ADDRESS", help="Its mail address.")],
    *,
    region: RegionOption,
    letters_in: Annotated[
        Language, typer.Option("--letters-in", help="Language of the letters.")
    ] = "nl",
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Say who looks after a place; they get a link to keep it right. Older links end."""
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.joining.connections import set_address

        set_address(region, code, mail, letters_in, timezone.now())
    if as_json:
        typer.echo(json.dumps({"region": region, "code": code}))
        return
    typer.echo(words.LINK_SENT.in_language(language).format(code=code))


@commands.command(epilog="Example: ruimbaan directory settle 12 --region waalstad")
def settle(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As it stands in the queue.")],
    *,
    region: RegionOption,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """A remark or claim was looked at: it leaves the queue, and its words are thrown away."""
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.joining.remarks import settle as settled

        done = settled(region, number, timezone.now())
    said = words.SETTLED if done else words.UNKNOWN_NUMBER
    if as_json:
        typer.echo(json.dumps({"number": number, "settled": done}))
    else:
        typer.echo(said.in_language(language).format(number=number), err=not done)
    if not done:
        raise typer.Exit(NOT_THERE)
