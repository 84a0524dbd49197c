# SPDX-License-Identifier: EUPL-1.2
"""What other parts may show of the public pages: whom one can call."""

from ruimbaan.parts.pages.content import Number, other_numbers, urgent_numbers

__all__ = ["Number", "other_numbers", "urgent_numbers"]
