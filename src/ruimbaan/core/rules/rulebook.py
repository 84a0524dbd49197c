# SPDX-License-Identifier: EUPL-1.2
"""The rulebook: every version of every rule, with its source, its room and its plain texts.

The planner needs only a part of it (`Rule`); pages, the lint and people who keep rules need all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import Layer
from ruimbaan.core.rules.rule import Rule

LAW_SITE = "https://wetten.overheid.nl"


class Effect(StrEnum):
    """What a rule does to a person."""

    GATE = "gate"  # lets in, or not
    WAIT = "wait"
    DURATION = "duration"  # how long something lasts or stays valid
    LOSS = "loss"  # takes something away; its room is to leave that undone
    COST = "cost"
    INFORMATION = "information"  # who may know what


class HookStrength(StrEnum):
    """How strong the room is."""

    DUTY = "duty"  # the authority must
    RIGHT = "right"  # the person can demand it
    MAY = "may"  # somebody can, with reasons
    NONE = "none"


class Status(StrEnum):
    """How sure we are that a rule says what stands here."""

    VERIFIED = "verified"  # the source was read
    TO_VERIFY = "te-verifieren"
    FICTIONAL = "fictional"  # made up for an invented region


@dataclass(frozen=True, slots=True)
class Law:
    """A law and the version of it that was read. `bwb` is its number on wetten.overheid.nl."""

    id: str
    name: Text
    short: str
    bwb: str = ""
    version: date | None = None
    checked_on: date | None = None

    @property
    def link(self) -> str:
        """The public page of the version that was read; empty when we do not know it."""
        if not self.bwb or self.version is None:
            return ""
        return f"{LAW_SITE}/{self.bwb}/{self.version.isoformat()}"


@dataclass(frozen=True, slots=True)
class Source:
    """An article of a law, or another document."""

    law: Law | None = None
    article: str = ""
    document: Text = Text("")
    own_link: str = ""
    own_checked_on: date | None = None

    @property
    def link(self) -> str:
        return self.own_link or (self.law.link if self.law else "")

    @property
    def checked_on(self) -> date | None:
        return self.own_checked_on or (self.law.checked_on if self.law else None)

    @property
    def cited(self) -> Text:
        """As one cites it: "Wmo 2015 art. 2.3.3"."""
        if self.law is None:
            return self.document
        return Text(f"{self.law.short} art. {self.article}")


@dataclass(frozen=True, slots=True)
class Hook:
    """What gives room to do otherwise."""

    strength: HookStrength = HookStrength.NONE
    article: str = ""
    says: Text = Text("")


@dataclass(frozen=True, slots=True)
class Mandate:
    """Somebody who may say yes; `deputy` may decide for them, `up_to` says how far."""

    who: Text
    deputy: Text = Text("")
    up_to: Text = Text("")


@dataclass(frozen=True, slots=True)
class PlainText:
    """The rule as a person hears it (A2); `account` is for workers (B1), `point_at` is what one
    lays on the table and keeps the words of the law."""

    title: Text = Text("")
    means_for_you: Text = Text("")
    why: Text = Text("")
    room: Text = Text("")
    who_can_say_yes: Text = Text("")
    say_this: Text = Text("")
    point_at: Text = Text("")
    account: Text = Text("")


@dataclass(frozen=True, slots=True)
class RuleText:
    """One version of one rule, whole. `owner` is the folder it stands in: nl, or a region."""

    rule: Rule
    number: str
    layer: Layer | None = None
    effect: Effect | None = None
    sources: tuple[Source, ...] = ()
    hook: Hook = Hook()
    mandates: tuple[Mandate, ...] = ()
    status: Status | None = None
    status_note: Text = Text("")
    verify: tuple[Text, ...] = ()
    plain: PlainText = PlainText()
    frictions: tuple[str, ...] = ()
    note: str = ""
    owner: str = ""
    file: str = ""

    @property
    def id(self) -> str:
        return self.rule.id

    def is_in_force(self, on: date) -> bool:
        """The period of validity is half-open."""
        begins, ends = self.rule.valid_from, self.rule.valid_until
        return (begins is None or begins <= on) and (ends is None or on < ends)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All versions of each rule, the oldest first, and the laws they name."""

    versions: Mapping[str, tuple[RuleText, ...]] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)

    def in_force(self, on: date) -> Mapping[str, RuleText]:
        """The version of each rule that is in force on this day; a rule without one is left out."""
        found = {name: self.find(name, on) for name in self.versions}
        return {name: version for name, version in found.items() if version is not None}

    def find(self, name: str, on: date) -> RuleText | None:
        """The version of this rule that is in force on this day."""
        versions = self.versions.get(name, ())
        return next((version for version in versions if version.is_in_force(on)), None)
