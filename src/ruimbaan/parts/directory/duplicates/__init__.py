# SPDX-License-Identifier: EUPL-1.2
"""Services that may be on the map twice: a queue to look at, and what people said of each pair."""
