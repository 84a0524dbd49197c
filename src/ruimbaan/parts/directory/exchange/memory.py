# SPDX-License-Identifier: EUPL-1.2
"""Many small things are made at once, and none of them in circles. Looking for circles among them was
a third of the work of an import of ten thousand services."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_circles() -> Iterator[None]:
    """Python does not look for circular garbage meanwhile; all else is freed as always."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
