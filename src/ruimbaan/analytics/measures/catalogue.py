# SPDX-License-Identifier: EUPL-1.2
"""All measures, by their number in the catalogue of frictions."""

from __future__ import annotations

from ruimbaan.analytics.measures.blocks import BLOCKED
from ruimbaan.analytics.measures.continuity import CONTINUITY
from ruimbaan.analytics.measures.follow_up import ENGAGEMENT
from ruimbaan.analytics.measures.frames import CROSSED
from ruimbaan.analytics.measures.gaps import BETWEEN
from ruimbaan.analytics.measures.handoff_success import FIRST_CONTACT, SUCCESS
from ruimbaan.analytics.measures.intakes import REPEATED
from ruimbaan.analytics.measures.lost import LOST_REFERRALS, LOST_TO_FOLLOW_UP
from ruimbaan.analytics.measures.measure import Measure
from ruimbaan.analytics.measures.ping_pong import PING_PONG
from ruimbaan.analytics.measures.refusals import REFUSED
from ruimbaan.analytics.measures.returns import RETURNED
from ruimbaan.analytics.measures.rework import REWORK

MEASURES: tuple[Measure, ...] = (
    SUCCESS,
    FIRST_CONTACT,
    PING_PONG,
    REFUSED,
    BETWEEN,
    REPEATED,
    REWORK,
    CONTINUITY,
    CROSSED,
    RETURNED,
    BLOCKED,
    LOST_TO_FOLLOW_UP,
    LOST_REFERRALS,
    ENGAGEMENT,
)
