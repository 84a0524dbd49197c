# SPDX-License-Identifier: EUPL-1.2
"""How long a what-if of a whole region takes: 10,000 people in two years, fifty times, before and
after, on two cores. SIMULATION_RUNS=5 makes it smaller."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

MOST_SECONDS = 300
PEOPLE, RUNS = 10_000, 50
CHANGE = """
region: waalstad
title: {nl: "Vier plekken voor detox erbij, en eerder melden", en: "Four detox places more, and reporting earlier"}
changes:
  - {add_places: 4, at: W06}
  - {start_earlier: [H01-W, H03-W]}
"""


def test_a_what_if_of_a_region(tmp_path: Path):
    file, runs = tmp_path / "change.yaml", int(os.environ.get("SIMULATION_RUNS", RUNS))
    file.write_text(CHANGE, encoding="utf-8")
    asked = ("--region", "waalstad", "--change", str(file), "--years", "2", "--seed", "1")
    size = ("--people", str(PEOPLE), "--runs", str(runs), "--processes", "2", "--json")
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(
        [sys.executable, "-m", "ruimbaan.cli", "simulate", *asked, *size],
        cwd=tmp_path,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    took, after = perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)

    print(
        f"\n{PEOPLE} people, 2 years, {runs} runs, before and after: {took:.0f} s, of the processor "
        f"{after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime:.0f} s"
    )
    assert took <= MOST_SECONDS
