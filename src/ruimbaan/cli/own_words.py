# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan words`: are our own texts plain and respectful?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ruimbaan.cli.options import DataOption, JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

if TYPE_CHECKING:
    from ruimbaan.core.kernel.texts import Language
    from ruimbaan.integrations.own_texts import Finding

PLACE = Text("Waar", "Where")
FOUND = Text("Wat", "What")
INSTEAD = Text("Liever", "Rather")
SAYS = {
    "long-sentence": Text(
        "{words} woorden in één zin: {said}", "{words} words in one sentence: {said}"
    ),
    "word": Text("woord: {said}", "word: {said}"),
    "abbreviation": Text("afkorting: {said}", "abbreviation: {said}"),
    "unexplained": Text("nergens uitgelegd: {said}", "explained nowhere: {said}"),
}
IN_ORDER = Text(
    "{count} teksten in twee talen: geen bevinding.", "{count} texts in two languages: no finding."
)
COUNTED = Text(
    "{count} teksten in twee talen, bevindingen: {found}.",
    "{count} texts in two languages, findings: {found}.",
)
words = typer.Typer(
    name="words", help="Are our own texts plain and respectful?", no_args_is_help=True
)


@words.callback()
def about() -> None:
    """Are our own texts plain and respectful?"""


@words.command(epilog="Example: ruimbaan words check --json")
def check(
    *,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Every text of the interface, the rules, the advice and the stories: words that do harm, long
    sentences and abbreviations nobody explains. Ends with 1 when there is something to mend."""
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.integrations.own_texts import findings, own_texts
    from ruimbaan.integrations.regions import REPOSITORY

    with clear_errors(language):
        texts = list(own_texts(data or REPOSITORY))
        found = findings(texts)
    if as_json:
        _print_json(found, len(texts))
    else:
        _print_table(found, len(texts), language)
    raise typer.Exit(1 if found else 0)


def _print_json(found: list[Finding], count: int) -> None:
    import json

    rows = [
        {
            "place": one.text.place,
            "language": one.text.language,
            "level": one.text.level,
            "kind": one.remark.kind,
            "said": one.remark.said,
            "words": one.remark.words,
            "rather": one.remark.prefer,
        }
        for one in found
    ]
    typer.echo(json.dumps({"texts": count, "findings": rows}, ensure_ascii=False, indent=2))


def _print_table(found: list[Finding], count: int, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    if not found:
        typer.echo(IN_ORDER.in_language(language).format(count=count))
        return
    table = Table(*(one.in_language(language) for one in (PLACE, FOUND, INSTEAD)))
    for one in found:
        says = SAYS[one.remark.kind].in_language(language)
        told = says.format(said=one.remark.said, words=one.remark.words)
        table.add_row(f"{one.text.place} ({one.text.language})", told, one.remark.prefer)
    Console().print(table)
    typer.echo(COUNTED.in_language(language).format(count=count, found=len(found)))
