# SPDX-License-Identifier: EUPL-1.2
"""Welke regel eerst: what changing a rule for everybody wins for the made-up people of a region.

Never a share of one rule alone: beside what a rule wins stands with which other it wins more, and with
which less, than the two added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.insight.presentation.wording import counted
from ruimbaan.parts.insight.ranking import Kept, ranking_of
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import KeyMessage, Link, Table, Weighed
from ruimbaan.ui.pictures.bars import Bar, BarsPicture, draw_bars
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_BARS, MOST_ROWS, MOST_LAWS = 8, 8, 5
SHORT_DIGEST = 12
Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A rule with its page, and the advice to change it."""

    rule: Link
    advice: Link


@dataclass(frozen=True, slots=True)
class Together:
    """So many rules that win most together, and what the best rule each time would have been."""

    title: str
    rules: tuple[Chosen, ...]
    note: str
    beside: str


@dataclass(frozen=True, slots=True)
class Stuck:
    sentences: tuple[str, ...]
    caught: str
    opens: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WhichRulePage:
    """Without `key` nothing was worked out yet; `damaged`: what was, is not what was written."""

    title: str
    crumbs: tuple[Link, ...]
    damaged: bool = False
    key: KeyMessage | None = None
    picture: SafeString | None = None
    rows: tuple[Row, ...] = ()
    others: tuple[Row, ...] = ()
    rules: Table | None = None
    pairs: Table | None = None
    together: tuple[Together, ...] = ()
    laws: tuple[Row, ...] = ()
    stuck: tuple[Stuck, ...] = ()
    source: str = ""
    changed: bool = False
    is_made_up: bool = False


def which_rule_page(region: Region) -> WhichRulePage:
    title = in_words(region.title)
    crumbs = (
        Link(
            _("{region} in één beeld").format(region=title),
            reverse("insight:overview", args=[region.id]),
        ),
        Link(_("Welke regel eerst?")),
    )
    kept, damaged = ranking_of(region.id)
    if kept is None:
        return WhichRulePage(title, crumbs, damaged)
    told = _Told(region, kept)
    return WhichRulePage(
        title=title,
        crumbs=crumbs,
        key=told.key(),
        picture=told.picture(),
        rows=told.rows()[:MOST_ROWS],
        others=told.rows()[MOST_ROWS:],
        rules=told.table(),
        pairs=told.pairs(),
        together=told.together(),
        laws=told.laws(),
        stuck=told.stuck(),
        source=told.source(),
        changed=kept.ranking["world"] != region.world.digest,
        is_made_up=region.is_made_up,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    region: Region
    kept: Kept
    within: Sequence[Plain] = field(init=False)
    beyond: Sequence[Plain] = field(init=False)

    def __post_init__(self) -> None:
        won = [one for one in self.kept.ranking["rules"] if one["days"]]
        object.__setattr__(self, "within", [one for one in won if one["within_reach"]])
        object.__setattr__(self, "beyond", [one for one in won if not one["within_reach"]])

    def key(self) -> KeyMessage | None:
        best = self.kept.ranking["best"]
        if not best:
            return None
        most = best[-1]
        by_one = most["one_by_one"]
        said = ngettext(
            "Van alle regels wint deze het meest.",
            "Van elke {n} regels samen winnen deze het meest. Dat is bewezen.",
            len(most["rules"]),
        ).format(n=len(most["rules"]))
        weighed = [Weighed(_("Samen"), self._a_person(most["days"]), self._people(most))]
        if by_one and by_one["days"] < most["days"]:
            weighed.append(Weighed(_("Steeds de beste erbij"), self._a_person(by_one["days"]), ""))
        return KeyMessage(_and([_title(rule) for rule in most["rules"]]), said, tuple(weighed))

    def picture(self) -> SafeString | None:
        """The longest bar is the rule that wins most: a share of all days there is not."""
        shown = self.within[:MOST_BARS]
        if not shown:
            return None
        longest = shown[0]["days"]
        bars = tuple(
            Bar(_number(one["rule"]), length, length, length, self._a_person(one["days"]))
            for one in shown
            for length in [one["days"] / longest]
        )
        told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
        title = _("Dagen eerder, gemiddeld per mens, als één regel verandert")
        drawn = BarsPicture(f"{title}. {told}.", _("De langste balk wint het meest."), bars)
        return mark_safe(draw_bars(drawn))  # noqa: S308 -- our own drawing, escaped

    def rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(_link(one["rule"]), " ".join((self._won(one), *_with(one)))) for one in self.within
        )

    def laws(self) -> tuple[Row, ...]:
        return tuple(Row(_link(one["rule"]), self._won(one)) for one in self.beyond[:MOST_LAWS])

    def table(self) -> Table:
        columns = (
            *(_("Regel"), _("Gewogen dagen gewonnen"), _("Mensen die eerder zijn")),
            *(_("Doelen die nu niet lukken"), _("Wint meer samen met"), _("Wint minder samen met")),
        )
        rows = (
            (
                _title(one["rule"]),
                *(counted(one[figure]) for figure in ("days", "people", "reached")),
                *(_other(one[side]) for side in ("more_with", "less_with")),
            )
            for one in self.within
        )
        return Table(_("Wat elke regel wint, en met welke andere"), columns, tuple(rows))

    def pairs(self) -> Table:
        columns = (_("Twee regels"), _("Samen"), _("Elk apart, opgeteld"), _("Verschil"))
        rows = (
            (
                _and([_title(rule) for rule in one["rules"]]),
                counted(one["days"]),
                counted(one["alone"]),
                _signed(one["beyond"]),
            )
            for one in self.kept.ranking["pairs"]
        )
        return Table(_("Gewogen dagen die twee regels samen winnen"), columns, tuple(rows))

    def together(self) -> tuple[Together, ...]:
        return tuple(self._together(one) for one in self.kept.ranking["best"])

    def _together(self, one: Plain) -> Together:
        count, by_one = len(one["rules"]), one["one_by_one"]
        if not by_one:
            beside = _("Wie steeds de beste regel erbij neemt, komt hier niet.")
        elif by_one["days"] == one["days"]:
            beside = _("Steeds de beste erbij nemen geeft evenveel.")
        else:
            beside = _("Steeds de beste erbij nemen geeft: {rules}. {won}.").format(
                rules=_and([_title(rule) for rule in by_one["rules"]]),
                won=self._a_person(by_one["days"]),
            )
        return Together(
            title=ngettext("De beste regel", "De beste {n} samen", count).format(n=count),
            rules=tuple(self._chosen(rule) for rule in one["rules"]),
            note=self._won(one),
            beside=beside,
        )

    def _chosen(self, rule: str) -> Chosen:
        said = _("Advies over {rule}").format(rule=_number(rule))
        return Chosen(_link(rule), Link(said, reverse("advice:one", args=[self.region.id, rule])))

    def stuck(self) -> tuple[Stuck, ...]:
        return tuple(
            Stuck(
                sentences=tuple(one["says"][language()]),
                caught=_("Vangt {n} van de {all} bedachte mensen.").format(
                    n=counted(one["people"]), all=counted(self.kept.ranking["people"])
                ),
                opens=tuple(_link(rule) for rule in one["opens"] or ()),
            )
            for one in self.kept.ranking["deadlocks"]
        )

    def source(self) -> str:
        ranking = self.kept.ranking
        return _(
            "Uitgerekend op {day}, voor {people} bedachte mensen (trekking {seed}). De wereld waarin"
            " dat is gedaan heet {digest}."
        ).format(
            day=written_date(self.kept.day, language(), year=True),
            people=counted(ranking["people"]),
            seed=ranking["seed"],
            digest=ranking["world"][:SHORT_DIGEST],
        )

    def _won(self, one: Plain) -> str:
        return f"{self._people(one)} {self._a_person(one['days'])}."

    def _people(self, one: Plain) -> str:
        return _("{n} van de {all} mensen zijn ergens eerder.").format(
            n=counted(one["people"]), all=counted(self.kept.ranking["people"])
        )

    def _a_person(self, days: int) -> str:
        average = days / self.kept.ranking["people"]
        if average < 1:
            return _("gemiddeld minder dan een dag per mens")
        return ngettext(
            "gemiddeld {n} dag per mens", "gemiddeld {n} dagen per mens", round(average)
        ).format(n=counted(round(average)))


def _with(one: Plain) -> list[str]:
    said = []
    if one["more_with"]:
        said.append(_("Wint meer samen met {rule}.").format(rule=_title(one["more_with"]["rule"])))
    if one["less_with"]:
        said.append(
            _("Wint minder samen met {rule}.").format(rule=_title(one["less_with"]["rule"]))
        )
    return said


def _other(one: Plain | None) -> str:
    return "–" if one is None else f"{_number(one['rule'])} ({_signed(one['beyond'])})"


def _signed(days: int) -> str:
    return f"{'+' if days > 0 else '−'}{counted(abs(days))}"


def _number(name: str) -> str:
    rule = find_rule(name)
    return rule.number if rule else name


def _title(name: str) -> str:
    rule = find_rule(name)
    return f"{rule.number} · {in_words(rule.plain.title)}" if rule else name


def _link(name: str) -> Link:
    return Link(_title(name), rule_url(name))


def _and(names: Sequence[str]) -> str:
    """A few names in a row."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} en {last}").format(first=", ".join(names[:-1]), last=names[-1])
