# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of a file: all that stands in it, and how it is said what happened."""

from ruimbaan.parts.journey.close_one.notes import taken_along as close_one_notes
from ruimbaan.parts.journey.offline.devices import taken_along as offline_devices
from ruimbaan.parts.journey.presentation.log import Line, told_apart, why_then
from ruimbaan.parts.journey.presentation.log_groups import looker
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.sharing import (
    given_in_words,
    part_in_words,
    purpose_in_words,
    sentence_of,
)
from ruimbaan.parts.journey.route.goals import GoalOfRoute, goals_of
from ruimbaan.parts.journey.route.handing_over import (
    StepToHandOver,
    StepToTick,
    step_to_hand_over,
    step_to_tick,
    step_with_service,
)
from ruimbaan.parts.journey.whole_file import whole_file

__all__ = [
    "GoalOfRoute",
    "Line",
    "StepToHandOver",
    "StepToTick",
    "called_by",
    "close_one_notes",
    "given_in_words",
    "goals_of",
    "looker",
    "offline_devices",
    "part_in_words",
    "purpose_in_words",
    "sentence_of",
    "step_to_hand_over",
    "step_to_tick",
    "step_with_service",
    "told_apart",
    "whole_file",
    "why_then",
]
