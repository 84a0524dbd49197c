# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan outbox send|list`: letters that must leave, and those that did not."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.parts.outbox.queries import Unsent
    from ruimbaan.parts.outbox.services import Delivered

GIVEN_UP = 1  # exit code of `list`: a person must look
DELIVERED = Text(
    "Verstuurd: {sent}. Later nog eens: {later}. Opgegeven: {failed}.",
    "Sent: {sent}. Again later: {later}. Given up: {failed}.",
)
LETTER = Text(
    "{number}: {kind}, {state}, {tries} keer geprobeerd, {fault}, daarna {next_try_at:%Y-%m-%d %H:%M}",
    "{number}: {kind}, {state}, tried {tries} times, {fault}, then {next_try_at:%Y-%m-%d %H:%M}",
)
ALL_LEFT = Text("Alle brieven zijn weg.", "All letters have left.")
RUNS = Text(
    "Elke {every} seconden gaan brieven weg. Stop met Ctrl+C.",
    "Letters leave every {every} seconds. Stop with Ctrl+C.",
)
NOT_NOW = Text(
    "De database antwoordt niet. Over {every} seconden proberen we het weer.",
    "The database does not answer. We try again in {every} seconds.",
)
outbox = typer.Typer(name="outbox", help="Letters that must leave.", no_args_is_help=True)


@outbox.command(epilog="Example: ruimbaan outbox send --every 30")
def send(
    *,
    every: Annotated[
        int | None, typer.Option(min=1, metavar="SECONDS", help="Go on until it is stopped.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Also what was given up: the mail server works again.")
    ] = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Send the letters that are due. Several at once do no harm.

    With --every it goes on; when it is stopped it first finishes the letter in hand.
    """
    with site_open(language), stopped_by_signal() as stopped:
        if again:
            _try_failed_again()
        if every is None:
            done = _deliver(stopped)
            typer.echo(
                json.dumps(asdict(done))
                if as_json
                else DELIVERED.in_language(language).format(**asdict(done))
            )
            return
        typer.echo(RUNS.in_language(language).format(every=every))
        while not stopped.is_set():
            _round(stopped, every, language)
            stopped.wait(every)


@outbox.command("list", epilog="Example: ruimbaan outbox list --json")
def list_letters(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Letters that did not leave, with the kind of error; those that were given up first.

    Ends with exit code 1 when one was given up. Never shows to whom, or what it says.
    """
    with site_open(language):
        from ruimbaan.parts.outbox.queries import list_unsent

        unsent = list_unsent()
    if as_json:
        typer.echo(json.dumps([_row(one) for one in unsent], indent=1))
    elif not unsent:
        typer.echo(ALL_LEFT.in_language(language))
    else:
        for one in unsent:
            shown = asdict(one) | {"fault": one.fault or "-"}
            typer.echo(LETTER.in_language(language).format(**shown))
    if any(one.state == "failed" for one in unsent):
        raise typer.Exit(GIVEN_UP)


def _row(one: Unsent) -> dict[str, object]:
    return asdict(one) | {
        "posted_at": one.posted_at.isoformat(),
        "next_try_at": one.next_try_at.isoformat(),
    }


def _round(stopped: Event, every: int, language: Language) -> None:
    """A database that is away for a while does not end the worker."""
    from django.db import DatabaseError, close_old_connections

    close_old_connections()
    try:
        _deliver(stopped)
    except DatabaseError:
        typer.echo(NOT_NOW.in_language(language).format(every=every), err=True)


def _deliver(stopped: Event) -> Delivered:
    from django.utils import timezone

    from ruimbaan.parts.outbox.services import deliver

    return deliver(timezone.now(), stopping=stopped.is_set)


def _try_failed_again() -> None:
    from django.utils import timezone

    from ruimbaan.parts.outbox.services import try_failed_again

    try_failed_again(timezone.now())


@contextmanager
def stopped_by_signal() -> Iterator[Event]:
    """Set by Ctrl+C or by whoever manages the service; until then nothing is cut off."""
    stopped = Event()
    before = {
        number: signal.signal(number, lambda *_args: stopped.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
