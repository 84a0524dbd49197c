# SPDX-License-Identifier: EUPL-1.2
"""What pyproject.toml cannot say: a wheel carries the folders with rules, stories, advice and documentation, which
stand beside the code in the repository, inside the package."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

CONTENT = ("demo", "docs", "fricties", "omgeving", "regels", "verhalen")


class WithContent(build_py):
    """Copies them to `ruimbaan/content`; an editable install reads them where they stand."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        root = Path(__file__).parent
        for name in CONTENT:
            target = Path(self.build_lib) / "ruimbaan" / "content" / name
            shutil.copytree(root / name, target, dirs_exist_ok=True)


setup(cmdclass={"build_py": WithContent})
