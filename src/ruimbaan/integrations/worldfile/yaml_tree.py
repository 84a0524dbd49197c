# SPDX-License-Identifier: EUPL-1.2
"""From text to plain data with places: the small, harmless part of YAML that a world needs.

Built on parser events instead of a loader, so that nothing is constructed, no alias can grow
into a bomb and each value keeps its line. A plain scalar is yes/no, nothing, a whole number or
text; dates and everything else stay text. As in YAML 1.1, `no` is False.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

from ruimbaan.integrations.worldfile import reading_errors as wrong
from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems, WorldError, shown
from ruimbaan.integrations.worldfile.reading import Source

DEEPEST = 40
MOST_VALUES = 400_000
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: Final = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_NOTHING: Final = {"", "~", "null", "Null", "NULL"}
_WHOLE_NUMBER: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_CONTROL: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Refused(Exception):
    """Raised when a file cannot be read any further."""

    def __init__(self, error: WorldError) -> None:
        self.error = error
        super().__init__(error.code)


def parse(source: Source, problems: Problems) -> object:
    """The content of one file, or None when it is refused; what is wrong goes to `problems`."""
    try:
        return _Reader(source, problems).document()
    except _Refused as refusal:
        problems.add(refusal.error)
    except yaml.MarkedYAMLError as error:
        problems.add(_syntax_error(source, error))
    except yaml.YAMLError as error:
        problems.add(wrong.NotYaml(Place(source.name), problem=shown(error)))
    return None


class _Reader:
    def __init__(self, source: Source, problems: Problems) -> None:
        self.source = source
        self.problems = problems
        self.next: Callable[[], Any] = _PARSER(source.text).get_event
        self.values_left = MOST_VALUES

    def document(self) -> object:
        if bad := _CONTROL.search(self.source.text):
            raise _Refused(_forbidden(bad, self.place_of(bad)))
        self.next()  # start of the stream
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            place = Place(self.source.name)
            raise _Refused(wrong.FileEmpty(place, path=self.source.name))
        content = self.value(self.next(), depth=1)
        self.next()  # end of the document
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _Refused(wrong.SeveralDocuments(self.place(event)))
        return content

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.source.name, mark.line + 1, mark.column + 1)

    def place_of(self, found: re.Match[str]) -> Place:
        before = self.source.text[: found.start()]
        return Place(self.source.name, before.count("\n") + 1, found.start() - before.rfind("\n"))

    def value(self, event: Any, depth: int) -> Any:
        if event.anchor is not None:  # an alias has one too: the name that it repeats
            raise _Refused(wrong.AliasRefused(self.place(event)))
        if event.tag is not None:
            raise _Refused(wrong.TagRefused(self.place(event), tag=shown(event.tag)))
        self.values_left -= 1
        if self.values_left < 0:
            raise _Refused(wrong.TooManyValues(self.place(event), limit=MOST_VALUES))
        if depth > DEEPEST:
            raise _Refused(wrong.TooDeep(self.place(event), limit=DEEPEST))
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.MappingStartEvent:
            return self.mapping(event, depth)
        return self.sequence(event, depth)

    def mapping(self, start: Any, depth: int) -> LocatedMap:
        found = LocatedMap(self.place(start))
        while type(event := self.next()) is not yaml.MappingEndEvent:
            place = self.place(event)
            key = self.value(event, depth + 1)
            value = self.value(self.next(), depth + 1)
            if not isinstance(key, str):
                written = shown(event.value) if isinstance(event, yaml.ScalarEvent) else "?"
                self.problems.add(wrong.KeyNotText(place, key=written))
            elif key in found:
                self.problems.add(
                    wrong.DuplicateKey(place, key=shown(key), first=found.keys_at[key])
                )
            else:
                found[key] = value
                found.keys_at[key] = place
        return found

    def sequence(self, start: Any, depth: int) -> LocatedList:
        found = LocatedList(self.place(start))
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            found.items_at.append(self.place(event))
            found.append(self.value(event, depth + 1))
        return found

    def scalar(self, event: Any) -> str | int | bool | None:
        text: str = event.value
        if not event.implicit[0]:
            # The whole source was searched; only between double quotes one can be spelled out.
            if event.style == '"' and (bad := _CONTROL.search(text)):
                raise _Refused(_forbidden(bad, self.place(event)))
            return text
        if text in _NOTHING:
            return None
        small = text.lower()
        if small in _WORDS and text in (small, text.capitalize(), text.upper()):
            return _WORDS[small]
        return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _forbidden(found: re.Match[str], place: Place) -> WorldError:
    return wrong.ForbiddenCharacter(place, number=f"{ord(found.group()):04X}")


def _syntax_error(source: Source, error: yaml.MarkedYAMLError) -> WorldError:
    mark = error.problem_mark or error.context_mark
    place = Place(source.name, mark.line + 1, mark.column + 1) if mark else Place(source.name)
    return wrong.NotYaml(place, problem=shown(error.problem or "?"))
