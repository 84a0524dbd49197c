# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of the rulebook: the page of a rule, where it holds and how sure it is."""

from __future__ import annotations

from django.urls import reverse

from ruimbaan.parts.rulebook.presentation.words import place, status_tag
from ruimbaan.parts.rulebook.queries import find_rule

__all__ = ["place", "rule_url", "status_tag"]


def rule_url(name: str) -> str:
    """The page of this rule; empty when this site has none, as of a world that it only plans in."""
    return reverse("rulebook:rule", args=[name]) if find_rule(name) else ""
