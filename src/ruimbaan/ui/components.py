# SPDX-License-Identifier: EUPL-1.2
"""What each component shows, as values. A part fills these; the template only draws them.

Every text is already in the reader's language. Components never compute and never look things up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.safestring import SafeString

TagKind = Literal["plain", "ok", "room", "main", "wait"]
StepState = Literal["done", "now", "wait", "room", "later", "goal", "gap"]
ButtonKind = Literal["primary", "secondary"]
AlertKind = Literal["info", "ok", "warning", "error"]
RungState = Literal["used", "room", "empty"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a menu, breadcrumb or error summary; the last crumb has no url."""

    text: str
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    text: str
    kind: TagKind = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line "what: when"; `missing` draws the value softly ("nog niet")."""

    term: str
    value: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    url: str
    kind: ButtonKind = "secondary"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One of the two facts that a key message weighs against each other."""

    label: str
    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """The answer in one block, above any picture."""

    title: str
    text: str
    weighed: tuple[Weighed, ...] = ()
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class WayOut:
    """The one step that frees a deadlock: first words in bold, then why it may be done. Or the
    `steps` that free it together, each a line of its own."""

    text: str
    because: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Rules that wait for each other. `picture` is ready-made SVG of the loop, or empty."""

    title: str
    sentences: tuple[str, ...]
    ways_out: tuple[WayOut, ...] = ()
    picture: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One plan as a card to choose. Never a cost or score: `tag` says what it asks, in words."""

    title: str
    url: str
    tag: Tag
    facts: tuple[Fact, ...]
    note: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask, what to say and what it wins. `number` is the ring in the picture, or 0; `url`
    the page of the rule, if it has one; `covered` says that nothing needs to be asked, and `agreed`
    leads to what organisations agreed about it; `situations` to what "Mag ik dit?" says of it. `cover` says where
    it need not be asked, when that is not everywhere."""

    title: str
    who: str
    say: str = ""
    why: str = ""
    gain: str = ""
    number: int = 0
    url: str = ""
    covered: str = ""
    agreed: tuple[Link, ...] = ()
    situations: tuple[Link, ...] = ()
    cover: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder. An empty rung stays visible: room was looked for, not needed.
    `folded`: what it asks is behind one line, so that a long ladder can be overseen."""

    number: int
    title: str
    lead: str
    state: RungState = "used"
    asks: tuple[Ask, ...] = ()
    note: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One stop of the vertical route. `sign` replaces the icon of the state (a ring number). `between`
    are stops that stay folded under this title."""

    state: StepState
    title: str
    when: str = ""
    text: str = ""
    sign: str = ""
    tag: Tag | None = None
    between: tuple[TimelineStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain text; the first cell of each row is its header."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def labelled(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rows, each cell with the name of its column: for where there is no room for columns."""
        return tuple(tuple(zip(self.columns, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Option:
    """One whole-row choice in a group of radio buttons or checkboxes."""

    value: str
    text: str
    help: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """One question with options; `many` makes checkboxes."""

    name: str
    question: str
    options: tuple[Option, ...]
    help: str = ""
    error: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of "check your answers"."""

    question: str
    answer: str
    change_url: str


@dataclass(frozen=True, slots=True)
class Alert:
    text: str
    kind: AlertKind = "info"


@dataclass(frozen=True, slots=True)
class Door:
    """A large row that leads somewhere."""

    text: str
    url: str
    icon: str
    help: str = ""
