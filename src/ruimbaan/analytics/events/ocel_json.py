# SPDX-License-Identifier: EUPL-1.2
"""OCEL 2.0 in JSON, read as it comes by ijson."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from ruimbaan.analytics.events import tree_errors
from ruimbaan.analytics.events.ocel import OcelEvent

BEGINNING = 4096  # bytes in which an older format shows itself


class OcelJson:
    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as stream:
            if b'"ocel:' in stream.read(BEGINNING):
                raise tree_errors.OldOcel

    def objects(self) -> Iterator[tuple[str, str]]:
        for one in self._items("objects"):
            yield str(one.get("id", "")), str(one.get("type", ""))

    def events(self) -> Iterator[OcelEvent]:
        for one in self._items("events"):
            yield OcelEvent(
                uid=_text(one.get("id")),
                kind=_text(one.get("type")),
                time=_text(one.get("time")),
                attributes={
                    str(pair.get("name", "")): str(pair["value"])
                    for pair in _objects(one.get("attributes"))
                    if pair.get("value") is not None
                },
                objects=tuple(
                    str(pair.get("objectId", "")) for pair in _objects(one.get("relationships"))
                ),
            )

    def _items(self, part: str) -> Iterator[dict[str, Any]]:
        try:
            with self.path.open("rb") as stream:
                for one in ijson.items(stream, f"{part}.item"):
                    if not isinstance(one, dict):
                        raise tree_errors.NotOcel(missing=f"{part}[].id")
                    yield one
        except (ijson.JSONError, UnicodeDecodeError):  # its words would quote the file
            raise tree_errors.NotJson from None
        except RecursionError:
            raise tree_errors.TooDeep(limit="1000") from None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
