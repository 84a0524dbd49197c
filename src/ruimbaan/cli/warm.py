# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan warm`: compile the fast arithmetic once, where the site is installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

NO_PLACE = "no locator available"  # what Numba says when it may write nowhere
DOING = Text("Vertalen: {part} ({number} van {of})", "Compiling: {part} ({number} of {of})")
DONE = Text(
    "Klaar in {seconds:.1f} s. Wie nu rekent, hoeft niet te wachten.",
    "Done in {seconds:.1f} s. Whoever asks now need not wait for it.",
)


def warm(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Compile the fast arithmetic of the planner once, so that nobody waits for it later.

    Do it after every installation, as the user that runs the site: some tens of seconds. What is
    compiled already takes a second.
    """
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language), compiler():
        seconds = _warmed(language)
    if as_json:
        import json

        typer.echo(json.dumps({"seconds": round(seconds, 3)}))
    else:
        typer.echo(DONE.in_language(language).format(seconds=seconds))


@contextmanager
def compiler() -> Iterator[None]:
    """Says what is missing: the site and the core run without."""
    from ruimbaan.analytics.planning.errors import CompilerMissing, NowhereToKeep

    try:
        yield
    except ModuleNotFoundError as error:
        raise CompilerMissing(what=error.name) from None
    except RuntimeError as error:
        if NO_PLACE not in str(error):
            raise
        raise NowhereToKeep from None


def _warmed(language: Language) -> float:
    from time import perf_counter

    from rich.console import Console

    begin = perf_counter()
    with Console(stderr=True).status("") as status:
        from ruimbaan.analytics.warming import PARTS

        for number, part in enumerate(PARTS, start=1):
            named = {"part": part.__name__, "number": number, "of": len(PARTS)}
            status.update(DOING.in_language(language).format(**named))
            part()
    return perf_counter() - begin
