# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of the rulebook: the page of a rule."""

from __future__ import annotations

from django.urls import reverse

from ruimbaan.parts.rulebook.queries import find_rule


def rule_url(name: str) -> str:
    """The page of this rule; empty when this site has none, as of a world that it only plans in."""
    return reverse("rulebook:rule", args=[name]) if find_rule(name) else ""
