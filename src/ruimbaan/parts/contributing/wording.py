# SPDX-License-Identifier: EUPL-1.2
"""How a step that counts is called. In words that everyone knows (A2)."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.insight.contributed import Step
from ruimbaan.core.kernel.texts import Text

STEPS: Mapping[Step, Text] = {
    Step.PLANNED: Text("Je bewaarde een route", "You kept a route"),
    Step.ASKED: Text("Je vroeg steun", "You asked for support"),
    Step.BEGAN: Text("De steun begon", "The support began"),
    Step.ENDED: Text("Een stap was klaar", "A step was done"),
    Step.ROOM: Text("Je kreeg ruimte", "You got room"),
    Step.GOAL_EARLIER: Text(
        "Een doel lukte, eerder dan gepland", "A goal came, sooner than planned"
    ),
    Step.GOAL_ON_TIME: Text("Een doel lukte, op tijd", "A goal came, in time"),
    Step.GOAL_LATER: Text("Een doel lukte, later dan gepland", "A goal came, later than planned"),
}
