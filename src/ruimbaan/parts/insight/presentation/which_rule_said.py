# SPDX-License-Identifier: EUPL-1.2
"""How rules and what they win are said: by number, by title, with the other rules they go with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from ruimbaan.parts.insight.presentation.wording import counted
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words

Plain = Mapping[str, Any]


def said_with(one: Plain) -> list[str]:
    said = []
    if one["more_with"]:
        said.append(
            _("Wint meer samen met {rule}.").format(rule=title_of(one["more_with"]["rule"]))
        )
    if one["less_with"]:
        said.append(
            _("Wint minder samen met {rule}.").format(rule=title_of(one["less_with"]["rule"]))
        )
    return said


def other_rule(one: Plain | None) -> str:
    return "–" if one is None else f"{number_of(one['rule'])} ({signed(one['beyond'])})"


def signed(days: int) -> str:
    return f"{'+' if days > 0 else '−'}{counted(abs(days))}"


def number_of(name: str) -> str:
    rule = find_rule(name)
    return rule.number if rule else name


def title_of(name: str) -> str:
    rule = find_rule(name)
    return f"{rule.number} · {in_words(rule.plain.title)}" if rule else name


def link_to(name: str) -> Link:
    return Link(title_of(name), rule_url(name))


def in_a_row(names: Sequence[str]) -> str:
    """A few names in a row."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} en {last}").format(first=", ".join(names[:-1]), last=names[-1])
