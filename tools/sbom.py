# SPDX-License-Identifier: EUPL-1.2
"""The list of what a release holds: CycloneDX 1.6, of an environment with nothing else in it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools.paths import ROOT

TOOL = ROOT / ".venv-release" / "bin" / "cyclonedx-py"  # apart: see requirements/release.in
INSTALLERS = ("setuptools", "pip")  # they install the others, and are no part of the site


def write_sbom(python: Path, to: Path, *, clean: bool = True) -> None:
    """Packages, versions, licences and who needs whom, of the environment of this Python. The same
    environment gives the same bytes. `clean`: what only installs others goes from it first."""
    if clean:
        remove = [str(python), "-m", "pip", "--disable-pip-version-check", "uninstall", "--yes"]
        subprocess.run([*remove, *INSTALLERS], check=True, capture_output=True)
    subprocess.run(
        [
            *(str(TOOL), "environment", str(python)),
            *("--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "application"),
            *("--spec-version", "1.6", "--output-format", "JSON", "--output-reproducible"),
            *("--output-file", str(to)),
        ],
        check=True,
        capture_output=True,
    )
