# SPDX-License-Identifier: EUPL-1.2
"""The queue of a coordinator, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruimbaan.cli.upkeep_words import QUEUE_COLUMNS, WHY
from ruimbaan.core.directory.joining.queue import Item
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.parts.directory.joining.reminding import Due

NONE = "–"


def print_queue(items: Iterable[Item], language: Language) -> None:
    table = Table(box=SIMPLE)
    for column in QUEUE_COLUMNS:
        table.add_column(column.in_language(language))
    for item in items:
        since = item.since.isoformat() if item.since else NONE
        why = WHY[item.why].in_language(language)
        cells = (str(item.routes), why, item.code, item.name, since, item.note)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    Console().print(table)


def queue_json(items: Iterable[Item]) -> str:
    rows = [
        asdict(item) | {"since": item.since.isoformat() if item.since else None} for item in items
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def reminded_json(found: Iterable[Due], *, written: bool) -> str:
    """Never an address, nor who looks after a place."""
    rows = [
        {
            "region": due.region,
            "code": due.code,
            "name": due.name,
            "verified_on": due.verified_on.isoformat(),
            "letter": due.number,
        }
        for due in found
    ]
    return json.dumps({"written": written, "due": rows}, ensure_ascii=False, indent=1)


def visible(words: str) -> str:
    """What a stranger typed: no sign of it may steer the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in words)
