# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when the site is started from the command line: RB-CLI."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class AddressTaken(DomainError):
    code = "RB-CLI-001"
    cause = Text(
        "Op {host} poort {port} kan de site niet luisteren: {reason}.",
        "The site cannot listen on {host} port {port}: {reason}.",
    )
    advice = Text(
        "Kies een andere poort met --port, of stop wat daar draait.",
        "Choose another port with --port, or stop what is running there.",
    )


class UnsafeSettings(DomainError):
    code = "RB-CLI-002"
    cause = Text("De site start niet: {reason}", "The site does not start: {reason}")
    advice = Text(
        "Verbeter de instelling; zie docs/reference/settings.md.",
        "Mend the setting; see docs/reference/settings.md.",
    )


class WorldOrRegion(DomainError):
    code = "RB-CLI-003"
    cause = Text(
        "Geef een regio of een wereld: één van beide.", "Give a region or a world: one of the two."
    )
    advice = Text(
        "Bijvoorbeeld --region waalstad, of --world demo/voorbeeld.",
        "Such as --region waalstad, or --world demo/voorbeeld.",
    )


class UnknownRuleName(DomainError):
    code = "RB-CLI-004"
    cause = Text(
        'De regel "{name}" is er niet op deze dag.', 'There is no rule "{name}" on this day.'
    )
    advice = Text(
        "`ruimbaan rules list` noemt ze allemaal.{near}",
        "`ruimbaan rules list` has them all.{near}",
    )


class SourceOrPeer(DomainError):
    code = "RB-CLI-005"
    cause = Text(
        "Geef een bestand of een adres: één van beide.",
        "Give a file or an address: one of the two.",
    )
    advice = Text(
        "Bijvoorbeeld hsds.zip, of --from https://buren.example/hsds.",
        "Such as hsds.zip, or --from https://neighbours.example/hsds.",
    )


class DatabaseNotReady(DomainError):
    code = "RB-CLI-007"
    cause = Text(
        "De database is niet van deze versie, of antwoordt niet ({reason}).",
        "The database is not of this version, or does not answer ({reason}).",
    )
    advice = Text(
        "Maak een kopie, werk haar bij met `python -m django migrate --settings "
        "ruimbaan.project.settings` (op PostgreSQL met --database owner), en probeer het opnieuw.",
        "Make a copy, bring it up to date with `python -m django migrate --settings "
        "ruimbaan.project.settings` (on PostgreSQL with --database owner), and try again.",
    )


class NoReleasedWaits(DomainError):
    code = "RB-CLI-008"
    cause = Text(
        'In "{folder}" staat geen vrijgegeven tabel van overdrachten per week.',
        'In "{folder}" stands no released table of handoffs by week.',
    )
    advice = Text(
        "Geef de map waarin `ruimbaan regie publish` de tabellen zet, zoals demo/waalstad/regie.",
        "Give the folder in which `ruimbaan regie publish` puts the tables, such as "
        "demo/waalstad/regie.",
    )
