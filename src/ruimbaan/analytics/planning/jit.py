# SPDX-License-Identifier: EUPL-1.2
"""How the arithmetic of the planner is compiled.

Nothing in it makes an array, so it need not count who uses one: `_nrt=False` leaves that out. With
some fifty arrays in a call the counting took fifteen times as long as the work
(docs/decisions/0037-compiled-planner.md). What allocates is compiled with `njit` as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])

_OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "_nrt": False}


def kernel(function: F) -> F:
    """Compile what is called from outside."""
    return cast(F, njit(**_OPTIONS)(function))


def inlined(function: F) -> F:
    """Compile what becomes part of whoever calls it: handing over fifty arrays costs more than
    what most of these do."""
    return cast(F, njit(**_OPTIONS, forceinline=True)(function))
