# SPDX-License-Identifier: EUPL-1.2
"""A note for the people who notice a change: NAME=12b.added."""

from __future__ import annotations

from pathlib import Path

from tools.changelog import KINDS, NAME
from tools.new.scaffold import NotMade, Scaffold

TEXT = """nl: Zeg hier wat mensen merken, niet wat er is gemaakt.
en: Say here what people notice, not what was made.
"""


def scaffold(name: str, root: Path) -> Scaffold:  # noqa: ARG001 -- as all kinds
    found = NAME.match(f"{name}.md")
    if found is None or found[3] not in KINDS:
        kinds = ", ".join(KINDS)
        raise NotMade(f'"{name}" is no note: write issue and kind, such as 12b.added ({kinds})')
    return Scaffold({f"changelog.d/{name}.md": TEXT}, then=("Write both lines.",))
