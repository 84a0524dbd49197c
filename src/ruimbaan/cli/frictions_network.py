# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions network`: how organisations hang together, and where that hangs on one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli import frictions_network_words as words
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.analytics.network import Network

ServiceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--service",
        metavar="ORGANISATION",
        help="Serves all others, such as a laboratory: it is looked through. May be repeated.",
    ),
]
KnownOption = Annotated[
    Path | None,
    typer.Option(
        "--known",
        metavar="FILE",
        help="Organisations that exist in the region, one on a line; who is not connected is named.",
    ),
]


@options.reads_log()
def network(
    asked: options.AskedLog,
    *,
    service: ServiceOption = None,
    known: KnownOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show how organisations hang together by who hands over to whom.

    It names the joints, and what would come apart without each. It never ranks organisations.
    """
    with options.opened(asked, language) as log:
        try:
            from ruimbaan.analytics.network import known_organisations, network_of
        except ModuleNotFoundError as error:
            if error.name != "networkx":
                raise
            raise options.ExtraMissing(what=error.name) from None
        from ruimbaan.analytics.flows import order_known
        from ruimbaan.cli.directory_progress import busy
        from ruimbaan.cli.frictions_flows import order_told

        named = known_organisations(known) if known else frozenset()
        with busy(words.COUNTING.in_language(language)):
            found = network_of(log, service or (), named)
            about = order_told(order_known(log), language)
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(found, language)
    typer.echo(about, err=as_json)


def _show(found: Network, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    typer.echo(
        words.COUNTS.in_language(language).format(
            organisations=found.organisations, handoffs=found.handoffs, ties=found.ties
        )
    )
    table = Table(title=words.TITLE.in_language(language), title_justify="left")
    table.add_column(words.WHAT.in_language(language))
    table.add_column(words.FIGURE.in_language(language), justify="right")
    table.add_column(words.MEANS.in_language(language))
    for name, figure in _figures(found):
        what, means = words.FIGURES[name]
        table.add_row(what.in_language(language), figure, means.in_language(language))
    Console(markup=False).print(table)
    for line in _told(found):
        typer.echo(line.in_language(language))


def _figures(found: Network) -> Iterator[tuple[str, str]]:
    yield "density", _share(found.density)
    yield "reciprocity", _share(found.reciprocity)
    yield "centralisation", _number(found.centralisation)
    yield "modularity", _number(found.modularity)
    yield "outward", _number(found.outward)
    yield "care", _number(found.care_density)


def _share(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.1%}"


def _number(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.2f}"


def _told(found: Network) -> Iterator[Text]:
    for joint in found.joints:
        apart = "; ".join(" + ".join(group) for group in joint.apart)
        yield _filled(words.JOINT, organisation=joint.organisation, apart=apart)
    if not found.joints:
        yield words.NO_JOINT
    if len(found.parts) > 1:
        yield _filled(words.PARTS, count=len(found.parts))
    for number, group in enumerate(found.groups, start=1):
        yield _filled(words.GROUP, number=number, names=", ".join(group))
    if found.isolated:
        yield _filled(words.ISOLATED, names=", ".join(found.isolated))
    if found.unseen:
        yield _filled(words.UNSEEN, names=", ".join(found.unseen))
    if found.thin:
        yield _filled(words.THIN, thin=found.thin, ties=found.ties)


def _filled(text: Text, **values: object) -> Text:
    return Text(text.nl.format(**values), text.en.format(**values))
