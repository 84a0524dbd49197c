# SPDX-License-Identifier: EUPL-1.2
"""Decides. Plain Python, standard library only: no Django, database, clock, randomness or network."""
