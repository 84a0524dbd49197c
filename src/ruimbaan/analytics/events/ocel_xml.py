# SPDX-License-Identifier: EUPL-1.2
"""OCEL 2.0 in XML, one element in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from ruimbaan.analytics.events.ocel import OcelEvent
from ruimbaan.analytics.events.xml_stream import finished, plain


class OcelXml:
    def __init__(self, path: Path) -> None:
        self.path = path

    def objects(self) -> Iterator[tuple[str, str]]:
        # an event names its objects by elements called object too: those stay inside it
        for element in finished(self.path, "object", "event", first="log"):
            if plain(element.tag) == "object":
                yield element.get("id", ""), element.get("type", "")

    def events(self) -> Iterator[OcelEvent]:
        for element in finished(self.path, "event", first="log"):
            yield OcelEvent(
                uid=element.get("id"),
                kind=element.get("type"),
                time=element.get("time"),
                attributes={
                    one.get("name", ""): one.text.strip()
                    for one in _inside(element, "attribute")
                    if one.text and one.text.strip()
                },
                objects=tuple(
                    one.get("object-id", "")
                    for name in ("relationship", "object")
                    for one in _inside(element, name)
                    if one.get("object-id") is not None
                ),
            )


def _inside(element: Element, name: str) -> list[Element]:
    return [one for one in element.iter() if plain(one.tag) == name]
