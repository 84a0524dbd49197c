# SPDX-License-Identifier: EUPL-1.2
"""What waits in quarantine, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from ruimbaan.cli.directory_answers import (
    changes_json,
    findings_json,
    print_changes,
    print_findings,
)
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.parts.directory.exchange.quarantine import Again, Waiting

NOTHING = Text("Er wacht niets in quarantaine.", "Nothing waits in quarantine.")
COUNT = Text(
    "Er wachten er {count}. `quarantine show NUMMER` laat er één zien.",
    "{count} wait. `quarantine show NUMBER` shows one.",
)
FROM = Text("Uit {source}, {since}.", "From {source}, {since}.")
STILL = Text("Nog steeds geweigerd. Er is niets opgeslagen.", "Refused again. Nothing was stored.")
ACCEPTED = Text("{number} staat nu in {region}.", "{number} is in {region} now.")
SURE = Text("Opslaan in {region}?", "Store in {region}?")
GONE = Text(
    "Buiten gelaten: {count}. Na 30 dagen is het weg.",
    "Left out: {count}. After 30 days it is gone.",
)
SURE_GONE = Text(
    "{count} buiten laten? Terughalen kan 30 dagen, met `directory undo`.",
    "Leave {count} out? For 30 days `directory undo` brings it back.",
)
LEFT = Text("Er is niets veranderd.", "Nothing was changed.")


def said(text: Text, language: Language, **details: object) -> str:
    return text.in_language(language).format(**details)


def print_list(found: Iterable[Waiting], language: Language) -> None:
    """One line for each: number, place, what it is called, and the first reason."""
    for one in found:
        told = next((finding for finding in one.findings if finding.refuses), one.findings[0])
        typer.secho(f"{one.number}  {shown(one.place)}", bold=True)
        name = f"{shown(one.name)}: " if one.name else ""
        typer.echo(f"  {name}{told.explain(language).cause}")


def print_one(one: Waiting, language: Language) -> None:
    """All that stood there, then why it was refused and what to do."""
    typer.secho(f"{one.number}  {one.table or '–'}  {shown(one.place)}", bold=True)
    typer.echo(said(FROM, language, source=shown(one.source), since=f"{one.since:%Y-%m-%d}"))
    cells = one.content if isinstance(one.content, dict) else {"": one.content}
    for name, value in cells.items():
        typer.echo(f"  {shown(name)}: {shown(value)}")
    typer.echo()
    print_findings(one.findings, language)


def print_again(found: Again, language: Language) -> None:
    print_findings(found.findings, language)
    if found.preview is not None:
        print_changes(found.preview.changes, language)


def list_json(found: Iterable[Waiting], language: Language) -> list[dict[str, object]]:
    return [_row(one, language) for one in found]


def one_json(one: Waiting, language: Language) -> dict[str, object]:
    return {**_row(one, language), "content": one.content, "columns": dict(one.columns)}


def again_json(number: int, found: Again, language: Language, *, stored: bool) -> dict[str, object]:
    return {
        "number": number,
        "refused": found.preview is None,
        "stored": stored,
        "changes": changes_json(found.preview.changes if found.preview else ()),
        "findings": findings_json(found.findings, language),
    }


def _row(one: Waiting, language: Language) -> dict[str, object]:
    return {
        "number": one.number,
        "region": one.region,
        "source": one.source,
        "since": one.since.isoformat(),
        "table": one.table,
        "id": one.uid,
        "name": one.name,
        "place": one.place,
        "findings": findings_json(one.findings, language),
    }
