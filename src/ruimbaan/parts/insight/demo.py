# SPDX-License-Identifier: EUPL-1.2
"""The figures of a made-up region: what a made-up year, lived through the product itself, released, and
what was worked out of what would be different."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings

from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.insight.presentation.what_if import FILE as WHAT_IF
from ruimbaan.parts.insight.ranking import FILE as RANKING


def prepare(data: Path = REPOSITORY) -> None:
    """From `demo/<region>/regie` below `data`, and the files beside it of what would be different.
    What is here already stays as it is."""
    for region in list_names():
        lived, here = data / "demo" / region / "regie", Path(settings.RELEASES) / region
        if lived.is_dir() and not here.exists():
            shutil.copytree(lived, here)
        for name in (WHAT_IF, RANKING):
            worked_out = data / "demo" / region / name
            if worked_out.is_file() and not (here / name).exists():
                here.mkdir(parents=True, exist_ok=True)
                shutil.copy(worked_out, here / name)
