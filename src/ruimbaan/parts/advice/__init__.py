# SPDX-License-Identifier: EUPL-1.2
"""Advice to change one rule of a region, for its steward: what figures say, a draft, and what came."""
