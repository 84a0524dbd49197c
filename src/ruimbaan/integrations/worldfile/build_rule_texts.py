# SPDX-License-Identifier: EUPL-1.2
"""What people read of a rule: its sources, who may say yes, and its plain texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.rules.rulebook import Law, Mandate, PlainText, Source
from ruimbaan.integrations.worldfile.places import LocatedMap
from ruimbaan.integrations.worldfile.values import Values, text

FOR = Text("{deputy} (namens {who})", "{deputy} (for {who})")
PLAIN = tuple(item.name for item in fields(PlainText))


@dataclass(frozen=True, slots=True)
class TextSources:
    """What rules share: the laws, and plain texts by number."""

    laws: Mapping[str, Law]
    plain: Mapping[str, Mapping[str, Any]]


def build_law(name: str, node: LocatedMap, values: Values) -> Law:
    return Law(
        id=name,
        name=text(node, "name"),
        short=node["short"],
        bwb=node.get("bwb", ""),
        version=values.some_date(node, "version"),
        checked_on=values.some_date(node, "checked_on"),
    )


def build_sources(node: LocatedMap, shared: TextSources, values: Values) -> tuple[Source, ...]:
    """A plain text, one source, or several."""
    found = node.get("source", "")
    if isinstance(found, str):
        return (Source(document=Text(found)),) if found else ()
    every = [found] if isinstance(found, LocatedMap) else found
    return tuple(_source(each, shared, values) for each in every)


def _source(node: LocatedMap, shared: TextSources, values: Values) -> Source:
    law = None
    if "law" in node:
        law = shared.laws.get(values.law(node["law"], node.at("law")))
    return Source(
        law=law,
        article=node.get("article", ""),
        document=text(node, "document"),
        own_link=node.get("link", ""),
        own_checked_on=values.some_date(node, "checked_on"),
    )


def build_mandates(node: LocatedMap) -> tuple[Mandate, ...]:
    return tuple(
        Mandate(text(each, "who"), text(each, "deputy"), text(each, "up_to"))
        for each in node.get("mandates", ())
    )


def mandate_in_words(mandates: tuple[Mandate, ...]) -> Text:
    """Whom to ask: who decides in practice, and for whom."""
    return Text(
        "; ".join(_in_words(mandate, "nl") for mandate in mandates),
        "; ".join(_in_words(mandate, "en") for mandate in mandates),
    )


def talk_to(mandates: tuple[Mandate, ...]) -> Text:
    """Only with whom one talks: the deputy, where there is one."""
    found = [mandate.deputy if mandate.deputy.nl else mandate.who for mandate in mandates]
    return Text(
        "; ".join(text.in_language("nl") for text in found),
        "; ".join(text.in_language("en") for text in found),
    )


def _in_words(mandate: Mandate, language: Language) -> str:
    who, deputy = mandate.who.in_language(language), mandate.deputy.in_language(language)
    return FOR.in_language(language).format(deputy=deputy, who=who) if deputy else who


def plain_text(name: str, node: LocatedMap, shared: TextSources) -> PlainText:
    """The rule's own plain texts; those of its number fill in what is left out."""
    own = node.get("plain", {})
    of_number = shared.plain.get(node.get("number", name), {})
    return PlainText(**{key: text(own if key in own else of_number, key) for key in PLAIN})
