# SPDX-License-Identifier: EUPL-1.2
"""Upkeep on screen: what waits for a coordinator, and everything that was done, to be taken back."""
