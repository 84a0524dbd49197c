# SPDX-License-Identifier: EUPL-1.2
"""Keeping the anchors of another instance, as a neighbour does."""

from __future__ import annotations

import os
from pathlib import Path

from ruimbaan.core.trust.anchors import read_lines
from ruimbaan.integrations.hsds.addresses import peer_at
from ruimbaan.integrations.hsds.asking import ask
from ruimbaan.parts.trust.log.errors import NoAnchors, OtherAnchors

PATH = "/anker"


def keep_of(address: str, path: Path, *, private: bool = False) -> int:
    """Adds to the file what the instance at `address` shows and the file does not have; how many
    that were. What the file has is never replaced: when the two differ, that is what it is for.

    Raises NoAnchors, OtherAnchors, ExchangeError or OSError.
    """
    answer = ask(peer_at(address, private=private), PATH)
    shown = answer[0].get("anchors") if answer and isinstance(answer[0], dict) else None
    if not isinstance(shown, list):
        raise NoAnchors(address=address)
    here = {one.nr: one for one in read_lines(path.read_text("ascii") if path.exists() else "")}
    found = read_lines("\n".join(str(line) for line in shown))
    if any(here.get(one.nr, one) != one for one in found):
        raise OtherAnchors(address=address, path=path)
    new = [one for one in found if one.nr not in here]
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    with os.fdopen(handle, "a", encoding="ascii") as file:
        file.writelines(f"{one.line}\n" for one in new)
    return len(new)
