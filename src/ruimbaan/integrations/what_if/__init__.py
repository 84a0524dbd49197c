# SPDX-License-Identifier: EUPL-1.2
"""Files that say what would be different in a region (docs/reference/what-if.md)."""

from ruimbaan.integrations.what_if.loading import load_what_if, what_if_from

__all__ = ["load_what_if", "what_if_from"]
