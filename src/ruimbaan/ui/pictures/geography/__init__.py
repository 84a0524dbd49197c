# SPDX-License-Identifier: EUPL-1.2
"""The map of a town: districts, water, and where support is. Drawn here, from our own data; no
tile server ever sees where somebody looks."""

from ruimbaan.ui.pictures.geography.drawing import draw
from ruimbaan.ui.pictures.geography.model import NARROW, WIDE, Mark, Paper, TownPicture

__all__ = ["NARROW", "WIDE", "Mark", "Paper", "TownPicture", "draw"]
