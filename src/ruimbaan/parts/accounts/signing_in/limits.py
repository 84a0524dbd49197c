# SPDX-License-Identifier: EUPL-1.2
"""How long a session lasts, and how often somebody may try."""

from __future__ import annotations

from datetime import datetime, timedelta

IDLE_WORK = timedelta(minutes=15)
IDLE_PERSON = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
PROOF_LASTS = timedelta(minutes=10)  # for changing how one signs in
NOTED_EVERY = timedelta(seconds=30)  # that a session was used: not a write for every page


def ends(started: datetime, seen: datetime, *, works: bool, stays: bool) -> datetime:
    """The moment this session ends if nothing more happens. It has ended on that moment itself.

    `stays` counts for a person on an own device, and still ends after ten hours: TRUST knows no
    longer session. Who works somewhere has the short limit, whatever was chosen."""
    last = started + ABSOLUTE
    if stays and not works:
        return last
    return min(last, seen + (IDLE_WORK if works else IDLE_PERSON))
