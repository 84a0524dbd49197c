# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/rule-types.md: the closed lists of which rules, facts and remarks are made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ruimbaan.core.advice.changes import WORDS
from ruimbaan.core.advice.changes import Kind as ChangeOfOneRule
from ruimbaan.core.rules.fact import FactKind, StorePolicy
from ruimbaan.core.rules.layers import CLASS_OF, LAYER_TEXTS, Layer
from ruimbaan.core.rules.remarks import RemarkKind, Severity
from ruimbaan.core.rules.remedy import Remedy
from ruimbaan.core.rules.rule import (
    ASKED_OF_A_SHORTENED_LAW,
    DEFAULT_ASKS,
    Flexibility,
    LadderStep,
    RuleClass,
)
from ruimbaan.core.rules.rulebook import Effect, HookStrength, Status
from ruimbaan.core.rules.rulebook_diff import ChangeKind
from tools.closed_lists import table

HEAD = """# Types of rules

The words that a [rule](rules.md) and a [fact](world-format.md) are made of: closed lists, each value with what it means.
Written by `make docs` from the code; a value without words here fails the tests.

## Where a rule comes from
`layer`, the hardest first. The class follows from it, and so does what it asks to bend one.

| `layer` | class | Dutch | for a person | for who works |
|---|---|---|---|---|
"""
CLASSES = """
## What bending asks
A number orders the search and is never shown to people; a rule may say another one.
A law that only shortens asks {shortened}.

| class | asks |
|---|---|
"""
LISTS: tuple[tuple[str, type[StrEnum], Mapping[str, str]], ...] = (
    (
        "What a rule does to a person",
        Effect,
        {
            "gate": "It lets in, or not.",
            "wait": "It says how long one waits.",
            "duration": "It says how long something lasts or stays valid.",
            "loss": "It takes something away. Its room is to leave that undone.",
            "cost": "It says who pays, or what.",
            "information": "It says who may know what.",
        },
    ),
    (
        "What bending it does",
        Flexibility,
        {
            "waive": "What it asks is dropped.",
            "shorten": "A wait or a term becomes shorter. What it asks stays.",
            "no": "Nothing: it cannot be bent.",
        },
    ),
    (
        "The rung of the ladder",
        LadderStep,
        {
            "start-earlier": "The same steps, begun earlier. No rule gives way.",
            "other-gate": "Another way in.",
            "hook": "The law has this room itself.",
            "flex": "Somebody uses room.",
            "change": "Only another rule helps.",
        },
    ),
    (
        "How strong the room is",
        HookStrength,
        {
            "duty": "The authority must.",
            "right": "The person can demand it.",
            "may": "Somebody can, with reasons.",
            "none": "There is none.",
        },
    ),
    (
        "How sure we are of a rule",
        Status,
        {
            "verified": "The source was read.",
            "te-verifieren": "Something is still to be looked up.",
            "fictional": "Made up, for an invented region.",
        },
    ),
    (
        "What is open against a no",
        Remedy,
        {
            "objection": "Objection against a decision of an authority, under the Awb.",
            "insurer": "The insurer looks again, then the committee for disputes.",
            "care": "A complaint with who gives care.",
            "none": "Nothing of the kind: ask again, on paper.",
        },
    ),
    (
        "Where a fact comes from",
        FactKind,
        {
            "person": "Only from the situation of the person.",
            "region": "The same for everybody in the region.",
            "made": "Some support gives it.",
            "discretion": "Nobody gives it: only bending its rule goes past it.",
        },
    ),
    (
        "Who may keep a fact",
        StorePolicy,
        {
            "never": "Nobody: it lives in one answer.",
            "own": "The person, in the own file.",
            "shareable": "The person, who may also show it.",
        },
    ),
    (
        "What `ruimbaan rules lint` says",
        RemarkKind,
        {
            "text-missing": "A text lacks Dutch or English.",
            "not-plain": "A sentence is too long, or has a word that we do not use.",
            "no-source": "The source is missing, or is not whole.",
            "to-verify": "Something is still to be looked up.",
            "against-higher-rule": "A practice conflicts with a duty or a right.",
            "asks-more-than-its-hook": "What it asks does not fit its ground.",
            "dead-rule": "It changes nothing.",
            "unreachable-goal": "Nobody reaches a goal without room.",
            "deadlock": "Rules wait for each other.",
            "expires-for-good": "A fact passes and cannot be had again.",
        },
    ),
    (
        "How heavy a remark is",
        Severity,
        {
            "error": "It has to be mended.",
            "warning": "It deserves a decision.",
            "note": "It is good to know.",
        },
    ),
    (
        "What `ruimbaan rules diff` says",
        ChangeKind,
        {
            "new": "The rule was not there before.",
            "gone": "The rule is not there any more.",
            "changed": "Some of its keys changed.",
        },
    ),
)
CHANGES = """
## How one rule could read instead
Drafts of `ruimbaan rules advise` ([how](../explanation/advice-one-rule.md)).

| kind | Dutch | English |
|---|---|---|
"""


def listed() -> set[type[StrEnum]]:
    """Every list that has its words here."""
    return {Layer, RuleClass, ChangeOfOneRule, *(kind for _, kind, _ in LISTS)}


def rule_types_page() -> str:
    layers = "".join(
        f"| `{layer}` | {CLASS_OF[layer]} | {text.name.nl} | {text.for_you.en} | {text.account.en} |\n"
        for layer, text in ((layer, LAYER_TEXTS[layer]) for layer in Layer)
    )
    classes = "".join(f"| {one} | {_asks(DEFAULT_ASKS[one])} |\n" for one in RuleClass)
    lists = "".join(f"\n## {title}\n{table(kind, words)}" for title, kind, words in LISTS)
    changes = "".join(
        f"| `{kind}` | {WORDS[kind].nl} | {WORDS[kind].en} |\n" for kind in ChangeOfOneRule
    )
    shortened = CLASSES.format(shortened=ASKED_OF_A_SHORTENED_LAW)
    return HEAD + layers + shortened + classes + lists + CHANGES + changes


def _asks(number: int | None) -> str:
    return "nobody below the legislator may" if number is None else str(number)
