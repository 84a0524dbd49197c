# SPDX-License-Identifier: EUPL-1.2
"""Did this help? Answers are shown in rounds of ten (`core/kernel/rounds.py`)."""

from __future__ import annotations

from enum import StrEnum


class Helped(StrEnum):
    """The only answers there are: nobody can write who they are."""

    YES = "yes"
    A_BIT = "a-bit"
    NOT_YET = "not-yet"
