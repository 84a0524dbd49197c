# SPDX-License-Identifier: EUPL-1.2
"""What the command line does for the figures of a region."""

from ruimbaan.parts.insight.collecting import courses_in

__all__ = ["courses_in"]
