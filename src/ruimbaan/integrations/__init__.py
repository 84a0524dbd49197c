# SPDX-License-Identifier: EUPL-1.2
"""Outside formats and systems, to and from core types."""
