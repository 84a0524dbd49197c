# SPDX-License-Identifier: EUPL-1.2
"""The place that was asked says no, or the person stops the question: from then on its words are for
nobody but the person, on whatever way out."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

import hypothesis.strategies as st
from django.utils import timezone
from hypothesis.stateful import rule

from ruimbaan.core.handoff.errors import NotPossible
from ruimbaan.core.handoff.handoffs import Step
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff.answering import answer
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.handoff.own_moves import something_else
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.services import Refused
from tests.trust.leaks.expecting import Given, Promises
from tests.trust.leaks.world import Somebody, World
from tests.trust.people import give

NUMBERS = st.integers(0, 999)
MOMENT, DAYS = timedelta(minutes=1), 91


class HandoffRules:
    """For the machine: it keeps the promises and the world."""

    world: ClassVar[World]
    looks: ClassVar[int]
    promises: Promises

    def _check_handoff(self, one: Somebody, number: int) -> None:
        raise NotImplementedError

    def begin_with_handoffs_as_sent(self) -> None:
        for file in self.world.files:
            StepRecord.objects.filter(handoff=file.handoff).delete()
            HandoffRecord.objects.filter(pk=file.handoff).update(
                state=State.REQUESTED, number=0, met=None
            )

    @rule(file=NUMBERS, who=NUMBERS, look=NUMBERS)
    def the_place_says_no(self, file: int, who: int, look: int) -> None:
        """Who works there can, as long as it is shown; the same no again changes nothing, and for
        everybody else nothing happens."""
        number = file % len(self.world.files)
        found, one = self.world.files[number], self._anybody(who)
        may = self.promises.reads_handoff(one, number, found, self.world.organisations[0])
        if one is found.owner or one.account is None:
            return
        no = Step(State.REJECTED, By.RECEIVER, timezone.now(), Reason.NO_PLACE)
        assert found.handoff is not None
        steps = StepRecord.objects.filter(handoff=found.handoff)
        before = list(steps.values_list("end", "at"))
        try:
            answer(actor_for(one.account), found.handoff, no)
        except (Refused, NotPossible):  # the second: one that is over may be said to be
            assert not may
            return
        if not may:
            assert number in self.promises.refused
            assert list(steps.values_list("end", "at")) == before
            return
        self.promises.refused.add(number)
        for given in self._to_the_place(number):
            given.stopped = given.stopped or self.promises.today < given.end
        self._over(number, look)

    @rule(file=NUMBERS, look=NUMBERS)
    def the_person_stops_the_question(self, file: int, look: int) -> None:
        number = file % len(self.world.files)
        found = self.world.files[number]
        if number in self.promises.ended:
            return
        assert found.owner.account is not None
        row = HandoffRecord.objects.get(pk=found.handoff)
        something_else(actor_for(found.owner.account), row, timezone.now())
        for given in self._to_the_place(number):
            if given.first <= self.promises.today < given.end:
                self.promises.stop(given)
        self._over(number, look)

    @rule(file=NUMBERS)
    def another_question_goes_to_the_same_place(self, file: int) -> None:
        """It opens what belongs to that one, and nothing of one that is over."""
        number, place = file % len(self.world.files), self.world.organisations[0]
        row = give(
            Journey.objects.get(pk=self.world.files[number].journey),
            Part.HANDOFF,
            (PartyKind.ORGANISATION, place),
            purpose=Purpose.HANDOFF,
            starts=timezone.now() - MOMENT,
            days=DAYS,
        )
        first = self.promises.today
        self.promises.given.append(
            Given(
                *(row.id, number, Part.HANDOFF, PartyKind.ORGANISATION, place),
                *(Purpose.HANDOFF, first, first + DAYS),
            )
        )
        for one in self.world.everybody:
            if any(job.organisation == place for job in one.jobs):
                self._check_handoff(one, number)

    def _over(self, number: int, look: int) -> None:
        self.promises.ended.add(number)
        self._check_handoff(self._anybody(look), number)

    def _to_the_place(self, number: int) -> list[Given]:
        to = (number, PartyKind.ORGANISATION, self.world.organisations[0], Purpose.HANDOFF)
        return [
            one
            for one in self.promises.given
            if (one.file, one.kind, one.party, one.purpose) == to and not one.stopped
        ]

    def _anybody(self, number: int) -> Somebody:
        return self.world.everybody[number % len(self.world.everybody)]
