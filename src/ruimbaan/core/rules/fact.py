# SPDX-License-Identifier: EUPL-1.2
"""A fact: something that can hold for a person, or for the region, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Language, Text


class FactKind(StrEnum):
    """Where a fact can come from."""

    PERSON = "person"  # only from the person's own situation
    REGION = "region"  # the same for everybody in the region
    MADE = "made"  # some service gives it
    DISCRETION = "discretion"  # nobody gives it: only flexing its rule passes ("this is refused")


class StorePolicy(StrEnum):
    """Who may keep a fact. A `never` fact lives in one answer only (ARCHITECTURE 6.1)."""

    NEVER = "never"
    OWN = "own"
    SHAREABLE = "shareable"


@dataclass(frozen=True, slots=True)
class Fact:
    """`maintained_within` (days): once true it stays true while some support was received
    in the last so many days. `again`: can be obtained a second time."""

    id: str
    label: Text
    short: Text = Text("")
    domain: str = ""
    kind: FactKind = FactKind.MADE
    again: bool = True
    store: StorePolicy = StorePolicy.OWN
    maintained_within: int | None = None

    def name(self, language: Language) -> str:
        """A few words for in a sentence: "Geen <name> zonder <name>"."""
        if self.short.nl:
            return self.short.in_language(language)
        return self.id.replace("-", " ")
