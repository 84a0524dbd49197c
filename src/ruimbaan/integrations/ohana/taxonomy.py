# SPDX-License-Identifier: EUPL-1.2
"""The words that services are sorted by: a table, or the tree of Open Eligibility in JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Loose, Place, Row
from ruimbaan.integrations.ohana.mapping import KEPT, Cells, Mapper

NAME = "Open Eligibility"
DESCRIPTION = "The taxonomy of human services and situations that Ohana API uses."
LEVELS = ("top_level", "second_level", "third_level", "fourth_level", "fifth_level")


def is_tree(document: Json) -> bool:
    found = document.get("taxonomy") if isinstance(document, dict) else None
    return isinstance(found, dict) and LEVELS[0] in found


def taxonomy_row(mapper: Mapper, place: Place) -> Row:
    uid = mapper.uid("taxonomy", NAME)
    return Row("taxonomy", {"id": uid, "name": NAME, "description": DESCRIPTION}, place)


def term_of(mapper: Mapper, cells: Cells, place: Place) -> Row:
    """A line of taxonomy.csv."""
    kept: dict[str, Json] = {name: cell for name, cell in cells.items() if cell}
    return _term(mapper, cells.get("taxonomy_id", ""), cells.get("parent_id", ""), kept, place)


def terms_of(mapper: Mapper, document: Json, place: Place) -> Iterator[Row | Loose]:
    """The tree from the top down. What is no branch is told of as loose."""
    top = document["taxonomy"] if isinstance(document, dict) else None
    yield from _branches(mapper, top, "", Place(place.file, path="$.taxonomy"))


def _branches(mapper: Mapper, node: Json, parent: str, place: Place) -> Iterator[Row | Loose]:
    if not isinstance(node, dict):
        yield Loose("taxonomy_term", node, place)
        return
    for level in LEVELS:
        below = node.get(level, [])
        for number, child in enumerate(below if isinstance(below, list) else [below]):
            yield from _branch(mapper, child, parent, place.inside(f".{level}[{number}]"))


def _branch(mapper: Mapper, node: Json, parent: str, place: Place) -> Iterator[Row | Loose]:
    code = node.get("@id") if isinstance(node, dict) else None
    if not isinstance(node, dict) or not isinstance(code, str):
        yield Loose("taxonomy_term", node, place)
        return
    kept = {name.removeprefix("@"): value for name, value in node.items() if name not in LEVELS}
    title = kept.get("title")
    kept["name"] = title if isinstance(title, str) else ""
    yield _term(mapper, code, parent, kept, place)
    below = {name: value for name, value in node.items() if name in LEVELS}
    yield from _branches(mapper, below, code, place)


def _term(mapper: Mapper, code: str, parent: str, kept: dict[str, Json], place: Place) -> Row:
    values: dict[str, Json] = {
        "id": mapper.uid("taxonomy_term", code) if code else "",
        "code": code,
        "name": kept.get("name", ""),
        "taxonomy_id": mapper.uid("taxonomy", NAME),
        "taxonomy": NAME,
        KEPT: kept,
    }
    if parent:
        values["parent_id"] = mapper.uid("taxonomy_term", parent)
    return Row("taxonomy_term", values, place)
