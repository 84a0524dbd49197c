# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan theme`: the colours of whoever runs the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.ui.theme.reading import Theme

TOO_LITTLE = 1  # exit code of `check`
PAIR = Text("Kleuren", "Colours")
CONTRAST = Text("Verschil", "Contrast")
LEAST = Text("Minstens", "At least")
GOOD = Text("Alle {count} paren zijn goed te lezen.", "All {count} pairs can be read well.")
WRONG = Text(
    "{wrong} van {count} paren verschillen te weinig.",
    "{wrong} of {count} pairs differ too little.",
)
theme = typer.Typer(name="theme", help="The colours of your site.", no_args_is_help=True)


@theme.command(epilog="Example: ruimbaan theme example > colours.css")
def example() -> None:
    """Our own colours, as a file to begin with."""
    from ruimbaan.ui.theme.reading import MAY_CHANGE, own_colours

    for name in MAY_CHANGE:
        typer.echo(f"--rb-{name}: {own_colours()[name]};")


@theme.command(epilog="Example: ruimbaan theme check colours.css")
def check(
    file: Annotated[Path, typer.Argument(help="A file with a colour on each line.")],
    *,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Whether everything can be read with these colours (WCAG 2.2 AA).

    Ends with 1 when two colours that stand together differ too little.
    """
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.ui.theme.reading import from_file

    with clear_errors(language):
        found = from_file(file)
    if as_json:
        typer.echo(json.dumps([_row(found, number) for number in range(len(found.pairs))]))
    else:
        _show(found, language)
    if not all(pair.is_enough for pair in found.pairs):
        raise typer.Exit(TOO_LITTLE)


def _row(found: Theme, number: int) -> dict[str, object]:
    pair = found.pairs[number]
    return {
        "front": pair.front,
        "ground": pair.ground,
        "contrast": round(pair.contrast, 2),
        "least": pair.least,
        "enough": pair.is_enough,
    }


def _show(found: Theme, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*(one.in_language(language) for one in (PAIR, CONTRAST, LEAST)))
    for pair in found.pairs:
        style = "" if pair.is_enough else "red"
        row = (f"{pair.front} / {pair.ground}", f"{pair.contrast:.2f}", f"{pair.least:g}")
        table.add_row(*row, style=style)
    wrong, count = sum(not pair.is_enough for pair in found.pairs), len(found.pairs)
    told = (WRONG if wrong else GOOD).in_language(language).format(wrong=wrong, count=count)
    Console().print(table, told)
