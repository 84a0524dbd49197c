# SPDX-License-Identifier: EUPL-1.2
"""The figures of a made-up region: what a made-up year, lived through the product itself, released."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings

from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.parts.directory.queries import list_names


def prepare(data: Path = REPOSITORY) -> None:
    """From `demo/<region>/regie` below `data`. What was released here already stays as it is."""
    for region in list_names():
        lived, here = data / "demo" / region / "regie", Path(settings.RELEASES) / region
        if lived.is_dir() and not here.exists():
            shutil.copytree(lived, here)
