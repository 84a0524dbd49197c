# SPDX-License-Identifier: EUPL-1.2
"""What other parts may do with frictions, and who keeps those of a region together."""

from ruimbaan.parts.frictions.access import Visit, for_stewards, stewarded
from ruimbaan.parts.frictions.reporting import forget_over as forget_reports
from ruimbaan.parts.frictions.reporting import unread

__all__ = ["Visit", "for_stewards", "forget_reports", "stewarded", "unread"]
