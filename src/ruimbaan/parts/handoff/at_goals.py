# SPDX-License-Identifier: EUPL-1.2
"""Who answers today for each wish of the kept route, said to the person; and that it is nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.owners import GoalOwner, Present, Side, owner_of_goal
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presence import present
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.person import rows_of
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.wording import SOMEBODY
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.journey.services import capital
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class AtGoal:
    """`does` is what the link to `url` says. `nobody`: somebody has to be found today."""

    says: str
    does: str
    url: str
    nobody: bool = False


def who_at_goals(
    opening: Opening, goals: Collection[UUID], steps: Collection[UUID], now: datetime
) -> dict[UUID, AtGoal]:
    """For each of these wishes; and for those of the steps that were handed over without naming a
    wish. Empty when the opening does not cover what is handed over."""
    told = words.read_all(opening)
    rows = tuple(row for row in reversed(rows_of(opening.journey)) if row.id in told)
    look = _Look(
        told,
        {row.id: row for row in rows},
        {row.id: as_handoff(row) for row in rows},
        Names.of(rows, now),
        present(rows, now),
    )
    found = {goal: look.at(goal, [row for row in rows if row.goal_id == goal]) for goal in goals}
    for step in steps:
        mine = [row for row in rows if row.step_id == step and row.goal_id not in found]
        if mine:
            found[step] = look.at(step, mine)
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    told: Mapping[UUID, Said]
    rows: Mapping[UUID, HandoffRecord]
    handoffs: Mapping[UUID, Handoff]
    names: Names
    is_there: Present

    def at(self, goal: UUID, rows: list[HandoffRecord]) -> AtGoal:
        owner = owner_of_goal(goal, [self.handoffs[row.id] for row in rows], self.is_there)
        if owner.handoff is None:
            url = f"{reverse('handoff:compose')}?wens={goal}"
            return AtGoal(_("Jij bent hier aan zet."), _("Iemand vragen"), url)
        if owner.side is Side.NOBODY:
            return _nobody(owner.handoff, goal)
        url = reverse("handoff:one", args=[owner.handoff.id])
        return AtGoal(self._says(owner, owner.handoff), _("Bekijk"), url)

    def _says(self, owner: GoalOwner, handoff: Handoff) -> str:
        row = self.rows[handoff.id]
        receiver = self.names.receiver(row, self.told[handoff.id], SOMEBODY)
        if owner.side is Side.RECEIVER:
            return _("{wie} is er nu voor je.").format(wie=capital(receiver))
        by_myself = owner.party == row.sender and row.sender_kind == PartyKind.ACCOUNT
        if by_myself and has_ended(handoff):
            return _("Jij bent aan zet. Kijk wie er nog meer kan.")
        if by_myself:
            return _("Jij bent aan zet, tot je {plek} hebt ontmoet.").format(plek=receiver)
        stays = self.names.named(row) if owner.side is Side.NAMED else self.names.stays(row)
        if has_ended(handoff):
            return _("{wie} blijft, en zoekt met je verder.").format(wie=capital(stays))
        return _("{wie} blijft, tot je {plek} hebt ontmoet.").format(
            wie=capital(stays), plek=receiver
        )


def _nobody(handoff: Handoff, goal: UUID) -> AtGoal:
    if handoff.is_open:
        url = reverse("handoff:one", args=[handoff.id])
        return AtGoal(nobody_says(), _("Kies wie er voor je is"), url, nobody=True)
    url = f"{reverse('handoff:compose')}?wens={goal}"
    return AtGoal(nobody_says(), _("Iemand vragen"), url, nobody=True)


def nobody_says() -> str:
    return _("Hier is vandaag niemand. Dat ligt niet aan jou.")
