# SPDX-License-Identifier: EUPL-1.2
"""Errors on the command line: one clear block on stderr, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.worldfile import WorldErrors, WorldProblem

BAD_INPUT = 2
MORE = Text(
    "En nog {more}. `ruimbaan world check` toont ze allemaal.",
    "And {more} more. `ruimbaan world check` shows them all.",
)


@contextmanager
def clear_errors(language: Language) -> Iterator[None]:
    """Shows an error people can act on, and ends the command with exit code 2."""
    try:
        yield
    except WorldErrors as errors:
        show(errors.first, language)
        if more := len(errors.errors) - 1:
            typer.echo(MORE.in_language(language).format(more=more), err=True)
        raise typer.Exit(BAD_INPUT) from None
    except DomainError as error:
        show(error, language)
        raise typer.Exit(BAD_INPUT) from None


def show(error: DomainError, language: Language) -> None:
    """Code and place, cause, advice: three lines on stderr."""
    told = error.explain(language)
    place = f"  {error.place}" if isinstance(error, WorldProblem | ExchangeError) else ""
    typer.secho(f"{told.code}{place}", bold=True, err=True)
    typer.echo(told.cause, err=True)
    typer.echo(told.advice, err=True)
