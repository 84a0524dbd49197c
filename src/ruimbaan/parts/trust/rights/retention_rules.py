# SPDX-License-Identifier: EUPL-1.2
"""The rules of retention.yaml as the core knows them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.retention import Controller, Rule, Standing, Term
from ruimbaan.parts.trust.rights.errors import RetentionFault


@cache
def rules() -> tuple[Rule, ...]:
    return read(files(__package__).joinpath("retention.yaml").read_text("utf-8"))


def read(text: str) -> tuple[Rule, ...]:
    """Raises RetentionFault with the first thing that is wrong."""
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise RetentionFault(where="-", what=type(error).__name__) from error
    if not isinstance(content, list) or not content:
        raise RetentionFault(where="-", what="no list of rules")
    found = tuple(_rule(number, one) for number, one in enumerate(content, 1))
    if len({rule.id for rule in found}) < len(found):
        raise RetentionFault(where="-", what="an id stands there twice")
    return found


def _rule(number: int, content: Any) -> Rule:
    try:
        term = content["term"]
        return Rule(
            id=content["id"],
            controller=Controller(content["controller"]),
            what=Text(**content["what"]),
            basis=Text(**content["basis"]),
            term=None if term is None else Term(**term),
            counted_from=Text(**content["counted_from"]),
            said=Text(**content["said"]),
            source=content["source"],
            standing=Standing(content["standing"]),
            outlasts_erasure=content.get("outlasts_erasure", False),
            done_by=content.get("done_by", ""),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RetentionFault(where=f"rule {number}", what=str(error)) from error
