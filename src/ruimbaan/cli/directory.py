# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory`: directories of others, in and out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ruimbaan.cli import directory_deeds, directory_search, directory_upkeep
from ruimbaan.cli import directory_words as words
from ruimbaan.cli.directory_boundaries import boundaries
from ruimbaan.cli.directory_duplicates import duplicates
from ruimbaan.cli.directory_lists import is_own_list, own_list, template
from ruimbaan.cli.directory_map import place
from ruimbaan.cli.directory_quarantine import quarantine
from ruimbaan.cli.options import JsonOption, LanguageOption

if TYPE_CHECKING:
    from ruimbaan.core.directory.records.rows import Content
    from ruimbaan.core.directory.validation.finding import Finding

REFUSED = 1
STOPPED = 130  # what a shell makes of Ctrl-C
Encoding = Literal["utf-8", "windows-1252", "iso-8859-1"]
SourceArgument = Annotated[
    Path | None,
    typer.Argument(metavar="FILE|DIR|ZIP", help="HSDS 3.0 (JSON or tables), Ohana, or a list."),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="URL", help="The HSDS API of a peer, in place of a file."),
]
PrivateOption = Annotated[
    bool, typer.Option("--private", help="The peer stands in our own network; http will do.")
]
EncodingOption = Annotated[
    Encoding, typer.Option("--encoding", help="How the text of tables is written.")
]
MappingOption = Annotated[
    Path | None,
    typer.Option("--mapping", metavar="YAML", help="Which column of your own list holds what."),
]
RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
directory = typer.Typer(
    name="directory", help="The Kaart: check, import, export and upkeep.", no_args_is_help=True
)
directory.add_typer(boundaries)
directory.add_typer(quarantine)
directory.registered_commands += directory_upkeep.commands.registered_commands
directory.registered_commands += directory_deeds.commands.registered_commands
directory.registered_commands += directory_search.commands.registered_commands
directory.command(epilog="Example: ruimbaan directory place W25 --region waalstad --row 2")(place)
directory.command(epilog="Example: ruimbaan directory duplicates --region waalstad --language en")(
    duplicates
)


@directory.command(epilog="Example: ruimbaan directory validate services.zip --language en")
def validate(
    source: SourceArgument = None,
    *,
    peer: FromOption = None,
    private: PrivateOption = False,
    encoding: EncodingOption = "utf-8",
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show what is wrong with a directory, with place, reason and advice. Stores nothing."""
    from ruimbaan.cli import directory_answers as answers
    from ruimbaan.cli.directory_progress import counting
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.core.directory.validation.judging import judge
    from ruimbaan.core.directory.validation.references import find_dangling, missing_keys

    with clear_errors(language):
        content = _content(source, peer, private=private, encoding=encoding)
    with counting(words.CHECKING.in_language(language), len(content.rows)) as progress:
        judged = judge(content, _today(), progress)
    dangling = find_dangling(judged.records, missing_keys(judged.records), judged.places)
    findings: tuple[Finding, ...] = (*judged.findings, *dangling)
    counts = {"records": len(judged.records), "refused": len(judged.refused)}
    if as_json:
        told = answers.findings_json(findings, language)
        answers.print_json({"ok": not judged.refused, **counts, "findings": told})
    else:
        answers.print_findings(findings, language)
        typer.echo(words.IN_ORDER.in_language(language).format(**counts))
        said = words.COUNTED.in_language(language)
        typer.echo(said.format(refused=counts["refused"], findings=len(findings)))
    raise typer.Exit(REFUSED if judged.refused else 0)


directory.command(epilog="Example: ruimbaan directory template lijst.csv")(template)


@directory.command(
    name="import", epilog="Example: ruimbaan directory import hsds.zip --region waalstad --dry-run"
)
def import_(
    source: SourceArgument = None,
    *,
    region: RegionOption,
    peer: FromOption = None,
    private: PrivateOption = False,
    encoding: EncodingOption = "utf-8",
    mapping: MappingOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take out what the region has and this has not.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Store without asking.")] = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Bring a directory into a region: first a look at what changes, then all of it or nothing.

    What is refused waits in quarantine. --json stores only with --yes. A list of your own is a
    .csv with any columns; `ruimbaan directory template` writes one to fill in.
    """
    from ruimbaan.cli import site
    from ruimbaan.cli.directory_import import Import
    from ruimbaan.cli.problems import clear_errors

    run = Import(region, language, as_json=as_json)
    try:
        with clear_errors(language):
            site.prepare_settings()
            site.open_site()
            name = peer or (source.name if source else "")
            if source is not None and (mapping or is_own_list(source)):
                own = own_list(source, region, mapping, _today())
                run.look_at_list(own, source=name, today=_today(), replace=replace)
            else:
                content = _content(source, peer, private=private, encoding=encoding)
                run.look(content, source=name, today=_today(), replace=replace)
            if not dry_run and run.is_wanted(yes=yes):
                run.store()
        run.tell()
    except (KeyboardInterrupt, typer.Abort):
        typer.echo(words.STOPPED.in_language(language), err=True)
        raise typer.Exit(STOPPED) from None


@directory.command(epilog="Example: ruimbaan directory export hsds.zip --region waalstad")
def export(
    target: Annotated[Path, typer.Argument(metavar="FILE|DIR|ZIP", help="Where it should go.")],
    *,
    region: RegionOption,
    form: Annotated[
        Literal["json", "flat", "csv"] | None,
        typer.Option(
            help="json: nested; flat: by table; csv: tabular package. By the name, if not."
        ),
    ] = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Write the directory of a region in HSDS 3.0, with our profile and all that came with it."""
    from ruimbaan.cli import directory_answers as answers
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        site.prepare_settings()
        site.open_site()
        from ruimbaan.cli.directory_export import written  # needs the site

        records = written(region, target, form)
    if as_json:
        answers.print_json({"region": region, "records": records, "target": target.name})
    else:
        typer.echo(words.WRITTEN.in_language(language).format(records=records))


def _content(source: Path | None, peer: str | None, *, private: bool, encoding: str) -> Content:
    from ruimbaan.cli.errors import SourceOrPeer
    from ruimbaan.integrations.hsds.peer import read_peer
    from ruimbaan.integrations.hsds.reading import read_path
    from ruimbaan.integrations.ohana import is_ohana, read_ohana

    if (source is None) == (peer is None):
        raise SourceOrPeer
    if peer is not None:
        return read_peer(peer, private=private)
    path = source or Path()
    if is_ohana(path):
        return read_ohana(path, path.stem, encoding=encoding)
    return read_path(path, encoding=encoding)


def _today() -> date:
    return date.today()  # noqa: DTZ011
