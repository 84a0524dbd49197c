# SPDX-License-Identifier: EUPL-1.2
"""What may be done to the Kaart."""

from ruimbaan.parts.directory.store.writing import Written, write

__all__ = ["Written", "write"]
