# SPDX-License-Identifier: EUPL-1.2
"""The labelled pairs, read from their file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from ruimbaan.core.directory.duplicates.entry import Entry, Written, entry_of

FILE = Path(__file__).with_name("labelled.yaml")
Fields = dict[str, str]


@dataclass(frozen=True)
class Pair:
    """`block` counts from 1; `is_double` is what people say."""

    block: int
    why: str
    one: Entry
    other: Entry
    is_double: bool

    def __str__(self) -> str:
        return f"{self.one.title} / {self.other.title} ({self.why})"


def pairs() -> tuple[Pair, ...]:
    found: list[Pair] = []
    base: Fields = {}
    block = 0
    for item in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        if "name" in item:
            base, block = item, block + 1
            continue
        ((label, variations),) = item.items()
        for number, variation in enumerate(variations):
            one = _entry(f"{block}", base, house="")
            uid = f"{block}-{label}-{number}"
            house = base["organisation"] if variation.get("house") else ""
            other = _entry(uid, base | variation, house=house)
            if house:
                one = _entry(f"{block}", base, house=house)
            found.append(Pair(block, variation["why"], one, other, label == "doubles"))
    return tuple(found)


def _entry(uid: str, fields: Fields, *, house: str) -> Entry:
    def text(name: str) -> str:
        found = str(fields.get(name, ""))
        return "" if found == "none" else found

    return entry_of(
        uid,
        Written(
            name=text("name"),
            organisation=text("organisation"),
            organisation_uid=house,
            phones=(text("phone"),),
            mails=(text("mail"),),
            sites=(text("site"),),
            addresses=((text("street"), text("postal"), text("town")),),
        ),
    )
