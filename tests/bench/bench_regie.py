# SPDX-License-Identifier: EUPL-1.2
"""How long the server works on a page of a steward: from released figures at most 50 ms, once the
folder was read; and what the folder costs when it changed."""

from __future__ import annotations

import gzip
import sys
from itertools import product
from pathlib import Path
from random import Random
from time import process_time

import pytest
from django.conf import LazySettings

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.insight import figures
from tests.parts.upkeep_people import keeper
from tests.regie_releases import publish

pytestmark = pytest.mark.django_db
MOST, MOST_BYTES = 0.05, 150_000
MOST_PRINT = 2.0
HERE = "/werk/regie/waalstad"
PATHS = (
    f"{HERE}/wachten",
    f"{HERE}/wachten/9/23",
    f"{HERE}/wachten/tabel.csv",
    f"{HERE}/goed",
    f"{HERE}/kaart?laag=wachten",
    f"{HERE}/kaart?laag=stromen",
    f"{HERE}/vast",
    f"{HERE}/raadsbrief",
)


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    """As large as a table of a region becomes: some 12,000 handoffs of all pairs."""
    settings.RELEASES = tmp_path
    chance = Random(7)
    codes = ("6", "9", "23", "40", "34")
    pairs = {
        pair: tuple(chance.randrange(11, 120) for _way in range(7))
        for pair in product((*codes, "zelf"), codes)
    }
    publish(tmp_path / "waalstad", pairs=pairs)
    return tmp_path / "waalstad"


def test_a_page_of_figures_answers_at_once(folder: Path):
    nadia = keeper(Role.STEWARD, name="Nadia")[0]
    slow = []
    for path in PATHS:
        nadia.get(path)
        seconds = min(_seconds(nadia, path) for _again in range(5))
        size = len(gzip.compress(nadia.get(path).content))
        sys.stdout.write(f"\n{path}: {seconds * 1000:.1f} ms, {size:,} bytes compressed")
        assert size <= MOST_BYTES
        if seconds > MOST:
            slow.append(path)

    assert slow == []


def _seconds(browser, path: str) -> float:
    started = process_time()
    assert browser.get(path).status_code == 200
    return process_time() - started


def test_the_folder_is_read_once(folder: Path):
    figures._read.cache_clear()
    started = process_time()
    figures.figures_of("waalstad")
    first = process_time() - started
    started = process_time()
    figures.figures_of("waalstad")
    again = process_time() - started

    sys.stdout.write(f"\nread {first * 1000:.1f} ms, looked at again {again * 1000:.2f} ms\n")
    assert again <= first / 5


def test_the_letter_is_printed_while_one_waits(folder: Path):
    nadia = keeper(Role.STEWARD, name="Nadia")[0]
    nadia.get(f"{HERE}/raadsbrief.pdf")
    seconds = _seconds(nadia, f"{HERE}/raadsbrief.pdf")

    sys.stdout.write(f"\nletter: {seconds:.2f} s\n")
    assert seconds <= MOST_PRINT
