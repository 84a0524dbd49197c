# SPDX-License-Identifier: EUPL-1.2
"""Joining and upkeep of the Kaart: initiatives list themselves, a mailed link keeps entries right,
anyone may say that something is wrong, and a coordinator connects places."""
