# SPDX-License-Identifier: EUPL-1.2
"""A kept ranking in parts of a page: bars, rows, tables, the best few and the deadlocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.insight.presentation.which_rule_said import (
    Plain,
    in_a_row,
    link_to,
    number_of,
    other_rule,
    said_with,
    signed,
    title_of,
)
from ruimbaan.parts.insight.presentation.wording import counted
from ruimbaan.parts.insight.ranking import Kept
from ruimbaan.ui.components import KeyMessage, Link, Table, Weighed
from ruimbaan.ui.pictures.bars import Bar, BarsPicture, draw_bars
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import language

MOST_BARS, MOST_FIXED = 8, 5
SHORT_DIGEST = 12


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
class Told:
    region: Region
    kept: Kept
    within: Sequence[Plain] = field(init=False)
    beyond: Sequence[Plain] = field(init=False)

    def __post_init__(self) -> None:
        won = [one for one in self.kept.ranking["rules"] if one["days"]]
        object.__setattr__(self, "within", [one for one in won if one["within_reach"]])
        object.__setattr__(self, "beyond", [one for one in won if not one["within_reach"]])

    def key(self) -> KeyMessage | None:
        """The rule that wins most of those that may bend, by its name; beside it what the best few win
        together. Where no rule wins anything alone, the fewest that do together."""
        best = self.kept.ranking["best"]
        if not best:
            return None
        first, most = best[0], best[-1]
        if len(first["rules"]) == 1:
            name, said = (
                _("Deze regel"),
                _(
                    "Van alle regels die hier kunnen meebuigen, wint deze alleen al het meest. {people}"
                ),
            )
        else:
            name, said = (
                _("Deze regels samen"),
                _(
                    "Geen regel die hier kan meebuigen, wint alleen iets. Deze winnen samen het meest."
                    " {people}"
                ),
            )
        said = said.format(people=self._people(first))
        weighed = [Weighed(name, self._a_person(first["days"]))]
        if len(most["rules"]) > len(first["rules"]):
            numbers = in_a_row([number_of(rule) for rule in most["rules"]])
            count = len(most["rules"])
            weighed.append(
                Weighed(
                    _("De beste {n} samen").format(n=count),
                    self._a_person(most["days"]),
                    _("{rules}. {people}").format(rules=numbers, people=self._people(most)),
                )
            )
        return KeyMessage(
            in_a_row([title_of(rule) for rule in first["rules"]]), said, tuple(weighed)
        )

    def picture(self) -> SafeString | None:
        """The longest bar is the rule that wins most: a share of all days there is not."""
        shown = self.within[:MOST_BARS]
        if not shown:
            return None
        longest = shown[0]["days"]
        bars = tuple(
            Bar(number_of(one["rule"]), length, length, length, self._in_short(one["days"]))
            for one in shown
            for length in [one["days"] / longest]
        )
        told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
        title = _("Gewogen dagen eerder, gemiddeld per mens, als één regel verandert")
        drawn = BarsPicture(f"{title}. {told}.", _("De langste balk wint het meest."), bars)
        return mark_safe(draw_bars(drawn))  # noqa: S308 -- our own drawing, escaped

    def rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(link_to(one["rule"]), " ".join((self._won(one), *said_with(one))))
            for one in self.within
        )

    def fixed(self) -> tuple[Row, ...]:
        """A law, and also an ordinance or a contract that leaves no room."""
        return tuple(Row(link_to(one["rule"]), self._won(one)) for one in self.beyond[:MOST_FIXED])

    def table(self) -> Table:
        columns = (
            *(_("Regel"), _("Gewogen dagen gewonnen"), _("Mensen die eerder zijn")),
            *(_("Doelen die nu niet lukken"), _("Wint meer samen met"), _("Wint minder samen met")),
        )
        rows = (
            (
                title_of(one["rule"]),
                *(counted(one[figure]) for figure in ("days", "people", "reached")),
                *(other_rule(one[side]) for side in ("more_with", "less_with")),
            )
            for one in self.within
        )
        return Table(_("Wat elke regel wint, en met welke andere"), columns, tuple(rows))

    def pairs(self) -> Table:
        columns = (_("Twee regels"), _("Samen"), _("Elk apart, opgeteld"), _("Verschil"))
        rows = (
            (
                in_a_row([title_of(rule) for rule in one["rules"]]),
                counted(one["days"]),
                counted(one["alone"]),
                signed(one["beyond"]),
            )
            for one in sorted(self.kept.ranking["pairs"], key=lambda one: -abs(one["beyond"]))
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
                rules=in_a_row([number_of(rule) for rule in by_one["rules"]]),
                won=self._a_person(by_one["days"]),
            )
        return Together(
            title=ngettext("De beste regel", "De beste {n} samen", count).format(n=count),
            rules=tuple(self._chosen(rule) for rule in one["rules"]),
            note=self._won(one),
            beside=beside,
        )

    def _chosen(self, rule: str) -> Chosen:
        said = _("Advies over {rule}").format(rule=number_of(rule))
        return Chosen(link_to(rule), Link(said, reverse("advice:one", args=[self.region.id, rule])))

    def stuck(self) -> tuple[Stuck, ...]:
        return tuple(
            Stuck(
                sentences=tuple(one["says"][language()]),
                caught=_("Treft {n} van de {all} bedachte mensen.").format(
                    n=counted(one["people"]), all=counted(self.kept.ranking["people"])
                ),
                opens=tuple(link_to(rule) for rule in one["opens"] or ()),
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
        gained = _("Gewonnen: {days}.").format(days=self._a_person(one["days"]))
        return f"{self._people(one)} {gained}"

    def _people(self, one: Plain) -> str:
        return _("{n} van de {all} mensen zijn ergens eerder.").format(
            n=counted(one["people"]), all=counted(self.kept.ranking["people"])
        )

    def _in_short(self, days: int) -> str:
        average = days / self.kept.ranking["people"]
        number = _("minder dan 1") if average < 1 else counted(round(average))
        return _("{n} per mens").format(n=number)

    def _a_person(self, days: int) -> str:
        """Days as the planner weighs them: by the weight of each goal, and to the end of the planning
        for a goal that is not reached. So never said as plain days."""
        average = days / self.kept.ranking["people"]
        if average < 1:
            return _("minder dan 1 gewogen dag per mens")
        return ngettext(
            "{n} gewogen dag per mens", "{n} gewogen dagen per mens", round(average)
        ).format(n=counted(round(average)))
