# SPDX-License-Identifier: EUPL-1.2
"""Whose hand a change comes from."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class By:
    """`membership` is the party: the work of somebody in an organisation, never an address or an
    account. `organisation` is how that is called; it may stand beside what was changed."""

    membership: UUID | None = None
    organisation: str = ""


COMMAND_LINE = By()  # whoever has the keys of the machine
