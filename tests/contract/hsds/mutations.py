# SPDX-License-Identifier: EUPL-1.2
"""Files that are nearly HSDS: official examples with something broken, bytes or structure. The same
seed makes the same files."""

from __future__ import annotations

import copy
import json
from datetime import date
from functools import cache
from random import Random
from typing import Any

from ruimbaan.core.directory.records.rows import Content, Place
from ruimbaan.core.directory.validation.judging import Judged, judge
from ruimbaan.core.directory.validation.references import find_dangling, missing_keys
from ruimbaan.integrations.hsds.archive import Files, unzipped
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.hsds.limits import Limits
from ruimbaan.integrations.hsds.reading import read_files
from ruimbaan.integrations.hsds.storing import zipped
from tests.contract.hsds.official_files import EXAMPLES

LIMITS = Limits(file_bytes=200_000, total_bytes=400_000, files=30, rows=200, columns=60, depth=30)
SMALL = ("location.json", "service_list.json", "organization_list.json", "taxonomy_term_list.json")
TABLES = ("services.csv", "phones.csv", "schedules.csv", "locations.csv", "attributes.csv")
TOKENS = (
    b'"', b",", b";", b"\t", b"\n", b"\r", b"\0", b"'", b"=", b"[", b"]", b"{", b"}", b":", b"\\",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xff", b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"null", b"true",
    b"NaN", b"1e999", b"-0", b"9" * 40, b"id", b"ruimbaan", b"contents", b"services", b"2026-02-30",
    b"24:00", b"<script>", b"\xe2\x80\xae", b"0" * 80, b"__proto__", b"%s", b"{found}",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1e308, "", " ", "\0", "\ud800", "x" * 300, "=1", [], {}, [[]],
    [None], {"id": 1}, [{"id": "a"}], {"ruimbaan": []}, "2026-02-30", "25:00", "NL", "active", "{x}",
)  # fmt: skip
NAMES = ("id", "phones", "organization", "ruimbaan", "contents", "services", "status", "", "x\0")
PLACE = Place("fuzz.zip")
TODAY = date(2026, 11, 22)


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    files = [EXAMPLES / name for name in SMALL] + [EXAMPLES / "csv" / name for name in TABLES]
    return tuple((path.name, path.read_bytes()) for path in files)


def mutated(chance: Random) -> Files:
    """One or a few files, each broken in one to four places; sometimes they come out of a zip."""
    files: Files = {}
    for name, content in chance.sample(seeds(), chance.choice((1, 1, 1, 2))):
        broken = content
        if name.endswith(".json") and chance.random() < 0.6:
            broken = _structure(json.loads(content), chance)
        for _ in range(chance.randint(0, 3)):
            broken = _bytes(broken, chance)
        files[name] = broken
    return files


def run(chance: Random) -> Judged | None:
    """One attempt; None when the files were refused as a whole. Any other exception is a fault, and
    so is a row that is neither a record nor set aside (AssertionError)."""
    files = mutated(chance)
    try:
        if chance.random() < 0.1:
            packed = zipped(files)
            packed = _bytes(packed, chance) if chance.random() < 0.8 else packed
            files = unzipped(packed, PLACE, LIMITS)
        content = read_files(files, limits=LIMITS)
    except ExchangeError as refused:
        refused.explain("nl")
        return None
    return looked_at(content)


def looked_at(content: Content) -> Judged:
    judged = judge(content, TODAY)
    dangling = find_dangling(judged.records, missing_keys(judged.records), judged.places)
    for finding in (*judged.findings, *dangling):
        finding.explain("nl")
        finding.explain("en")
    inside = {record.key for record in judged.records}
    aside = {(refused.table, refused.uid) for refused in judged.refused}
    for row in content.rows:
        uid = str(row.values.get("id"))
        assert {(row.table, uid), (row.table, uid.lower()), (row.table, "")} & (inside | aside), row
    assert len(judged.refused) >= len(content.loose)
    return judged


def _bytes(content: bytes, chance: Random) -> bytes:
    here = chance.randrange(len(content) + 1)
    there = min(len(content), here + chance.randrange(40))
    match chance.randrange(6):
        case 0:
            return content[:here] + chance.choice(TOKENS) + content[here:]
        case 1:
            return content[:here] + content[there:]
        case 2:
            return content[:here] + content[here:there] * 2 + content[there:]
        case 3:
            return content[:here] + bytes([chance.randrange(256)]) + content[here + 1 :]
        case 4:
            return content[:here]
        case _:
            return content[:here] + chance.choice(TOKENS) + content[there:]


def _structure(document: Any, chance: Random) -> bytes:
    """Another value, name or place for one to three nodes."""
    for _ in range(chance.randint(1, 3)):
        held, key = chance.choice(_nodes(document))
        match chance.randrange(4):
            case 0:
                held[key] = copy.deepcopy(chance.choice(VALUES))
            case 1:
                held[key] = copy.deepcopy(chance.choice([h[k] for h, k in _nodes(document)]))
            case 2 if isinstance(held, dict):
                held[chance.choice(NAMES)] = held.pop(key)
            case _:
                held[key] = [copy.deepcopy(held[key])] * chance.randint(1, 3)
        if not _nodes(document):
            break
    return json.dumps(document).encode()


def _nodes(document: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict | list):
            keys = list(node) if isinstance(node, dict) else range(len(node))
            found += [(node, key) for key in keys]
            waiting += node.values() if isinstance(node, dict) else node
    return found[:500]
