# SPDX-License-Identifier: EUPL-1.2
"""Route: all best plans from a situation to the person's own goals."""
