# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan handoff remind`: who waits is not forgotten, and no goal is left without somebody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.parts.handoff.services import Told

NOBODY = 1  # exit code: somebody has to look today
DONE = Text(
    "Nagekeken: {looked_at}. Verteld: {told}. Brieven klaargezet: {letters}.",
    "Looked at: {looked_at}. Told: {told}. Letters posted: {letters}.",
)
LOST = Text(
    "Overdracht {id}: niemand is vandaag aan zet. Zoek iemand, en zeg het de persoon.",
    "Handoff {id}: nobody answers for it today. Find somebody, and tell the person.",
)
handoff = typer.Typer(name="handoff", help="Handoffs that wait.", no_args_is_help=True)


@handoff.callback()
def group() -> None:
    """Handoffs that wait."""


@handoff.command(epilog="Example: ruimbaan handoff remind --json")
def remind(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Tell whoever something is due for, each once. Run it every morning; several at once do no harm.

    What was missed while it did not run is made up for. Letters go to the outbox. Ends with exit
    code 1 when a goal has nobody who answers for it today.
    """
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.handoff.services import tell

        done = tell(timezone.now())
    typer.echo(_as_json(done) if as_json else _in_words(done, language))
    if done.without_owner:
        raise typer.Exit(NOBODY)


def _as_json(done: Told) -> str:
    return json.dumps(
        {
            "looked_at": done.looked_at,
            "told": done.told,
            "letters": done.letters,
            "without_owner": [str(one) for one in done.without_owner],
        }
    )


def _in_words(done: Told, language: Language) -> str:
    told = DONE.in_language(language).format(
        looked_at=done.looked_at, told=sum(done.told.values()), letters=done.letters
    )
    lost = [LOST.in_language(language).format(id=one) for one in done.without_owner]
    return "\n".join((told, *lost))
