# SPDX-License-Identifier: EUPL-1.2
"""Links are made, asked for and stopped in any order, and show what was chosen or nothing at all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4

import hypothesis.strategies as st
from django.db.models import F
from django.utils import timezone
from hypothesis.stateful import rule

from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.services import LinkWanted, end_link, make_link
from ruimbaan.parts.trust.walls import Opening
from tests.trust.leaks.expecting import Promises
from tests.trust.leaks.world import World, somebody_new

NUMBERS = st.integers(0, 999)
PARTS = st.sets(st.sampled_from(sorted(SHAREABLE)), min_size=1, max_size=3)
WRONG = "000 000"


@dataclass
class GivenLink:
    """`shown` is what may come out by it, as the person chose it; days from the start of the run."""

    row: UUID
    file: int
    path: str
    code: str
    shown: set[Part]
    end: float
    stopped: bool = False


class LinkRules:
    """For the machine: it keeps the promises and the world."""

    world: ClassVar[World]
    looks: ClassVar[int]
    promises: Promises
    links: list[GivenLink]

    def _as_owner(self, number: int) -> AbstractContextManager[Opening]:
        raise NotImplementedError

    def begin_without_links(self) -> None:
        LinkRecord.objects.all().delete()
        self.links = []

    def days_pass_for_links(self, days: int) -> None:
        earlier = timedelta(days=days)
        LinkRecord.objects.update(made=F("made") - earlier, ends=F("ends") - earlier)

    @rule(file=NUMBERS, calendar=st.booleans(), parts=PARTS, words=st.booleans(), days=NUMBERS)
    def make_a_link(
        self, file: int, calendar: bool, parts: set[Part], words: bool, days: int
    ) -> None:
        number, lasts = file % len(self.world.files), 1 + days % 5
        now = timezone.now()
        wanted = LinkWanted(
            uuid4(),
            LinkKind.CALENDAR if calendar else LinkKind.SUMMARY,
            (Part.APPOINTMENTS,) if calendar else tuple(sorted(parts)),
            Purpose.SUPPORT,
            now + timedelta(days=lasts),
            with_code=not calendar,
            about={"words": str(int(words)), "for": "iemand"},
        )
        with self._as_owner(number) as opening:
            made = make_link(opening, wanted, now)
        shown = ({Part.APPOINTMENTS} if words else set()) if calendar else parts
        path = f"/agenda/{made.token}.ics" if calendar else f"/samenvatting/{made.token}"
        end = self.promises.today + lasts
        self.links.append(GivenLink(made.link.id, number, path, made.code, shown, end))

    @rule(which=NUMBERS, stops=st.booleans(), right=st.booleans())
    def a_link_is_asked_for(self, which: int, stops: bool, right: bool) -> None:
        if not self.links:
            return
        link = self.links[which % len(self.links)]
        if stops:
            with self._as_owner(link.file) as opening:
                end_link(opening, link.row, timezone.now())
            link.stopped = True
        self._ask(link, right=right)

    def _ask(self, link: GivenLink, *, right: bool) -> None:
        """Each time as somebody new: nothing of an earlier answer may help."""
        browser = somebody_new()
        open_still = not link.stopped and self.promises.today < link.end
        open_still = open_still and link.file not in self.promises.closed
        if link.code:
            door = browser.get(link.path)
            self._shows(door, set())
            answer = browser.post(link.path, {"code": link.code if right else WRONG})
            shown = link.shown if right and open_still else set()
        else:
            answer, shown = browser.get(link.path), link.shown if open_still else set()
        marks = self.world.files[link.file].marks
        self._shows(answer, {marks[part] for part in shown if part in marks})
        if not open_still and not (link.code and not right):
            assert answer.status_code == 404
        assert answer.cookies == {}
        type(self).looks += 1

    def _shows(self, answer: Any, wanted: set[str]) -> None:
        text = answer.content.decode().replace("\r\n ", "")
        found = {mark for file in self.world.files for mark in file.marks.values() if mark in text}
        assert found == wanted
