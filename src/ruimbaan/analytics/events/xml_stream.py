# SPDX-License-Identifier: EUPL-1.2
"""XML read as it comes: each finished element once, then forgotten. What could be a bomb is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ruimbaan.analytics.events import tree_errors

DEEPEST = 60  # levels


def finished(path: Path, *names: str, first: str) -> Iterator[Element]:
    """Each element called one of `names`, whole, in the order of the file; `first` is the root.

    Raises NotXml, EntitiesRefused, NoLogInXml or TooDeep.
    """
    try:
        yield from _walk(path, names, first)
    except ParseError as error:
        line, column = error.position
        raise tree_errors.NotXml(line=line, column=column + 1) from None
    except DefusedXmlException:
        raise tree_errors.EntitiesRefused from None
    except (LookupError, ValueError):  # an encoding that nobody knows
        raise tree_errors.NotXml(line=1, column=1) from None


def plain(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


def _walk(path: Path, names: tuple[str, ...], first: str) -> Iterator[Element]:
    above: list[Element] = []
    for happened, element in iterparse(path, events=("start", "end"), forbid_dtd=True):
        if happened == "start":
            if not above and plain(element.tag) != first:
                raise tree_errors.NoLogInXml(found=plain(element.tag))
            above.append(element)
            if len(above) > DEEPEST:
                raise tree_errors.TooDeep(limit=DEEPEST)
            continue
        above.pop()
        inside = any(plain(one.tag) in names for one in above)
        if plain(element.tag) in names and not inside:
            yield element
        if above and not inside:
            above[-1].remove(element)  # what was given is no longer needed
