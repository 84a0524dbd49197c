# SPDX-License-Identifier: EUPL-1.2
"""One seeded fault: in this module, this text becomes that text."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path


class OutOfDate(Exception):
    """The text of a mutant is no longer in its module, or stands there more than once."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """`fault` says in words what goes wrong, as one would say it to the person it harms. `noticed_by`
    is the test that has to notice it; without one it is whichever of the guards does."""

    name: str
    fault: str
    module: str
    text: str
    becomes: str
    noticed_by: str = ""

    def path(self) -> Path:
        found = importlib.util.find_spec(self.module)
        if found is None or found.origin is None:
            raise OutOfDate(f"{self.name}: there is no module {self.module}")
        return Path(found.origin)

    def source(self) -> str:
        """The module with the fault in it."""
        good = self.path().read_text(encoding="utf-8")
        if good.count(self.text) != 1:
            raise OutOfDate(f"{self.name}: its text stands {good.count(self.text)} times")
        return good.replace(self.text, self.becomes)
