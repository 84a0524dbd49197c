# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan backup` and `ruimbaan restore`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

if TYPE_CHECKING:
    from ruimbaan.parts.trust.backup.manifest import Manifest

MADE = Text(
    "{path}: {mb:.1f} MB, {rows} rijen in {tables} tabellen.",
    "{path}: {mb:.1f} MB, {rows} rows in {tables} tables.",
)
WHOLE = Text(
    "Heel: van {at:%Y-%m-%d %H:%M} UTC, versie {version}, {rows} rijen in {tables} tabellen.",
    "Whole: of {at:%Y-%m-%d %H:%M} UTC, version {version}, {rows} rows in {tables} tables.",
)
BACK = Text(
    "Teruggezet: {rows} rijen van {at:%Y-%m-%d %H:%M} UTC. Opnieuw gewist: {erased}. "
    "Logboek: {log} rijen, {faults} niet in orde.",
    "Restored: {rows} rows of {at:%Y-%m-%d %H:%M} UTC. Erased again: {erased}. "
    "Log: {log} rows, {faults} not in order.",
)
LOOK_AT_LOG = Text(
    "Leg het logboek nu naast de ankers van elders met `ruimbaan audit verify`.",
    "Now lay the log beside the anchors from elsewhere with `ruimbaan audit verify`.",
)
LOG_NOT_WHOLE = 1  # exit code
MEGABYTE = 1_000_000


def backup(
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", help="A folder, or the file to write.")
    ],
    *,
    verify: Annotated[
        bool, typer.Option("--verify", help="Look this backup through; nothing is written.")
    ] = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Make a sealed backup of the database and the access log, while the site runs.

    The keys of files are not in it: see `ruimbaan keys backup`. Nor are the folders `exchange` (the
    key we sign with, whom we trust) and `regie` (released figures) of RUIMBAAN_VAR: copy them beside it.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.trust.backup import services

        if verify:
            manifest, path = services.check_backup(target), target
        else:
            made = services.make_backup(target, timezone.now())
            manifest, path = made.manifest, made.path
        size = path.stat().st_size
    if as_json:
        typer.echo(json.dumps(_json(manifest) | {"path": str(path), "bytes": size}))
        return
    said = WHOLE if verify else MADE
    words = {"path": path, "mb": size / MEGABYTE, "at": manifest.at, "version": manifest.version}
    typer.echo(
        said.in_language(language).format(**words, rows=manifest.rows, tables=_tables(manifest))
    )


def restore(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A backup.")],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Throw away what is in the database now.")
    ] = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Put a backup back. Stop the site first.

    On PostgreSQL it needs RUIMBAAN_DATABASE_OWNER and RUIMBAAN_BACKUP_DATABASE, of the same database
    as RUIMBAAN_DATABASE.
    What was erased since stays erased, and rows of the access log that are here stay. Ends with
    exit code 1 when the log is not whole; the data are back then.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.trust.backup import services

        done = services.restore_backup(source, timezone.now(), replace=replace)
    if as_json:
        counts = {
            "erased_again": done.erased_again,
            "log_rows": done.log_rows,
            "log_faults": done.log_faults,
        }
        typer.echo(json.dumps(_json(done.manifest) | counts))
    else:
        words = {"rows": done.manifest.rows, "at": done.manifest.at, "erased": done.erased_again}
        line = BACK.in_language(language)
        typer.echo(line.format(**words, log=done.log_rows, faults=done.log_faults))
        typer.echo(LOOK_AT_LOG.in_language(language))
    if done.log_faults:
        raise typer.Exit(LOG_NOT_WHOLE)


def _json(manifest: Manifest) -> dict[str, object]:
    return {
        "version": manifest.version,
        "at": manifest.at.isoformat(),
        "database": manifest.database,
        "rows": manifest.rows,
    }


def _tables(manifest: Manifest) -> int:
    return sum(len(piece.rows) for piece in manifest.pieces)
