# SPDX-License-Identifier: EUPL-1.2
"""Which regions there are to exchange with."""

from __future__ import annotations

from ruimbaan.parts.directory.exchange.errors import UnknownRegion
from ruimbaan.parts.directory.queries import list_names


def check_region(region: str) -> None:
    """Raises UnknownRegion."""
    known = list_names()
    if region not in known:
        raise UnknownRegion(region=region, known=", ".join(known))
