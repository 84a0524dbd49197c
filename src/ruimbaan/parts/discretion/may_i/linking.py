# SPDX-License-Identifier: EUPL-1.2
"""From a rule that a route bends to its situation in Mag ik dit?, and from there to asking."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from django.urls import reverse

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.discretion.may_i.sent import REGION
from ruimbaan.ui.components import Link


def situations_of_rules(
    rules: Mapping[str, Collection[int]], region: str, language: Language
) -> dict[str, tuple[Link, ...]]:
    """By the id of a rule, where it decides. `rules`: of each the kinds of support on the way at
    which it stands; where one of those is named by a situation, the others are left out."""
    found = {}
    for name, kinds in rules.items():
        rule = queries.find_rule(name)
        decided = queries.catalogue().with_rule(rule.number) if rule else ()
        decided = tuple(one for one in decided if rule and one.rules[0] == rule.number)
        near = tuple(one for one in decided if set(one.reach) & set(kinds)) or decided
        found[name] = tuple(
            Link(one.title.in_language(language), situation_url(one.id, region)) for one in near
        )
    return found


def situation_url(name: str, region: str) -> str:
    """With the region in it, so that who may say yes there stands on the page."""
    url = reverse("may_i:situation", args=[name])
    return f"{url}?{urlencode({REGION: region})}" if region else url
