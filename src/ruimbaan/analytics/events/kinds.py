# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of what can be wrong with rows: each kind once, with what happens to the row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ruimbaan.core.kernel.texts import Text

if TYPE_CHECKING:
    from ruimbaan.analytics.events.columns import Role


class Treatment(StrEnum):
    """What happens to a row of which this is true."""

    ASIDE = "set aside"
    REPAIRED = "repaired"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that can be wrong.

    `holds` is its condition in SQL on the table that `tidying` makes; without it a reader or a check of whole
    cases tells it. `needs` is the role without which it cannot be said, `shown` the cell that the
    cause names as {found}: never one that can point at a person.
    """

    code: str
    treatment: Treatment
    cause: Text
    advice: Text
    holds: str = ""
    needs: Role | None = None
    shown: str | None = None
