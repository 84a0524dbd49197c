# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan fhir check|import|export`: the referral loop of Gravity, from and to files.

A command never opens the file of a person: what goes out of a file is sent from its own pages.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.handoff.states import By
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.integrations.fhir import Document, FhirFault

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="JSON of FHIR R4.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write it there; else it is printed.")
]
IN_ORDER = Text(
    "In orde. Resources: {resources}, overdrachten: {referrals}.",
    "In order. Resources: {resources}, handoffs: {referrals}.",
)
WITHOUT_WORDS = Text("(zonder woorden)", "(without words)")
fhir = typer.Typer(name="fhir", help="Handoffs as FHIR R4 (Gravity).", no_args_is_help=True)


@fhir.command(epilog="Example: ruimbaan fhir check task.json --before task-before.json")
def check(
    file: FileArgument,
    *,
    before: Annotated[
        Path | None,
        typer.Option("--before", metavar="FILE", help="The same Task as it was: may it change so?"),
    ] = None,
    by: Annotated[By, typer.Option("--by", help="Who changed it.")] = By.RECEIVER,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show everything that is wrong with a FHIR file, with place and advice."""
    from ruimbaan.cli.problems import clear_errors, show
    from ruimbaan.integrations.fhir import all_faults, follow, read_referrals, tasks_in

    with clear_errors(language):
        document = _read(file)
        faults = tuple(all_faults(document))
        if not faults and before is not None:
            old = {one.task.name: one for one in read_referrals(_read(before))}
            for one in tasks_in(document):
                if one.name in old:
                    follow(old[one.name], one, by)
    if as_json:
        typer.echo(_report(document, faults, language))
    else:
        for fault in faults:
            show(fault, language)
            typer.echo(err=True)
        if not faults:
            typer.echo(_in_order(document, language))
    raise typer.Exit(1 if faults else 0)


@fhir.command(name="import", epilog="Example: ruimbaan fhir import bundle.json --out handoffs.json")
def import_(
    file: FileArgument,
    *,
    out: OutOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Read handoffs from FHIR. What is not understood is kept inside the answer, whole."""
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.integrations.fhir import as_json as own_json
    from ruimbaan.integrations.fhir import from_fhir
    from ruimbaan.integrations.fhir.json_exact import write_json

    with clear_errors(language):
        document = _read(file)
        kept = from_fhir(document)
    if out is not None:
        out.write_text(write_json(own_json(kept)), encoding="utf-8")
    if as_json:
        typer.echo(write_json(own_json(kept)), nl=False)
        return
    typer.echo(_in_order(document, language))
    for handoff in kept.handoffs:
        typer.echo(f"{handoff.goal or WITHOUT_WORDS.in_language(language)}: {handoff.state.value}")


@fhir.command(epilog="Example: ruimbaan fhir export handoffs.json --out bundle.json")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Handoffs as `import` writes them.")],
    *,
    out: OutOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Write handoffs as FHIR. A handoff on a way that Gravity does not have is refused."""
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.integrations.fhir import read_own, to_fhir
    from ruimbaan.integrations.fhir.documents import read_whole

    with clear_errors(language):
        document = to_fhir(read_own(read_whole(_bytes(file), str(file)), str(file)))
    if out is not None:
        out.write_text(document.text(), encoding="utf-8")
    if as_json or out is None:
        typer.echo(document.text(), nl=False)


def _read(file: Path) -> Document:
    from ruimbaan.integrations.fhir import read_document

    return read_document(_bytes(file), str(file))


def _bytes(file: Path) -> bytes:
    from ruimbaan.core.directory.records.rows import Place
    from ruimbaan.integrations.hsds.errors import Unreadable

    try:
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(Place(str(file)), reason=error.strerror) from None


def _in_order(document: Document, language: Language) -> str:
    return IN_ORDER.in_language(language).format(**_counts(document))


def _counts(document: Document) -> dict[str, int]:
    from ruimbaan.integrations.fhir.reading import is_referral

    referrals = sum(is_referral(one) for one in document.found)
    return {"resources": len(document.found), "referrals": referrals}


def _report(document: Document, faults: tuple[FhirFault, ...], language: Language) -> str:
    import json

    told = [(fault.explain(language), fault.place) for fault in faults]
    report = {
        "ok": not faults,
        "errors": [
            {"code": one.code, "place": str(place), "cause": one.cause, "advice": one.advice}
            for one, place in told
        ],
        **({} if faults else _counts(document)),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)
