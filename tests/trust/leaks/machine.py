# SPDX-License-Identifier: EUPL-1.2
"""Anything may happen in any order, and nothing of a file comes out to who may not see it.

Days pass by moving what is kept in the database back in time: the site's own clock is real.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

import hypothesis.strategies as st
from django.db.models import F
from django.utils import timezone
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import MembershipRecord
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey.wording import PURPOSES
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from ruimbaan.parts.trust.services import close_for_others, open_file, open_for_others, revoke
from ruimbaan.parts.trust.walls import Opening
from tests.trust.leaks.expecting import Given, Promises
from tests.trust.leaks.handoffs import HandoffRules
from tests.trust.leaks.links import LinkRules
from tests.trust.leaks.ways_out import Way, addresses
from tests.trust.leaks.world import LONG_AGO, Somebody, World
from tests.trust.people import give

NUMBERS = st.integers(0, 999)
DAYS = st.sampled_from((-3, -1, 0, 1, 2, 5))
FOUND, NOT_FOUND = 200, 404


class Leaks(LinkRules, HandoffRules, RuleBasedStateMachine):
    """`world` is built once; each run begins with what was given, closed and ended undone."""

    world: ClassVar[World]
    steps: ClassVar[int] = 0
    looks: ClassVar[int] = 0  # answers that were searched for what should not be in them

    @initialize()
    def begin(self) -> None:
        self.promises = Promises()
        self._nowhere: dict[tuple[str, str, int], Any] = {}
        Leaks.steps -= 1  # this is none
        GrantRecord.objects.all().delete()
        self.begin_without_links()
        self.begin_with_handoffs_as_sent()
        Journey.objects.update(restricted=None)
        MembershipRecord.objects.update(ends=None, starts=timezone.now() - LONG_AGO)

    @rule(
        file=NUMBERS,
        part=st.sampled_from(sorted(SHAREABLE)),
        who=NUMBERS,
        kind=st.sampled_from(PartyKind),
        purpose=st.sampled_from(Purpose),
        begin=DAYS,
        days=st.sampled_from((1, 3, 91)),
    )
    def give_a_part(
        self,
        file: int,
        part: Part,
        who: int,
        kind: PartyKind,
        purpose: Purpose,
        begin: int,
        days: int,
    ) -> None:
        number = file % len(self.world.files)
        party = self._party(self._somebody(who), kind)
        starts = timezone.now() - timedelta(minutes=1) + timedelta(days=begin)
        row = give(
            Journey.objects.get(pk=self.world.files[number].journey),
            part,
            (kind, party),
            purpose=purpose,
            starts=starts,
            days=days,
        )
        first = self.promises.today + begin
        self.promises.given.append(
            Given(row.id, number, part, kind, party, purpose, first, first + days)
        )

    @rule(days=st.sampled_from((1, 2, 4)))
    def days_pass(self, days: int) -> None:
        earlier = timedelta(days=days)
        GrantRecord.objects.update(starts=F("starts") - earlier, ends=F("ends") - earlier)
        self.days_pass_for_links(days)
        self.promises.today += days

    @rule(which=NUMBERS, look=st.booleans())
    def stop_then_look(self, which: int, look: bool) -> None:
        if not self.promises.given:
            return
        given = self.promises.given[which % len(self.promises.given)]
        with self._as_owner(given.file) as opening:
            revoke(opening, given.row, timezone.now())
        self.promises.stop(given)
        if look:
            self._through_their_eyes(given)

    @rule(which=NUMBERS, days=st.sampled_from((0, 1, 3)))
    def look_as_who_it_was_given_to(self, which: int, days: int) -> None:
        """The aimed rule: change something about a grant, then look through exactly those eyes."""
        if not self.promises.given:
            return
        if days:
            self.days_pass(days)
        self._through_their_eyes(self.promises.given[which % len(self.promises.given)])

    @rule(who=NUMBERS, file=NUMBERS, purpose=st.sampled_from(sorted(PURPOSES)))
    def anybody_looks(self, who: int, file: int, purpose: Purpose) -> None:
        self._look(self._somebody(who), file % len(self.world.files), purpose)

    @rule(who=NUMBERS)
    def somebody_leaves_the_organisation(self, who: int) -> None:
        one = self._somebody(who)
        for job in self.promises.jobs(one)[:1]:
            MembershipRecord.objects.filter(pk=job.membership).update(ends=timezone.now())
            self.promises.left.add(job.membership)
        for number in range(len(self.world.files)):
            for purpose in PURPOSES:
                self._look(one, number, purpose)

    @rule(file=NUMBERS, closed=st.booleans())
    def close_or_open_all(self, file: int, closed: bool) -> None:
        number = file % len(self.world.files)
        with self._as_owner(number) as opening:
            if closed:
                close_for_others(opening, timezone.now())
                self.promises.closed.add(number)
            else:
                open_for_others(opening)
                self.promises.closed.discard(number)
        for given in [given for given in self.promises.given if given.file == number][:2]:
            self._through_their_eyes(given)

    @rule(who=NUMBERS, file=NUMBERS)
    def look_at_the_handoff(self, who: int, file: int) -> None:
        """It is there exactly for who may read it; for others that address is of nothing."""
        self._check_handoff(self._somebody(who), file % len(self.world.files))

    def _check_handoff(self, one: Somebody, number: int) -> None:
        """On the page and in the file of it. Of one that ended the page may say that it did."""
        found = self.world.files[number]
        receiver = self.world.organisations[0]
        if one is found.owner or one.account is None:
            return
        reads = self.promises.reads_handoff(one, number, found, receiver)
        for way in ("", "/fhir"):
            answer = one.browser.get(f"/werk/overdracht/{found.handoff}{way}")
            Leaks.looks += 1
            assert (found.asked.encode() in answer.content) == reads, way
            ended = number in self.promises.ended
            assert reads or ended or answer.status_code == NOT_FOUND, way
            self._nothing_else(one, answer)

    @rule(who=NUMBERS, way=NUMBERS, file=NUMBERS)
    def any_way_out(self, who: int, way: int, file: int) -> None:
        """Every address behind the login, filled in with what belongs to one of the files."""
        one = self._somebody(who)
        number = file % len(self.world.files)
        given = [given.row for given in self.promises.given if given.file == number]
        ways = addresses(self.world.files[number], given)
        self._check(one, ways[way % len(ways)])

    @invariant()
    def count(self) -> None:
        """Hypothesis comes here after each step."""
        Leaks.steps += 1

    def _as_owner(self, number: int) -> AbstractContextManager[Opening]:
        file = self.world.files[number]
        assert file.owner.account is not None
        return open_file(
            actor_for(file.owner.account),
            file.journey,
            frozenset(Part),
            action=Action.SHARE,
            now=timezone.now(),
        )

    def _through_their_eyes(self, given: Given) -> None:
        for one in self.world.everybody:
            ids = {one.account} | {job.membership for job in one.jobs}
            if given.party in ids | {job.organisation for job in one.jobs}:
                self._look(one, given.file, given.purpose)

    def _look(self, one: Somebody, number: int, purpose: Purpose) -> None:
        file = self.world.files[number]
        if one is file.owner:  # has a page of one's own
            return
        path = PURPOSES[purpose].path if purpose in PURPOSES else "betalen"
        answer = one.browser.get(f"/gedeeld/{file.journey}/{path}")
        seen = self.promises.seen(one, number, file, purpose if purpose in PURPOSES else None)
        Leaks.looks += 1
        if one.account is not None:  # who is not signed in is asked to, whatever the address
            assert answer.status_code == (FOUND if seen else NOT_FOUND), answer.status_code
        text = answer.content.decode()
        for part, mark in file.marks.items():
            assert (mark in text) == (part in seen and answer.status_code == FOUND), part
        if answer.status_code == NOT_FOUND:
            nowhere = self._what_is_not_there(one, path)
            assert answer.content == nowhere.content
            assert sorted(answer.headers.items()) == sorted(nowhere.headers.items())
        self._nothing_else(one, answer)

    def _what_is_not_there(self, one: Somebody, path: str) -> Any:
        """Asked once in a run, for as long as this reader has the same work."""
        as_who = (one.name, path, len(self.promises.jobs(one)))
        if as_who not in self._nowhere:
            self._nowhere[as_who] = one.browser.get(f"/gedeeld/{uuid4()}/{path}")
        return self._nowhere[as_who]

    def _check(self, one: Somebody, way: Way) -> None:
        answer = way.taken_by(one.browser)
        Leaks.looks += 1
        assert answer.status_code < 500, (way, answer.status_code)
        self._nothing_else(one, answer)

    def _nothing_else(self, one: Somebody, answer: Any) -> None:
        """Whatever this answer is, no mark is in it that this reader may not see."""
        body = b"".join(answer) if answer.streaming else answer.content
        headers = str(answer.headers)
        for number, file in enumerate(self.world.files):
            seen = self.promises.seen_for_anything(one, number, file)
            for part, mark in file.marks.items():
                if part not in seen:
                    assert mark.encode() not in body, (one.name, part, answer.request["PATH_INFO"])
                assert mark not in headers, (one.name, part)
            if not self.promises.reads_handoff(one, number, file, self.world.organisations[0]):
                assert file.asked.encode() not in body, (one.name, answer.request["PATH_INFO"])

    def _somebody(self, number: int) -> Somebody:
        return self.world.everybody[number % len(self.world.everybody)]

    def _party(self, one: Somebody, kind: PartyKind) -> Any:
        if kind is PartyKind.ACCOUNT and one.account is not None:
            return one.account
        if kind is PartyKind.MEMBERSHIP and one.jobs:
            return one.jobs[0].membership
        if kind is PartyKind.ORGANISATION and one.jobs:
            return one.jobs[0].organisation
        return uuid4()  # a link, or nobody
