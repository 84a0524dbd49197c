# SPDX-License-Identifier: EUPL-1.2
"""Argon2id for passwords and codes on paper, at most four at once on one machine.

3 passes over 64 MiB, RFC 9106's choice for a server of ordinary size, in 1 lane: each sign-in keeps
one processor busy, not four. Four at once need 256 MiB, and a crowd that signs in at one moment
waits in line instead of bringing the machine down.
"""

from __future__ import annotations

import fcntl
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher, check_password, make_password

AT_ONCE = 4


class Argon2Limited(Argon2PasswordHasher):
    time_cost = 3
    memory_cost = 64 * 1024  # KiB
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with _turn():
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        with _turn():
            return bool(super().verify(password, encoded))


def matches(secret: str, hashed: str | None) -> bool:
    """The same work, and so the same time, when there is nothing to compare with."""
    real = hashed if hashed and hashed.startswith("argon2") else None
    return check_password(secret, real or _nobody()) and real is not None


@cache
def _nobody() -> str:
    """The hash of something that nobody knows."""
    return make_password(os.urandom(24).hex())


@contextmanager
def _turn() -> Iterator[None]:
    """One of the four places. Locks on files count over all threads and processes, and a process
    that is killed gives its place back."""
    folder = _folder()
    start = random.randrange(AT_ONCE)  # noqa: S311 - which place, no secret
    for number in range(start, start + AT_ONCE):
        handle = os.open(folder / str(number % AT_ONCE), os.O_CREAT | os.O_RDWR, 0o600)
        last = number == start + AT_ONCE - 1
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if last else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            continue
        try:
            yield
        finally:
            os.close(handle)  # frees the lock
        return


@cache
def _folder() -> Path:
    folder = settings.ENVIRONMENT.var / "hashing"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a folder that cannot be written to must not keep people out
        return Path(tempfile.mkdtemp(prefix="ruimbaan-hashing-"))
    return Path(folder)
