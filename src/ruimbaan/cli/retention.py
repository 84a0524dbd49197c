# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan retention show|run`: how long what is kept, and removing what is over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.cli.outbox import stopped_by_signal
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.retention import Standing

NOT_ALL = 1  # exit code: something could not be removed
RULE = Text(
    "{id}: {what}. {said} Bron: {source}{mark}.", "{id}: {what}. {said} Source: {source}{mark}."
)
MARKS: Mapping[Standing, Text] = {
    Standing.IN_SOURCE: Text(""),
    Standing.OWN_CHOICE: Text(" (eigen keuze)", " (our own choice)"),
    Standing.TO_VERIFY: Text(" (te verifiëren)", " (to be verified)"),
}
WOULD = Text("{rule}: {count} zou gaan.", "{rule}: {count} would go.")
GONE = Text("{rule}: {count} weg.", "{rule}: {count} gone.")
FAILED = Text("{rule}: dat lukte niet.", "{rule}: that did not work.")
DRY = Text(
    "Er is niets weggehaald. Met --really gebeurt het echt.",
    "Nothing was removed. With --really it is done.",
)
REMOVING = Text("Bewaarregels", "Retention rules")
retention = typer.Typer(name="retention", help="How long what is kept.", no_args_is_help=True)


@retention.command(epilog="Example: ruimbaan retention show --json")
def show(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Every rule: what, how long, on which basis, and whether the term is ours or of the source."""
    with site_open(language):
        from ruimbaan.parts.trust.queries import retention_rules

        rules = retention_rules()
    if as_json:
        typer.echo(json.dumps([asdict(rule) for rule in rules], indent=1, ensure_ascii=False))
        return
    for rule in rules:
        told = RULE.in_language(language).format(
            id=rule.id,
            what=rule.what.in_language(language),
            said=rule.said.in_language(language),
            source=rule.source,
            mark=MARKS[rule.standing].in_language(language),
        )
        typer.echo(told)


@retention.command(epilog="Example: ruimbaan retention run --really")
def run(
    *,
    really: Annotated[
        bool, typer.Option("--really", help="Remove it. Left out: only say how much would go.")
    ] = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Remove what is older than its rule allows. Run it every day.

    May be stopped: what was done stays done, the rest goes next time. On PostgreSQL the site may not
    remove old rows of the access log: `ruimbaan audit prune` does that, as the owner of the tables.
    Exit code 1 when something could not be removed, or when that owner is two days late.
    """
    with site_open(language), stopped_by_signal() as stopped:
        from django.utils import timezone

        from ruimbaan.cli.directory_progress import counting
        from ruimbaan.parts.trust.rights.retention_age import note
        from ruimbaan.parts.trust.rights.retention_running import run as run_rules
        from ruimbaan.parts.trust.rights.retention_running import to_do

        found = []
        with counting(REMOVING.in_language(language), len(to_do())) as told:
            for done in run_rules(timezone.now(), really=really, stopping=stopped.is_set):
                found.append(done)
                told(1)
        if really and not stopped.is_set() and not any(one.failed for one in found):
            note(timezone.now())
    if as_json:
        typer.echo(json.dumps({"really": really, "rules": [asdict(one) for one in found]}))
    else:
        for one in found:
            said = FAILED if one.failed else GONE if really else WOULD
            typer.echo(said.in_language(language).format(**asdict(one)))
        if not really:
            typer.echo(DRY.in_language(language))
    if any(one.failed for one in found):
        raise typer.Exit(NOT_ALL)
