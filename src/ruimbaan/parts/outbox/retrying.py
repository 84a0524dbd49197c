# SPDX-License-Identifier: EUPL-1.2
"""When a letter that did not leave is tried again, and when it is given up."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480, 1440))
MOST_TRIES = len(AGAIN_AFTER) + 1
FOR_GOOD = 500  # replies of a mail server from here on: trying again does not help


def wait_after(tries: int, error: Exception) -> timedelta | None:
    """How long to wait after this many tries; None when it is given up."""
    if tries >= MOST_TRIES or _refused_for_good(error):
        return None
    return AGAIN_AFTER[tries - 1]


def _refused_for_good(error: Exception) -> bool:
    return isinstance(error, SMTPRecipientsRefused) and all(
        code >= FOR_GOOD for code, _words in error.recipients.values()
    )
