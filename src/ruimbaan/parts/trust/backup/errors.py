# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a backup: RB-TRUST-045 to 055."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NoBackupKey(DomainError):
    code = "RB-TRUST-045"
    cause = Text(
        "Er is geen sleutel voor back-ups, of niet die van deze back-up.",
        "There is no key for backups, or not the one of this backup.",
    )
    advice = Text(
        "Zet hem in RUIMBAAN_BACKUP_KEY_FILE; `openssl rand -base64 32` maakt er een.",
        "Put it in RUIMBAAN_BACKUP_KEY_FILE; `openssl rand -base64 32` makes one.",
    )


class BackupDamaged(DomainError):
    code = "RB-TRUST-046"
    cause = Text(
        "Deze back-up is niet heel, of er is aan gezeten: {reason}.",
        "This backup is not whole, or was tampered with: {reason}.",
    )
    advice = Text(
        "Er is niets teruggezet. Neem een andere back-up, en zoek uit wat hier gebeurde.",
        "Nothing was put back. Take another backup, and find out what happened here.",
    )


class BackupUnreadable(DomainError):
    code = "RB-TRUST-047"
    cause = Text(
        "{path} is niet te lezen of te schrijven: {reason}.",
        "{path} cannot be read or written: {reason}.",
    )
    advice = Text(
        "Kijk of de naam klopt, of het er al is, en of de schijf ruimte heeft.",
        "See whether the name is right, whether it is there already, and whether the disk has room.",
    )


class OtherDatabase(DomainError):
    code = "RB-TRUST-048"
    cause = Text(
        "Deze back-up is van {of}, en de site staat op {here}.",
        "This backup is of {of}, and the site stands on {here}.",
    )
    advice = Text(
        "Zet RUIMBAAN_DATABASE op een database van dezelfde soort.",
        "Point RUIMBAAN_DATABASE to a database of the same kind.",
    )


class NotEmpty(DomainError):
    code = "RB-TRUST-049"
    cause = Text(
        "In de database staat al iets. Er is niets veranderd.",
        "There is something in the database already. Nothing was changed.",
    )
    advice = Text(
        "Zet terug in een lege database. Of stop de site, en vervang met --replace alles in {name}.",
        "Restore into an empty database. Or stop the site, and replace everything in {name} with "
        "--replace.",
    )


class NewerVersion(DomainError):
    code = "RB-TRUST-050"
    cause = Text(
        "Deze back-up is van een nieuwere vorm ({form}) dan deze versie kent.",
        "This backup has a newer form ({form}) than this version knows.",
    )
    advice = Text("Zet eerst de nieuwere versie neer.", "Install the newer version first.")


class DatabaseTool(DomainError):
    code = "RB-TRUST-051"
    cause = Text("{tool} lukte niet: {reason}.", "{tool} failed: {reason}.")
    advice = Text(
        "Is {tool} er, van dezelfde versie als de server of nieuwer? Mag de rol van "
        "RUIMBAAN_BACKUP_DATABASE alles lezen (BYPASSRLS)?",
        "Is {tool} there, of the version of the server or newer? May the role of "
        "RUIMBAAN_BACKUP_DATABASE read everything (BYPASSRLS)?",
    )


class ContentsDiffer(DomainError):
    code = "RB-TRUST-052"
    cause = Text(
        "Wat in de back-up staat, is niet wat erin ging: {reason}.",
        "What stands in the backup is not what went into it: {reason}.",
    )
    advice = Text(
        "Gebruik deze back-up niet. Maak een nieuwe, en kijk de schijf na.",
        "Do not use this backup. Make a new one, and look at the disk.",
    )


class SeveralDatabases(DomainError):
    code = "RB-TRUST-053"
    cause = Text(
        "De adressen wijzen niet naar één database: {addresses}. Er is niets veranderd.",
        "The addresses do not lead to one database: {addresses}. Nothing was changed.",
    )
    advice = Text(
        "Geef alle drie dezelfde host, poort en naam; alleen de rol verschilt.",
        "Give all three the same host, port and name; only the role differs.",
    )


class RowsHidden(DomainError):
    code = "RB-TRUST-054"
    cause = Text(
        "De rol {role} ziet niet elke rij. Dan is niet na te tellen wat terugkomt. Er is niets "
        "veranderd.",
        "The role {role} does not see every row. Then what comes back cannot be counted. Nothing was "
        "changed.",
    )
    advice = Text(
        "Zet in RUIMBAAN_BACKUP_DATABASE een rol met BYPASSRLS en pg_read_all_data.",
        "Put a role with BYPASSRLS and pg_read_all_data in RUIMBAAN_BACKUP_DATABASE.",
    )


class NothingThere(DomainError):
    code = "RB-TRUST-055"
    cause = Text(
        "{name} heeft geen tabellen: er is niets om te kopiëren. Er is geen back-up gemaakt.",
        "{name} has no tables: there is nothing to copy. No backup was made.",
    )
    advice = Text(
        "Kijk of RUIMBAAN_VAR, RUIMBAAN_DATABASE en RUIMBAAN_BACKUP_DATABASE die van de site zijn.",
        "See whether RUIMBAAN_VAR, RUIMBAAN_DATABASE and RUIMBAAN_BACKUP_DATABASE are those of the "
        "site.",
    )
