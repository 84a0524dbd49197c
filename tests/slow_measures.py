# SPDX-License-Identifier: EUPL-1.2
"""The measures once more, from their definitions: lists, loops and fractions. Slow and obvious."""

from __future__ import annotations

from tests.slow_event_measures import EventMeasures
from tests.slow_referral_measures import ReferralMeasures
from tests.slow_stay_measures import StayMeasures

Figures = dict[tuple[str, str, str], tuple[int, float | None]]


class Slow(ReferralMeasures, StayMeasures, EventMeasures):
    """Of rows in the order in which they are stored."""

    def all(self) -> Figures:
        found: Figures = {}
        for measure, figures in (
            ("handoff-success", self.success()),
            ("time-to-first-contact", self.first_contact()),
            ("ping-pong", self.ping_pong()),
            ("refused-referrals", self.refused()),
            ("between-two-stools", self.between()),
            ("repeated-intake", self.intakes()),
            ("rework", self.rework()),
            ("continuity", self.continuity()),
            ("frame-crossings", self.frames()),
            ("early-return", self.returns()),
            ("rule-cited-blocks", self.blocks()),
            ("lost-to-follow-up", self.lost()),
            ("lost-referrals", self.unanswered()),
            ("initiation-engagement", self.engagement()),
        ):
            for key, told in figures.items():
                name, part = key if isinstance(key, tuple) else (key, "")
                if told[0]:
                    found[measure, name, part] = told
        return found
