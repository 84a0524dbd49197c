# SPDX-License-Identifier: EUPL-1.2
"""What a report is made of. All texts are in the language of the report already."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rows:
    """A table. The first column is read as the name of its row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """`lead` says the outcome first; `picture` is SVG, and `tables` say the same; `notes` tell how to
    read it and what it does not say."""

    id: str
    title: str
    lead: tuple[str, ...]
    picture: str = ""
    tables: tuple[Rows, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    about: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    made: str
