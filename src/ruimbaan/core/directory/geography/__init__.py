# SPDX-License-Identifier: EUPL-1.2
"""Where things are: the Dutch grid, districts, distances, and what a map of a region shows."""
