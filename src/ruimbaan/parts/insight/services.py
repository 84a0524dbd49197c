# SPDX-License-Identifier: EUPL-1.2
"""What other parts and the command line do with the figures of a region."""

from ruimbaan.parts.insight.collecting import courses_in
from ruimbaan.parts.insight.figures import figures_of

__all__ = ["courses_in", "figures_of"]
