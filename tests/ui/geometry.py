# SPDX-License-Identifier: EUPL-1.2
"""Where everything in a drawing stands, read back from the SVG itself."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ruimbaan.ui.pictures.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
ABOVE, BELOW = 0.72, 0.2  # of the size of a letter, around its baseline
TOLERANCE = 0.6
SMALLEST_RING = 13
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}  # the part of a text before its x


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    what: str = ""

    def overlaps(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOLERANCE and down > TOLERANCE

    def holds(self, other: Box) -> bool:
        return (
            self.left - TOLERANCE <= other.left
            and self.top - TOLERANCE <= other.top
            and other.right <= self.right + TOLERANCE
            and other.bottom <= self.bottom + TOLERANCE
        )


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 -- we drew it just now


def paper(svg: str) -> Box:
    left, top, width, height = map(float, parse(svg).attrib["viewBox"].split())
    return Box(left, top, left + width, top + height)


def texts(svg: str) -> list[Box]:
    return [_text_box(found) for found in parse(svg).iter(f"{SVG}text") if found.text]


def _text_box(found: ET.Element) -> Box:
    x, y, size = (float(found.attrib[name]) for name in ("x", "y", "font-size"))
    words = found.text or ""
    width = text_width(words, size, bold=found.attrib.get("font-weight") == "700")
    left = x - width * ANCHORS[found.attrib.get("text-anchor", "start")]
    return Box(left, y - ABOVE * size, left + width, y + BELOW * size, words)


def rings(svg: str) -> list[Box]:
    found = []
    for circle in parse(svg).iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[name]) for name in ("cx", "cy", "r"))
        if r >= SMALLEST_RING:
            found.append(Box(x - r, y - r, x + r, y + r, "ring"))
    return found


def collisions(svg: str) -> list[tuple[str, str]]:
    """Words on words, and words under a ring that is not their own."""
    words = texts(svg)
    found = [(a.what, b.what) for a, b in combinations(words, 2) if a.overlaps(b)]
    return found + [
        ("ring", box.what)
        for ring in rings(svg)
        for box in words
        if ring.overlaps(box) and not ring.holds(box)
    ]


def outside(svg: str) -> list[str]:
    edge = paper(svg)
    return [box.what for box in texts(svg) if not edge.holds(box)]


def attributes(svg: str) -> Iterator[tuple[str, str]]:
    for found in parse(svg).iter():
        yield from found.attrib.items()
