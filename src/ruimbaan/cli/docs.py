# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan docs build`: the documentation as pages that need no site."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

MADE = Text(
    "{out}: {count} bestanden, te beginnen bij {first}", "{out}: {count} files, from {first} on"
)
docs = typer.Typer(name="docs", help="The documentation.", no_args_is_help=True)


@docs.callback()
def group() -> None:
    """The documentation."""


@docs.command(epilog="Example: ruimbaan docs build --out handleiding")
def build(
    out: Annotated[Path, typer.Option(help="Folder for the files; made when it is not there.")],
    *,
    language: LanguageOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Write all pages of the documentation as files: open index.html, also without internet.

    The same pages give the same bytes. `--language` is of what stands around a page; the page itself
    is in its own language. With `--json` the SHA-256 of each file.
    """
    with settings_read(language):
        from ruimbaan.parts.documentation.services import make_files

        files = list(make_files(language))
    for file in files:
        target = out / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    if as_json:
        sums = {file.name: hashlib.sha256(file.content).hexdigest() for file in files}
        typer.echo(json.dumps(sums, indent=2))
        return
    told = MADE.in_language(language)
    typer.echo(told.format(out=out, count=len(files), first=files[0].name))
