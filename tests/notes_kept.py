# SPDX-License-Identifier: EUPL-1.2
"""Are the notes there of which people were told that they are kept? Read as their owners read them.

python -m tests.notes_kept FILE    a list of [journey, form] in JSON -> figures in JSON
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import django

django.setup()

from django.utils import timezone  # noqa: E402

from ruimbaan.core.trust.access_entries import read as read_entry  # noqa: E402
from ruimbaan.core.trust.deciding import Action  # noqa: E402
from ruimbaan.core.trust.file_parts import Part  # noqa: E402
from ruimbaan.core.trust.verifying import verify  # noqa: E402
from ruimbaan.parts.accounts.queries import actor_for  # noqa: E402
from ruimbaan.parts.journey import entries  # noqa: E402
from ruimbaan.parts.journey.kinds import KINDS  # noqa: E402
from ruimbaan.parts.trust.files.models import Journey  # noqa: E402
from ruimbaan.parts.trust.log import services as log  # noqa: E402
from ruimbaan.parts.trust.log.connecting import reading  # noqa: E402
from ruimbaan.parts.trust.log.rows import every_row  # noqa: E402
from ruimbaan.parts.trust.services import open_file  # noqa: E402

NOTES = next(kind for kind in KINDS if kind.path == "notities")


def look(told: list[tuple[str, str]]) -> dict[str, int]:
    """`lost`: answered that it is kept, and not there. `double`: there more than once. `without_log`:
    notes that came by a form and have no change in the log. `faults`: broken places in its chains."""
    forms: dict[str, set[str]] = {}
    for journey, form in told:
        forms.setdefault(journey, set()).add(form)
    changes = Counter[str]()
    rows = list(every_row(reading()))
    for row in rows:
        entry = read_entry(row.body)
        if entry.action is Action.CHANGE and entry.part is Part.OWN:
            changes[row.journey] += 1
    figures = {"lost": 0, "double": 0, "without_log": 0}
    for journey, kept in forms.items():
        there = _forms_in(UUID(journey))
        figures["lost"] += len(kept - there.keys())
        figures["double"] += sum(count - 1 for count in there.values())
        figures["without_log"] += max(0, there.total() - changes[journey])
    faults = len(verify(rows, keep_for=timedelta(days=5 * 365)).faults)
    return {**figures, "faults": faults}


def _forms_in(journey: UUID) -> Counter[str]:
    """The forms whose words stand in this file: they are said in them."""
    owner = Journey.objects.get(pk=journey).owner_id
    assert owner is not None
    with open_file(actor_for(owner), journey, frozenset({Part.OWN}), now=timezone.now()) as opening:
        words = [one.values["words"].split() for one in entries.read(opening, NOTES)]
    return Counter(one[-1] for one in words if _is_form(one[-1]))


def _is_form(word: str) -> bool:
    try:
        UUID(word)
    except ValueError:
        return False
    return True


if __name__ == "__main__":
    found = look(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    sys.stdout.write(f"{json.dumps(found)}\n")
    log.close()
