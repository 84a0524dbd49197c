# SPDX-License-Identifier: EUPL-1.2
"""The cells of a log made fit to compare: no stray spaces, nothing invisible, empty when empty.

Of each role `<role>_cell` stays as it was read, beside `<role>` as it is used. In SQL of DuckDB:
there is only one engine that reads files, and forty conditions have to be ready at once.
"""

from __future__ import annotations

from ruimbaan.analytics.events.columns import Role

READ = "read"
TIMES = (Role.START, Role.COMPLETE)
NAMES = tuple(role for role in Role if role not in TIMES)
INVISIBLE = r"[\x{200B}-\x{200F}\x{2060}\x{FEFF}\x{00AD}\x00-\x08\x0B\x0C\x0E-\x1F\x7F]"
STRAY = r"^[\s\x{A0}]|[\s\x{A0}]$|[\t\r\n\x{A0}]"
UNTIDY = f"{STRAY}|{INVISIBLE}"
STAND_INS = ("null", "none", "nan", "nat", "n/a", "#n/a", "<na>", "undefined", r"\n")


def cell(role: Role) -> str:
    return f"{role.value}_cell"


def is_empty(role: Role) -> str:
    """Nothing stands in this cell, or only white space."""
    blank = f"trim(CAST({cell(role)} AS VARCHAR))" if role in TIMES else f"({_tidy(role)})"
    return f"({cell(role)} IS NULL OR {blank} = '')"


def is_stand_in(role: Role) -> str:
    """A word that a program writes where nothing stands."""
    words = ", ".join(f"'{word}'" for word in STAND_INS)
    return f"(lower(({_tidy(role)})) IN ({words}))"


def matches(role: Role, pattern: str) -> str:
    """White space around a time is no part of it; of a name it is."""
    text = f"trim(CAST({cell(role)} AS VARCHAR))" if role in TIMES else cell(role)
    return f"regexp_matches({text}, '{pattern}')"


def name_of(role: Role) -> str:
    return f"CASE WHEN {is_stand_in(role)} THEN NULL ELSE nullif({_tidy(role)}, '') END"


def _tidy(role: Role) -> str:
    text = cell(role)
    bare = (
        f"trim(regexp_replace(regexp_replace({text}, '{INVISIBLE}', '', 'g'),"
        rf" '[\s\x{{A0}}]+', ' ', 'g'))"
    )
    return f"CASE WHEN regexp_matches({text}, '{UNTIDY}') THEN {bare} ELSE {text} END"
