# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory duplicates`: services that may be there twice, and what to do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.parts.directory.duplicates.queries import Double, Side

LOOKING = Text("Zoeken naar doublures", "Looking for doubles")
NONE = Text("Er zijn geen doublures om na te kijken.", "There are no doubles to look at.")
COUNT = Text("Om na te kijken: {count}.", "To look at: {count}.")
REMEMBERED = Text(
    "Onthouden: {one} en {other} zijn niet dezelfde.",
    "Remembered: {one} and {other} are not the same.",
)
MADE_ONE = Text(
    "{gone} staat nu bij {kept}. Er is niets verloren gegaan.",
    "{gone} is now with {kept}. Nothing was lost.",
)
RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
TWO_IDS = "<ID ID>"


def duplicates(
    *,
    region: RegionOption,
    same: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar=TWO_IDS, help="The second goes up in the first; all is kept."),
    ] = None,
    not_same: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar=TWO_IDS, help="These two are not the same; not asked again."),
    ] = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show services that may be there twice, with reasons; make two one, or say they are not."""
    from ruimbaan.cli import site
    from ruimbaan.cli.directory_progress import busy
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        site.prepare_settings()
        site.open_site()
        from django.utils import timezone

        from ruimbaan.parts.directory.duplicates import services  # needs the site

        done = []
        if not_same:
            services.say_not_same(region, *not_same, timezone.now())
            done.append(_said(REMEMBERED, language, one=not_same[0], other=not_same[1]))
        if same:
            services.make_one(region, *same, timezone.now())
            done.append(_said(MADE_ONE, language, kept=same[0], gone=same[1]))
        with busy(LOOKING.in_language(language)):
            found = services.look(region, timezone.now())
    if as_json:
        _print_json(region, found, language)
        return
    for line in done:
        typer.echo(line)
    _print(found, language)


def _print(found: tuple[Double, ...], language: Language) -> None:
    for double in found:
        typer.secho(f"{double.one.code}  {double.other.code}", bold=True)
        for side in (double.one, double.other):
            typer.echo(f"  {side.name}{f' ({side.organisation})' if side.organisation else ''}")
        typer.echo(f"  {', '.join(_reasons(double, language))}\n")
    said = _said(COUNT, language, count=len(found)) if found else NONE.in_language(language)
    typer.echo(said)


def _print_json(region: str, found: tuple[Double, ...], language: Language) -> None:
    from ruimbaan.cli.directory_answers import print_json

    pairs = [
        {
            "score": double.score,
            "services": [_side(double.one), _side(double.other)],
            "reasons": [
                {"code": reason.value, "text": text}
                for reason, text in zip(double.reasons, _reasons(double, language), strict=True)
            ],
        }
        for double in found
    ]
    print_json({"region": region, "count": len(pairs), "pairs": pairs})


def _side(side: Side) -> dict[str, str]:
    return {
        "id": side.uid,
        "code": side.code,
        "name": side.name,
        "organisation": side.organisation,
    }


def _reasons(double: Double, language: Language) -> list[str]:
    from ruimbaan.core.directory.duplicates.reasons import TEXTS

    return [TEXTS[reason].in_language(language) for reason in double.reasons]


def _said(text: Text, language: Language, **details: object) -> str:
    return text.in_language(language).format(**details)
