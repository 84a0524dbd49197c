# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan audit anchor|verify|export|keep|prune`: the access log, for who must trust it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import audit_words as words
from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.core.trust.verifying import Report

NOT_WHOLE = 1  # exit code: a person must look
DAY = ["%Y-%m-%d"]
audit = typer.Typer(name="audit", help="The access log: who looked at what.", no_args_is_help=True)


@audit.command(epilog="Example: ruimbaan audit anchor")
def anchor(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Make an anchor and give it to those who keep it.

    A site that is read does this by itself, every ten minutes; more anchors do no harm.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.trust.log.outside import give_away

        given = give_away(timezone.now())
    if given is None:
        return
    if as_json:
        told = {"nr": given.anchor.nr, "at": given.anchor.at, "digest": given.anchor.digest}
        places = {"kept_by": given.kept_by, "failed": given.failed}
        typer.echo(json.dumps(told | places, default=str))
    else:
        typer.echo(given.anchor.line)
        for place in given.kept_by:
            typer.echo(words.KEPT_BY.in_language(language).format(place=place))
        for place in given.failed:
            typer.echo(words.NOT_KEPT_BY.in_language(language).format(place=place), err=True)
        if not given.kept_by:
            typer.echo(words.KEPT_BY_NOBODY.in_language(language), err=True)
    if given.failed or not given.kept_by:
        raise typer.Exit(NOT_WHOLE)


@audit.command(epilog="Example: ruimbaan audit verify /mnt/neighbour/anchors.txt")
def verify(
    kept: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...", help="Anchors kept elsewhere; RUIMBAAN_ANCHOR_FILES if left out."
        ),
    ] = None,
    *,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Look the whole log through: was a row changed, removed, moved or written anew?

    Says up to which moment that is proven, by anchors that somebody else keeps. Exit code 1 when
    something is wrong.
    """
    with settings_read(language):
        from django.conf import settings

        from ruimbaan.cli.directory_progress import counting
        from ruimbaan.parts.trust.log import auditing
        from ruimbaan.parts.trust.log.errors import AnchorsUnread
        from ruimbaan.parts.trust.log.outside import kept_in

        paths = kept or [path for path in map(Path, settings.ANCHOR_FILES) if path.exists()]
        try:
            anchors = kept_in(paths)
        except OSError as error:
            raise AnchorsUnread(path=error.filename, reason=error.strerror) from error
        with counting(words.LOOKING.in_language(language), auditing.count()) as told:
            report = auditing.look_through(anchors, told)
    typer.echo(_json(report) if as_json else _told(report, language))
    if report.faults:
        raise typer.Exit(NOT_WHOLE)


@audit.command(epilog="Example: ruimbaan audit export --since 2026-11-01 > november.jsonl")
def export(
    *,
    since: Annotated[datetime | None, typer.Option(formats=DAY, help="First day, in UTC.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, help="Last day, in UTC.")] = None,
    language: LanguageOption = "nl",
) -> None:
    """Every row as a line of JSON, with its place in the chain: for an audit or a SIEM."""
    with settings_read(language):
        from ruimbaan.parts.trust.log.auditing import exported

        first = since.replace(tzinfo=UTC) if since else None
        end = datetime.combine(until, time.max, UTC) if until else None
        for line in exported(first, end):
            typer.echo(line)


@audit.command(
    epilog="Example: ruimbaan audit keep https://buren.example /var/lib/ruimbaan/buren-anchors.txt"
)
def keep(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Another instance.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to keep its anchors.")],
    *,
    private: Annotated[
        bool, typer.Option("--private", help="It stands in our own network; http will do.")
    ] = False,
    language: LanguageOption = "nl",
) -> None:
    """Keep the anchors of a neighbour, so that their log cannot be rewritten unseen."""
    with settings_read(language):
        from ruimbaan.parts.trust.log.errors import AnchorsUnread
        from ruimbaan.parts.trust.log.keeping import keep_of

        try:
            count = keep_of(address, file, private=private)
        except OSError as error:
            raise AnchorsUnread(path=file, reason=error.strerror) from error
    typer.echo(words.KEPT.in_language(language).format(count=count))


@audit.command(epilog="Example: ruimbaan audit prune")
def prune(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Remove rows that are older than they must be kept (RUIMBAAN_ACCESS_LOG_YEARS, at least 5).

    On PostgreSQL, run it every day with the owner of the tables in RUIMBAAN_DATABASE_OWNER.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.trust.log.auditing import prune_old

        gone = prune_old(timezone.now())
    told = words.PRUNED.in_language(language).format(count=gone)
    typer.echo(json.dumps({"removed": gone}) if as_json else told)


def _json(report: Report) -> str:
    return json.dumps(asdict(report), default=str)


def _told(report: Report, language: Language) -> str:
    def line(text: Text, **details: object) -> str:
        return text.in_language(language).format_map(details)

    faults = [
        line(words.FAULTS[fault.kind.value], writer=fault.writer, seq=fault.seq)
        for fault in report.faults
    ]
    proven = words.PROVEN if report.proven_until else words.PROVES_NOTHING
    return "\n".join(
        [
            line(words.SEEN, rows=report.rows, chains=report.chains),
            *(faults or [line(words.WHOLE)]),
            line(proven, at=report.proven_until),
        ]
    )
