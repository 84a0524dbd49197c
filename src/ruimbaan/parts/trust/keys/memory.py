# SPDX-License-Identifier: EUPL-1.2
"""A page unseals many texts of one owner: its key is asked for once a request, and then forgotten.

Outside a request nothing is remembered. Never between two requests: a key that is destroyed is gone
at the next one, in every process.
"""

from __future__ import annotations

from contextvars import ContextVar
from uuid import UUID

from django.core.signals import request_finished, request_started

_known: ContextVar[dict[UUID, bytes] | None] = ContextVar("keys of this request", default=None)


def recall(owner: UUID) -> bytes | None:
    known = _known.get()
    return None if known is None else known.get(owner)


def remember(owner: UUID, key: bytes) -> None:
    known = _known.get()
    if known is not None:
        known[owner] = key


def forget(owner: UUID) -> None:
    known = _known.get()
    if known is not None:
        known.pop(owner, None)


def connect() -> None:
    request_started.connect(_begin, dispatch_uid="keys begin")
    request_finished.connect(_end, dispatch_uid="keys end")


def _begin(**_: object) -> None:
    _known.set({})


def _end(**_: object) -> None:
    _known.set(None)
