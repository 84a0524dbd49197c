# SPDX-License-Identifier: EUPL-1.2
"""Faults in Mag ik dit?: what it promises, how sure it is, and what is open against a no."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

GROUNDS = "ruimbaan.core.discretion.may_i.grounds"
KINDS = "ruimbaan.core.discretion.may_i.kinds"
MATCHING = "ruimbaan.core.discretion.may_i.matching"
SITUATIONS = "ruimbaan.core.discretion.may_i.situations"
REMEDY = "ruimbaan.core.rules.remedy"
COUNTED = "ruimbaan.core.discretion.resources"

MAY_I = (
    Mutant(
        "a-right-without-a-ground",
        "Somebody is told that it is a right, and no rule says so.",
        GROUNDS,
        "        case Kind.RIGHT:\n            return owed\n",
        "        case Kind.RIGHT:\n            return True\n",
    ),
    Mutant(
        "just-do-it-against-a-rule",
        "Somebody is told to just do it, against a rule that holds.",
        GROUNDS,
        "return beside or (rule.layer is Layer.HABIT and not owed)",
        "return True",
    ),
    Mutant(
        "one-region-speaks-for-all",
        "What one region has is promised in all of them.",
        GROUNDS,
        "elif not all(bears(",
        "elif not any(bears(",
    ),
    Mutant(
        "no-answer-for-a-role",
        "A situation that says nothing to a close one is in order.",
        GROUNDS,
        "        if kind is None:\n",
        "        if kind is None and role is Role.PERSON:\n",
    ),
    Mutant(
        "one-word-is-enough",
        "One word that fits is answered as if it were sure.",
        MATCHING,
        "WORDS = 2  # that fit",
        "WORDS = 1",
    ),
    Mutant(
        "never-in-doubt",
        "What is about something else gets an answer as if we knew.",
        MATCHING,
        "return best.worth >= SURE and enough and lead >= LEAD",
        "return True",
    ),
    Mutant(
        "danger-is-not-heard",
        "Who wants to die reads about a rule first.",
        MATCHING,
        "return any(words in heard for words in self.catalogue.words.danger)",
        "return False",
    ),
    Mutant(
        "account-for-nothing",
        "Who does what no rule forbids must write a decision.",
        KINDS,
        "    if layer is None or kind in (Kind.NO_RULE, Kind.LEGISLATOR):\n",
        "    if layer is None:\n",
    ),
    Mutant(
        "what-plays-a-part-decides",
        "A rule leads to a situation in which another rule decides.",
        SITUATIONS,
        "if one.rules[:1] == (number,)",
        "if number in one.rules",
    ),
    Mutant(
        "objection-against-an-insurer",
        "Somebody objects under a law that is not for this, and the weeks pass.",
        REMEDY,
        "    if law in INSURER_LAWS:\n        return Remedy.INSURER\n",
        "",
    ),
    Mutant(
        "objection-against-a-house-rule",
        "Somebody objects where no authority decides.",
        REMEDY,
        "    if rule.layer is None or CLASS_OF[rule.layer] not in DECIDED_BY_GOVERNMENT:",
        "    if rule.layer is None:",
    ),
    Mutant(
        "a-clinic-stands-behind-the-law",
        "A route counts on what only the municipality may promise.",
        COUNTED,
        "rule.rule_class in OF_AUTHORITY and",
        "False and",
    ),
)
