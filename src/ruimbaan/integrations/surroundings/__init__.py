# SPDX-License-Identifier: EUPL-1.2
"""The texts of "Wat kan ik doen?" from their files in `omgeving/`."""

from ruimbaan.integrations.surroundings.loading import COUNTERS, ROLES, load_counters, load_guides

__all__ = ["COUNTERS", "ROLES", "load_counters", "load_guides"]
