# SPDX-License-Identifier: EUPL-1.2
"""World files: YAML that people write, checked and turned into a world of the core."""

from ruimbaan.integrations.worldfile.loaded import Case, LoadedWorld
from ruimbaan.integrations.worldfile.loading import load_world, load_world_files
from ruimbaan.integrations.worldfile.places import Place
from ruimbaan.integrations.worldfile.problems import (
    WorldError,
    WorldErrors,
    WorldProblem,
    WorldWarning,
)

__all__ = [
    "Case",
    "LoadedWorld",
    "Place",
    "WorldError",
    "WorldErrors",
    "WorldProblem",
    "WorldWarning",
    "load_world",
    "load_world_files",
]
