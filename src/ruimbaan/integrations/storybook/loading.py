# SPDX-License-Identifier: EUPL-1.2
"""The book of this installation, from the folder `verhalen/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ruimbaan.core.storybook.contents import Book, Piece, Section
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.storybook import building
from ruimbaan.integrations.storybook.files import Node, TextFile, read_text, read_yaml
from ruimbaan.integrations.storybook.problems import BookInvalid

FOLDER = "verhalen"
BOOK = "boek.yaml"


def has_book(data: Path = REPOSITORY) -> bool:
    return (data / FOLDER / BOOK).is_file()


def load_book(data: Path = REPOSITORY) -> Book:
    """Every file of it, whole. Raises BookInvalid with the first thing that is wrong."""
    folder = data / FOLDER
    node = read_yaml(folder / BOOK, "book")
    every: Mapping[str, Mapping[str, Piece]] = {
        "chapter": _by_id(folder / "hoofdstukken", "chapter", building.chapter),
        "story": _by_id(folder / "reizen", "story", building.story),
        "block": _by_id(folder / "bouwstenen", "block", building.block),
    }
    return Book(
        title=building.text(node["title"]),
        subtitle=building.text(node["subtitle"]),
        summary=building.text(node["summary"]),
        invented=building.text(node["invented"]),
        pieces=_in_order(node["order"], every),
        colophon=tuple(
            Section(building.text(one["title"]), building.text(one["text"]))
            for one in node["colophon"]
        ),
    )


def _by_id(folder: Path, shape: str, build: Callable[[TextFile], Piece]) -> Mapping[str, Piece]:
    found = [build(read_text(path, shape)) for path in sorted(folder.glob("*.md"))]
    return {piece.id: piece for piece in found}


def _in_order(order: list[Node], every: Mapping[str, Mapping[str, Piece]]) -> tuple[Piece, ...]:
    """Each text exactly once."""
    named = [(shape, name) for one in order for shape, name in one.items()]
    there = [(shape, name) for shape, pieces in every.items() for name in pieces]
    for shape, name in sorted({*named} ^ {*there}):
        raise BookInvalid(file=BOOK, where=f"{shape} {name}", what="not both here and as a file")
    if len(named) != len(there):
        raise BookInvalid(file=BOOK, where="order", what="a text stands there twice")
    return tuple(every[shape][name] for shape, name in named)
