# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan keys status|rotate|backup|restore`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

STATUS = Text(
    "Hoofdsleutel {current}. Sleutels: {keys}, waarvan {old} onder een oudere hoofdsleutel. "
    "Vernietigd: {destroyed}.",
    "Master key {current}. Keys: {keys}, of which {old} under an older master key. "
    "Destroyed: {destroyed}.",
)
ROTATED = Text(
    "Omgewikkeld: {rotated}. Nog onder een oudere hoofdsleutel: {old}.",
    "Wrapped anew: {rotated}. Still under an older master key: {old}.",
)
COPIED = Text(
    "{path}: {keys} sleutels. Oudere kopieën weggehaald: {removed}.",
    "{path}: {keys} keys. Older copies removed: {removed}.",
)
PUT_BACK = Text(
    "Sleutels teruggezet: {keys}. Opnieuw vernietigd: {destroyed_again}. "
    "Dossiers opnieuw gewist: {erased_again}.",
    "Keys put back: {keys}. Destroyed again: {destroyed_again}. Files erased again: {erased_again}.",
)
WRAPPING = Text("Sleutels", "Keys")
keys = typer.Typer(name="keys", help="The keys of files.", no_args_is_help=True)


@keys.command(epilog="Example: ruimbaan keys status --json")
def status(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """How many keys there are, and how many wait for `rotate`. Never shows a key or whose it is."""
    with settings_read(language):
        from ruimbaan.parts.trust.keys.services import keyring

        found = keyring().status()
    if as_json:
        typer.echo(json.dumps(asdict(found)))
    else:
        said = STATUS.in_language(language)
        typer.echo(said.format(**asdict(found), old=sum(found.waiting.values())))


@keys.command(epilog="Example: ruimbaan keys rotate")
def rotate(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Wrap every key with the newest master key, while the site runs.

    It may be stopped and begun again. Keys of files that were erased are destroyed on the way.
    """
    with settings_read(language):
        from ruimbaan.cli.directory_progress import counting
        from ruimbaan.parts.trust.backup.services import destroy_again
        from ruimbaan.parts.trust.keys.services import keyring, rewrap

        destroy_again()
        waiting = sum(keyring().status().waiting.values())
        rotated = 0
        with counting(WRAPPING.in_language(language), waiting) as advance:
            for _owner in rewrap():
                rotated += 1
                advance(1)
        left = sum(keyring().status().waiting.values())
    if as_json:
        typer.echo(json.dumps({"rotated": rotated, "waiting": left}))
    else:
        typer.echo(ROTATED.in_language(language).format(rotated=rotated, old=left))


@keys.command(epilog="Example: ruimbaan keys backup /key-backups --days 14")
def backup(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Not that of other backups.")],
    *,
    days: Annotated[int, typer.Option(min=1, max=30, help="Older copies there are removed.")] = 14,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Copy the wrapped keys, sealed, and remove copies that are too old.

    While a copy is kept, what was erased after it could be read again.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.trust.backup import services

        done = services.copy_keys(folder, timezone.now(), timedelta(days=days))
    shown = asdict(done) | {"path": str(done.path)}
    typer.echo(json.dumps(shown) if as_json else COPIED.in_language(language).format(**shown))


@keys.command(epilog="Example: ruimbaan keys restore /key-backups/keys-20261122T030000Z.ruimbaan")
def restore(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A copy of the keys.")],
    *,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Put keys back that are missing, after the data.

    Keys of files that were erased are destroyed again; files and accounts in the data whose key was
    destroyed are erased again.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.trust.backup import services

        done = services.put_keys_back(source, timezone.now())
    if as_json:
        typer.echo(json.dumps(asdict(done)))
    else:
        typer.echo(PUT_BACK.in_language(language).format(**asdict(done)))
