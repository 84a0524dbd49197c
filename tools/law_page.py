# SPDX-License-Identifier: EUPL-1.2
"""docs/law/processing-register.md: its terms, from the rules that the site itself goes by."""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.trust.retention import Controller, Rule, Standing, Term
from ruimbaan.parts.trust.rights.retention_rules import rules
from tools.paths import ROOT

REGISTER = ROOT / "docs" / "law" / "processing-register.md"
BEGIN, END = "<!-- termijnen -->\n", "<!-- einde -->\n"
HEAD = """| regel | wat | termijn | vanaf | wat mensen lezen | bron |
|---|---|---|---|---|---|
"""
OF: dict[Controller, str] = {
    Controller.SITE: "",
    Controller.MUNICIPALITY: " (dossier van de gemeente)",
    Controller.YOUTH_CARE: " (dossier van de jeugdhulp)",
}
STANDS: dict[Standing, str] = {
    Standing.IN_SOURCE: "in de bron (geverifieerd)",
    Standing.OWN_CHOICE: "eigen keuze (te verifiëren)",
    Standing.TO_VERIFY: "te verifiëren",
}
UNITS = (("years", "jaar", "jaar"), ("months", "maand", "maanden"), ("days", "dag", "dagen"))


def register_page() -> str:
    """The page as it is, with the table of terms made anew."""
    text = REGISTER.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + terms_table(rules()) + END + after


def terms_table(found: Iterable[Rule]) -> str:
    return HEAD + "".join(_row(rule) for rule in found)


def _row(rule: Rule) -> str:
    source = f"{rule.source}; {STANDS[rule.standing]}"
    cells = (
        f"`{rule.id}`",
        rule.what.nl + OF[rule.controller],
        _term(rule),
        rule.counted_from.nl or "–",
        rule.said.nl,
        source,
    )
    return f"| {' | '.join(cells)} |\n"


def _term(rule: Rule) -> str:
    if rule.term is None:
        return "geen" if rule.standing is not Standing.TO_VERIFY else "onbekend"
    return in_words(rule.term)


def in_words(term: Term) -> str:
    """A term in Dutch, largest unit first."""
    said = [
        f"{getattr(term, unit)} {one if getattr(term, unit) == 1 else many}"
        for unit, one, many in (*UNITS, ("hours", "uur", "uur"))
        if getattr(term, unit)
    ]
    return " en ".join(said) or "meteen"
