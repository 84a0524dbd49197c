# SPDX-License-Identifier: EUPL-1.2
"""Who answers today for each wish of the kept route, said to the person; and that it is nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.owners import GoalOwner, Side, owner_of_goal
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.handoff.handed import AllHanded
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.wording import SOMEBODY
from ruimbaan.parts.journey.services import capital


@dataclass(frozen=True, slots=True)
class AtGoal:
    """`does` is what the link to `url` says. `nobody`: somebody has to be found today."""

    says: str
    does: str
    url: str
    nobody: bool = False


def who_at_goals(
    found: AllHanded, goals: Collection[UUID], steps: Collection[UUID]
) -> dict[UUID, AtGoal]:
    """For each of these wishes; and for those of the steps that were handed over without naming a
    wish."""
    rows = found.rows[::-1]
    at_goals = {
        goal: _at(found, goal, [row for row in rows if row.goal_id == goal]) for goal in goals
    }
    for step in steps:
        mine = [row for row in rows if row.step_id == step and row.goal_id not in at_goals]
        if mine:
            at_goals[step] = _at(found, step, mine)
    return at_goals


def _at(found: AllHanded, goal: UUID, rows: list[HandoffRecord]) -> AtGoal:
    owner = owner_of_goal(goal, [found.handoffs[row.id] for row in rows], found.is_there)
    if owner.handoff is None:
        url = f"{reverse('handoff:compose')}?wens={goal}"
        return AtGoal(_("Jij bent hier aan zet."), _("Iemand vragen"), url)
    if owner.side is Side.NOBODY:
        return _nobody(owner.handoff, goal)
    row = next(row for row in rows if row.id == owner.handoff.id)
    url = reverse("handoff:one", args=[row.id])
    return AtGoal(_says(found, owner, owner.handoff, row), _("Bekijk"), url)


def _says(found: AllHanded, owner: GoalOwner, handoff: Handoff, row: HandoffRecord) -> str:
    receiver = found.names.receiver(row, found.told[row.id], SOMEBODY)
    if owner.side is Side.RECEIVER:
        return _("{wie} is er nu voor je.").format(wie=capital(receiver))
    by_myself = owner.party == row.sender and row.sender_kind == PartyKind.ACCOUNT
    if by_myself and has_ended(handoff):
        return _("Jij bent aan zet. Kijk wie er nog meer kan.")
    if by_myself:
        return _("Jij bent aan zet, tot je {plek} hebt ontmoet.").format(plek=receiver)
    named = owner.side is Side.NAMED
    stays = found.names.named(row) if named else found.names.stays(row)
    if has_ended(handoff):
        return _("{wie} blijft, en zoekt met je verder.").format(wie=capital(stays))
    return _("{wie} blijft, tot je {plek} hebt ontmoet.").format(wie=capital(stays), plek=receiver)


def _nobody(handoff: Handoff, goal: UUID) -> AtGoal:
    if handoff.is_open:
        url = reverse("handoff:one", args=[handoff.id])
        return AtGoal(nobody_says(), _("Kies wie er voor je is"), url, nobody=True)
    url = f"{reverse('handoff:compose')}?wens={goal}"
    return AtGoal(nobody_says(), _("Iemand vragen"), url, nobody=True)


def nobody_says() -> str:
    return _("Hier is vandaag niemand. Dat ligt niet aan jou.")
