# SPDX-License-Identifier: EUPL-1.2
"""What the Kaart keeps. Nothing about a person, and nothing about what anyone looked for."""

from ruimbaan.parts.directory.models.listing import Listing
from ruimbaan.parts.directory.models.records import DirectoryState, Link, RecordChange, StoredRecord

__all__ = ["DirectoryState", "Link", "Listing", "RecordChange", "StoredRecord"]
