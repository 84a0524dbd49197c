# SPDX-License-Identifier: EUPL-1.2
"""Why Spark cannot answer (RB-ENGINE)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NoSpark(DomainError):
    """Spark cannot be started or used."""


class SparkMissing(NoSpark):
    code = "RB-ENGINE-001"
    cause = Text("Voor Spark ontbreekt: {what}.", "Missing, to work with Spark: {what}.")
    advice = Text(
        "Installeer het erbij: pip install 'ruimbaan[analytics,spark]'. Of laat --engine weg.",
        "Install it too: pip install 'ruimbaan[analytics,spark]'. Or leave --engine out.",
    )


class JavaMissing(NoSpark):
    code = "RB-ENGINE-002"
    cause = Text(
        "Spark draait op Java, en dat is hier niet te vinden.",
        "Spark runs on Java, and there is none to be found here.",
    )
    advice = Text(
        "Installeer Java 17 of hoger, of zeg met JAVA_HOME waar het staat. Of laat --engine weg.",
        "Install Java 17 or higher, or say with JAVA_HOME where it is. Or leave --engine out.",
    )


class NotOurParquet(NoSpark):
    code = "RB-ENGINE-003"
    cause = Text(
        "Spark leest alleen Parquet die wij zelf schreven, en dat is {file} niet.",
        "Spark reads only Parquet that we wrote ourselves, and {file} is not that.",
    )
    advice = Text(
        "Schrijf het eerst: ruimbaan frictions export {file} --out log.parquet",
        "Write it first: ruimbaan frictions export {file} --out log.parquet",
    )


class NotStarted(NoSpark):
    code = "RB-ENGINE-004"
    cause = Text("Spark is niet begonnen: {reason}.", "Spark did not start: {reason}.")
    advice = Text(
        "Kijk of er genoeg geheugen is, en of 127.0.0.1 bereikbaar is. Of laat --engine weg.",
        "Look whether there is enough memory, and whether 127.0.0.1 can be reached. Or leave"
        " --engine out.",
    )
