# SPDX-License-Identifier: EUPL-1.2
"""What may be done to the Kaart."""

from ruimbaan.parts.directory.exchange.quarantine import forget_left as forget_left_out
from ruimbaan.parts.directory.network.keeping import keep_ready as keep_maps_ready
from ruimbaan.parts.directory.search.gaps import forget_old as forget_gaps
from ruimbaan.parts.directory.store.filling import fill_from_files
from ruimbaan.parts.directory.store.reindexing import reindex
from ruimbaan.parts.directory.store.writing import Written, write
from ruimbaan.parts.directory.upkeep.deeds import forget_who as forget_who_did

__all__ = [
    "Written",
    "fill_from_files",
    "forget_gaps",
    "forget_left_out",
    "forget_who_did",
    "keep_maps_ready",
    "reindex",
    "write",
]
