# SPDX-License-Identifier: EUPL-1.2
"""What someone installs is whole: templates, styles, pictures, schema and translations go along."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tools.paths import ROOT, SOURCE, repository_files

NEEDED = ("pyproject.toml", "README.md", "LICENSE", "requirements/app.in")
FOR_READERS_OF_THE_CODE = {".md"}


def built_wheel(folder: Path) -> Path:
    """A wheel made from a copy, so that nothing is left behind in the repository."""
    files = [ROOT / name for name in NEEDED]
    files += [path for path in repository_files() if path.is_relative_to(SOURCE)]
    for path in files:
        copy = folder / "copy" / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", folder, folder / "copy"], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_every_file_of_the_package_is_installed(tmp_path):
    ours = {
        path.relative_to(SOURCE.parent).as_posix()
        for path in repository_files()
        if path.is_relative_to(SOURCE) and path.suffix not in FOR_READERS_OF_THE_CODE
    }

    installed = set(zipfile.ZipFile(built_wheel(tmp_path)).namelist())

    assert ours
    assert sorted(ours - installed) == []
