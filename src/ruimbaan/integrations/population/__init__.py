# SPDX-License-Identifier: EUPL-1.2
"""The made-up people of a region, from their file."""

from ruimbaan.integrations.population.loading import FOLDER, load_population

__all__ = ["FOLDER", "load_population"]
