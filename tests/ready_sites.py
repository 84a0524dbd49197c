# SPDX-License-Identifier: EUPL-1.2
"""Sites as they stand just after their first start. Each kind is made once a run, by whichever test
asks first; every test gets a copy of its own."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.paths import ROOT

OPEN = "from ruimbaan.project import opening; opening.open_site()"
READY_IN = "RUIMBAAN_DEMO_READY_IN"  # as in ruimbaan.project.demo, which only a site can read


def demo_in(folder: Path, *, regions: bool = True) -> None:
    """The folder of a demo (its RUIMBAAN_VAR); without `regions` one that has no data of any."""
    if regions:
        copy_of("demo", folder, _open)
    else:
        copy_of("demo-without-regions", folder, _open_without_regions)


def around(folder: Path, **more: str) -> dict[str, str]:
    """What a process hears that works in the folder of a demo: all is ready there, it makes nothing."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("RUIMBAAN_")}
    demo = {"PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "ruimbaan.project.settings"}
    ours = {"RUIMBAAN_DEMO": "1", "RUIMBAAN_VAR": str(folder), READY_IN: str(folder)}
    return mine | demo | ours | more


def copy_of(kind: str, folder: Path, make: Callable[[Path], object]) -> None:
    """`make` fills the folder that it gets, when this run has none of this kind yet. A long run of
    its own keeps none: it makes its site where it stands."""
    if "TESTS_OF_ONE_RUN" not in os.environ:
        make(folder)
        return
    run = Path(os.environ["TESTS_OF_ONE_RUN"])
    ready = run / kind
    with (run / f"{kind}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not ready.exists():
            being_made = run / f"{kind}.being-made"
            shutil.rmtree(being_made, ignore_errors=True)
            being_made.mkdir()
            make(being_made)
            being_made.rename(ready)
    shutil.copytree(ready, folder, dirs_exist_ok=True)


def _open_without_regions(folder: Path) -> None:
    _open(folder, RUIMBAAN_DATA=str(folder / "no-regions"))


def _open(folder: Path, **more: str) -> None:
    ready = around(folder, **more)
    del ready[READY_IN]
    subprocess.run([sys.executable, "-c", OPEN], cwd=ROOT, env=ready, check=True)
