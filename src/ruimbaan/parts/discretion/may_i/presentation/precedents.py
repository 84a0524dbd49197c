# SPDX-License-Identifier: EUPL-1.2
"""Room as it was given before: from made-up stories only, and never counted."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.kernel.texts import Language


@dataclass(frozen=True, slots=True)
class Before:
    where: str
    did: str
    led_to: str


def precedents(situation: Situation, language: Language) -> tuple[Before, ...]:
    return tuple(
        Before(
            one.where.in_language(language),
            one.did.in_language(language),
            one.led_to.in_language(language),
        )
        for one in situation.precedents
    )
