# SPDX-License-Identifier: EUPL-1.2
"""One page about oneself, chosen from the own file: on paper, or by a link with a spoken code."""
