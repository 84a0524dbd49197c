# SPDX-License-Identifier: EUPL-1.2
"""What somebody can do against a no under this rule: it depends on who decides, and by which law."""

from __future__ import annotations

from enum import StrEnum

from ruimbaan.core.rules.layers import CLASS_OF
from ruimbaan.core.rules.rule import RuleClass
from ruimbaan.core.rules.rulebook import RuleText

DECIDED_BY_GOVERNMENT = frozenset({RuleClass.LAW, RuleClass.ORDINANCE, RuleClass.POLICY})
INSURER_LAWS = frozenset({"zvw", "bzv"})
CARE_LAWS = frozenset({"bw7", "wfz"})  # between who gives care and who gets it


class Remedy(StrEnum):
    OBJECTION = "objection"  # against a decision of an authority, under the Awb
    INSURER = "insurer"  # the insurer looks again, then the committee for disputes
    CARE = "care"  # a complaint with who gives care
    NONE = "none"  # ask again, on paper


def remedy_of(rule: RuleText) -> Remedy:
    """The first of its laws says between whom it is. Nothing of the kind is open where no law, no
    ordinance and no policy decides."""
    if rule.layer is None or CLASS_OF[rule.layer] not in DECIDED_BY_GOVERNMENT:
        return Remedy.NONE
    law = next((source.law.id for source in rule.sources if source.law), "")
    if law in INSURER_LAWS:
        return Remedy.INSURER
    return Remedy.CARE if law in CARE_LAWS else Remedy.OBJECTION
