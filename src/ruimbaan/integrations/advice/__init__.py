# SPDX-License-Identifier: EUPL-1.2
"""What is known of the rules of a region, read from the files in which commands leave it."""

from ruimbaan.integrations.advice.changed import changed_rules, every_service
from ruimbaan.integrations.advice.figures import (
    RANKING,
    RELEASES,
    YEAR,
    read_gains,
    read_known,
    read_releases,
    read_rooms,
)

__all__ = [
    "RANKING",
    "RELEASES",
    "YEAR",
    "changed_rules",
    "every_service",
    "read_gains",
    "read_known",
    "read_releases",
    "read_rooms",
]
