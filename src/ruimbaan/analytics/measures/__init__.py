# SPDX-License-Identifier: EUPL-1.2
"""Where a log shows friction: measures with their certainty, who still waits always in it.

Events become referrals and stays (`used`, `referrals`, `stays`), as Ibis expressions. Each measure
is a module of its own with its definition beside its question; `catalogue` knows them all.
"""

from ruimbaan.analytics.measures.answer import Answer, measures_of
from ruimbaan.analytics.measures.catalogue import MEASURES
from ruimbaan.analytics.measures.measure import Lacking, Measure, Result, Value
from ruimbaan.analytics.measures.question import Question
from ruimbaan.analytics.measures.steps import Step

__all__ = [
    "MEASURES",
    "Answer",
    "Lacking",
    "Measure",
    "Question",
    "Result",
    "Step",
    "Value",
    "measures_of",
]
