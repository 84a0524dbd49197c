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
_NO_DOOR: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def kernel(function: F) -> F:
    """Compile what is called from outside."""
    return cast(F, njit(**_OPTIONS)(function))


def inlined(function: F) -> F:
    """Compile what becomes part of the compiled code that calls it: handing over fifty arrays costs
    more than what most of these do. Python cannot call it, which saves making a door for Python."""
    return cast(F, njit(**_OPTIONS, **_NO_DOOR, forceinline=True)(function))
