# SPDX-License-Identifier: EUPL-1.2
"""Route: the ways from a situation to the person's own goals, on one page."""
