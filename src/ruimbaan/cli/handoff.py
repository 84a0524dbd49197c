# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan handoff remind|receipts`: who waits is not forgotten, no goal is left without somebody,
and what the system itself leaves behind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.core.handoff.receipts import InOneWeek
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
RAW = Text(
    "Dit zijn ruwe cijfers voor wie het systeem beheert. Er staat niemand in, maar een kleine groep kan"
    " toch iemand aanwijzen. Publiceer ze niet: dat gaat langs de regels voor kleine groepen.",
    "These are raw figures for who keeps the system. Nobody stands in them, but a small group can still"
    " point at somebody. Do not publish them: that goes through the rules for small groups.",
)
WEEK = Text(
    "Week van {week}: {sender} naar {receiver}, {ask}: {count}, meestal na {wait} weken.",
    "Week of {week}: {sender} to {receiver}, {ask}: {count}, usually after {wait} weeks.",
)
NOBODY_HERE = Text("(zonder account)", "(without account)")
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


@handoff.command(epilog="Example: ruimbaan handoff receipts --weeks 12 --json")
def receipts(
    *,
    weeks: Annotated[
        int, typer.Option("--weeks", min=1, max=520, help="So many weeks, this one too.")
    ] = 12,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show what handoffs came to, per pair of organisations and week: counts and median waits.

    Raw, for who keeps the system. No person, day or handoff stands in it, and no page shows it.
    """
    with site_open(language):
        from datetime import timedelta

        from django.utils import timezone

        from ruimbaan.core.handoff.receipts import week_of
        from ruimbaan.parts.handoff.services import names_in, raw_weeks

        now = timezone.now()
        until = week_of(timezone.localdate(now)) + timedelta(weeks=1)
        found = raw_weeks(until - timedelta(weeks=weeks), until)
        names = names_in(found, now)
    if as_json:
        rows = [_week_as_json(one, names) for one in found]
        typer.echo(json.dumps({"statement": RAW.in_language(language), "weeks": rows}, indent=2))
        return
    typer.echo("\n".join((RAW.in_language(language), *_weeks(found, names, language))))


def _week_as_json(one: InOneWeek, names: Mapping[UUID, str]) -> dict[str, object]:
    pair = one.pair
    return {
        "week": one.week.isoformat(),
        "sender": str(pair.sender) if pair.sender else None,
        "sender_name": names.get(pair.sender, "") if pair.sender else "",
        "receiver": str(pair.receiver) if pair.receiver else None,
        "receiver_name": names.get(pair.receiver, "") if pair.receiver else "",
        "ask": pair.ask.value,
        "service_type": pair.service_type,
        "outcomes": {state.value: count for state, count in one.outcomes.items()},
        "median_wait_weeks": one.median_wait,
    }


def _weeks(
    found: Iterable[InOneWeek], names: Mapping[UUID, str], language: Language
) -> Iterator[str]:
    nobody = NOBODY_HERE.in_language(language)
    for one in found:
        sender, receiver = one.pair.sender, one.pair.receiver
        yield WEEK.in_language(language).format(
            week=one.week.isoformat(),
            sender=names.get(sender, nobody) if sender else nobody,
            receiver=names.get(receiver, nobody) if receiver else nobody,
            ask=one.pair.ask.value,
            count=one.count,
            wait=f"{one.median_wait:g}",
        )


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
