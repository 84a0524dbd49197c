# SPDX-License-Identifier: EUPL-1.2
"""Keeps the maps of a serving process ready. After a change of the directory the deadlocks are
looked for and the map is laid out here, beside the readers: until that is done they get the map
as it was a moment ago, and nobody waits."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Event, Thread

from django.db import DatabaseError, close_old_connections

from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.network import queries
from ruimbaan.parts.directory.network.models import Correction
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.search.shelf import shelf_of

SECONDS = 1.0  # between two looks at whether anything changed
State = Mapping[str, tuple[object, ...]]
_log = logging.getLogger(__name__)


@dataclass
class Keeper:
    """`look` is one look; `run` looks until `stop`."""

    seen: State
    stop: Event

    def run(self) -> None:
        while not self.stop.wait(SECONDS):
            try:
                self.look()
            except DatabaseError:
                _log.exception("The maps could not be made ready; they are tried again.")
            finally:
                close_old_connections()

    def look(self) -> bool:
        """Makes ready what changed, for search and for the map. Says whether anything had."""
        now = _state()
        if now == self.seen:
            return False
        for name, region in list_regions().items():
            shelf_of(name)
            queries.make_ready(region)
        self.seen = now
        return True


def keep_ready() -> Keeper:
    """In a thread of its own, which ends with the process."""
    keeper = Keeper({}, Event())
    Thread(target=keeper.run, name="maps", daemon=True).start()
    return keeper


def _state() -> State:
    versions = dict(DirectoryState.objects.values_list("region", "version"))
    rows = Correction.objects.order_by("pk").values_list(
        "region", "station", "column", "row", "side"
    )
    corrections = tuple(rows)
    return {name: (version, corrections) for name, version in versions.items()}
