# SPDX-License-Identifier: EUPL-1.2
"""From where and in which request something is asked. The middleware of the project says so; a
command says nothing, and its rows have an empty origin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """`origin` is only worked out when a row needs it."""

    request: str
    origin: Callable[[], str]


BY_COMMAND = Asked("", lambda: "")
_asked: ContextVar[Asked] = ContextVar("access_log_asked", default=BY_COMMAND)


def current() -> Asked:
    return _asked.get()


@contextmanager
def asked(what: Asked) -> Iterator[None]:
    before = _asked.set(what)
    try:
        yield
    finally:
        _asked.reset(before)
