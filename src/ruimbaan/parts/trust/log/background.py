# SPDX-License-Identifier: EUPL-1.2
"""Anchors without cron: the first row after a quiet time sets a clock, and when it rings an anchor
is made. It rings in a thread of its own, so that a slow disk elsewhere keeps nobody waiting."""

from __future__ import annotations

import logging
import threading

from django.db import connection
from django.utils import timezone

from ruimbaan.parts.trust.log.outside import give_away, has_places, log_without_anchor

log = logging.getLogger(__name__)
RINGS_AFTER = 60.0  # seconds


class Anchorer:
    """To be called after each batch of rows. There is one clock, however many rows come and however
    long an anchor takes: each clock is a thread, and each ring a connection."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._clock: threading.Timer | None = None  # also while it rings
        self._called = False  # since it began to ring
        self._closed = False

    def __call__(self) -> None:
        with self._lock:
            self._called, goes = True, self._clock is not None
        if not goes and has_places():
            self._set_clock()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._clock is not None:
                self._clock.cancel()

    def _set_clock(self, *, rang: threading.Timer | None = None) -> None:
        """Only in place of the one that `rang`, or when there is none."""
        with self._lock:
            if not self._closed and self._clock is rang:
                self._clock = threading.Timer(RINGS_AFTER, self._ring)
                self._clock.daemon = True
                self._clock.start()

    def _ring(self) -> None:
        """Sets the clock again as long as rows wait: it was too soon, or it did not succeed."""
        rang, self._called, waits = self._clock, False, True
        try:
            give_away(timezone.now(), when_due=True)
            waits = log_without_anchor() is not None
        except Exception as error:  # the next ring tries again; the check at the start warns
            log.error("No anchor was made: %s", type(error).__name__)
        finally:
            connection.close()  # of this thread
        with self._lock:
            waits = waits or self._called
            if not waits:
                self._clock = None
        if waits:
            self._set_clock(rang=rang)
