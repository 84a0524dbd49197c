# SPDX-License-Identifier: EUPL-1.2
"""What another does at the same moment: begun in a thread of its own, until it is done or waits for a
lock that somebody holds."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from typing import TypeVar

from django.db import connections

from ruimbaan.parts.trust.log.connecting import own_connection

T = TypeVar("T")
A_MOMENT = 0.02  # seconds between two looks
LOCKS = "SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1"


def begun(pool: Executor, act: Callable[[], T]) -> Future[T]:
    """Returns when `act` is done, or cannot go on without another."""

    def run() -> T:
        try:
            return act()
        finally:
            connections.close_all()

    future = pool.submit(run)
    looking = own_connection()
    try:
        with looking.cursor() as cursor:
            while not wait([future], A_MOMENT).done:
                cursor.execute(LOCKS)
                if cursor.fetchone():
                    break
    finally:
        looking.close()
    return future
