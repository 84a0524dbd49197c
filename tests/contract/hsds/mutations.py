# SPDX-License-Identifier: EUPL-1.2
"""Files that are nearly HSDS: official examples with something broken, bytes or structure. The same
seed makes the same files."""

from __future__ import annotations

from functools import cache
from random import Random

from ruimbaan.core.directory.records.rows import Content, Place
from ruimbaan.core.directory.validation.judging import Judged
from ruimbaan.integrations.hsds.archive import Files, unzipped
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.hsds.reading import read_files
from ruimbaan.integrations.hsds.storing import zipped
from tests.contract.fuzzing.breaking import broken_bytes, broken_json, one_of
from tests.contract.fuzzing.looking import LIMITS, looked_at
from tests.contract.hsds.official_files import EXAMPLES

SMALL = ("location.json", "service_list.json", "organization_list.json", "taxonomy_term_list.json")
TABLES = ("services.csv", "phones.csv", "schedules.csv", "locations.csv", "attributes.csv")
PLACE = Place("fuzz.zip")


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    files = [EXAMPLES / name for name in SMALL] + [EXAMPLES / "csv" / name for name in TABLES]
    return tuple((path.name, path.read_bytes()) for path in files)


def mutated(chance: Random) -> Files:
    """One or two files, each broken in none to four places."""
    files: Files = {}
    for _ in range(one_of((1, 1, 1, 2), chance)):
        name, content = one_of(seeds(), chance)
        broken = content
        if name.endswith(".json") and chance.random() < 0.6:
            broken = broken_json(content, chance)
        for _ in range(int(chance.random() * 4)):
            broken = broken_bytes(broken, chance)
        files[name] = broken
    return files


def attempt(chance: Random) -> Content:
    """Raises ExchangeError. Sometimes the files come out of a zip, broken or not."""
    files = mutated(chance)
    if chance.random() < 0.1:
        packed = zipped(files)
        packed = broken_bytes(packed, chance) if chance.random() < 0.8 else packed
        files = unzipped(packed, PLACE, LIMITS)
    return read_files(files, limits=LIMITS)


def run(chance: Random) -> Judged | None:
    """One attempt; None when the files were refused as a whole. Any other exception is a fault, and
    so is a row that is neither a record nor set aside (AssertionError)."""
    try:
        content = attempt(chance)
    except ExchangeError as refused:
        refused.explain("nl")
        return None
    return looked_at(content)
