# SPDX-License-Identifier: EUPL-1.2
"""What an initiative can be: read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from ruimbaan.core.directory.joining.offer import Kind
from ruimbaan.core.kernel.texts import Text

FILE = Path(__file__).parent / "content" / "kinds.yaml"


@dataclass(frozen=True, slots=True)
class SaidKind:
    kind: Kind
    text: Text
    help: Text


@lru_cache(maxsize=1)
def said_kinds() -> Mapping[str, SaidKind]:
    """In the order in which one chooses."""
    found = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        name: SaidKind(
            Kind(name, one["type"], one["domain"], tuple(one["gives"])),
            Text(one["nl"], one["en"]),
            Text(one["help_nl"], one["help_en"]),
        )
        for name, one in found.items()
    }


def kinds() -> Mapping[str, Kind]:
    return {name: said.kind for name, said in said_kinds().items()}
