# SPDX-License-Identifier: EUPL-1.2
"""What an installed package holds: the same rules, stories and advice as the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ruimbaan.integrations.regions import REPOSITORY

CONTENT = ("demo", "docs", "fricties", "omgeving", "regels", "verhalen")
ASK = """
from ruimbaan.integrations import regions
from ruimbaan.integrations.storybook.loading import load_book
from ruimbaan.integrations.surroundings import load_guides
print(regions.REPOSITORY)
print(*regions.list_regions(), len(load_book().pieces), len(load_guides()))
"""


def files(folder: Path) -> dict[str, bytes]:
    found = (path for name in CONTENT for path in (folder / name).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_wheel_finds_its_rules_stories_and_advice(tmp_path: Path):
    """What goes into a wheel is what `build_py` makes; nothing is fetched."""
    made = tmp_path / "made"
    subprocess.run(
        [
            *(sys.executable, "setup.py", "-q", "egg_info", "--egg-base", tmp_path),
            *("build_py", "--build-lib", made),
        ],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )

    assert files(made / "ruimbaan" / "content") == files(REPOSITORY)
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(made)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert told[0] == str(made / "ruimbaan" / "content")
    assert told[1] == "grachtstad vestingstad waalstad 27 8"
