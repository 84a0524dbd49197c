# SPDX-License-Identifier: EUPL-1.2
"""Which column of a log plays which role: what was asked, else the names that logs use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from ruimbaan.analytics.events import errors


class Role(StrEnum):
    """What a column of a log is for. The value is its option on the command line."""

    CASE = "case"
    ACTIVITY = "activity"
    START = "start"
    COMPLETE = "complete"
    ORGANISATION = "organisation"
    RESOURCE = "resource"
    FRAME = "frame"
    RECEIVER = "receiver"
    RULE = "rule"

    @property
    def option(self) -> str:
        return f"--{self.value}"


NEEDED = (Role.CASE, Role.ACTIVITY, Role.COMPLETE)
# Of each role the best name first; compared without capitals, spaces and underscores.
NAMES: Mapping[Role, tuple[str, ...]] = {
    Role.CASE: ("case:concept:name", "caseid", "case"),
    Role.ACTIVITY: ("concept:name", "activity", "activityname"),
    Role.START: ("starttimestamp", "start", "starttime"),
    Role.COMPLETE: (
        *("time:timestamp", "complete", "completetimestamp", "endtimestamp", "timestamp"),
        *("end", "endtime", "completetime", "time"),
    ),
    Role.ORGANISATION: ("org:group", "organisation", "organization", "organisatie"),
    Role.RESOURCE: ("org:resource", "resource"),
    Role.FRAME: ("frame", "fundingframe", "kader"),
    Role.RECEIVER: ("receiver", "ontvanger"),
    Role.RULE: ("rule", "regel"),
}


def resolve(asked: Mapping[Role, str], header: Sequence[str]) -> dict[Role, str]:
    """The column of each role; a role that is not needed may have none.

    Raises one of the errors about columns.
    """
    _each_has_one_use(asked)
    found = {role: name for role in Role if (name := _column(role, asked, header)) is not None}
    for role in NEEDED:
        if role not in found:
            raise errors.ColumnNotFound(option=role.option, there=listed(header))
    return found


def listed(names: Sequence[str], most: int = 20) -> str:
    shown = ", ".join(names[:most])
    return f"{shown}, …" if len(names) > most else shown or "–"


def _each_has_one_use(asked: Mapping[Role, str]) -> None:
    uses: dict[str, Role] = {}
    for role, name in asked.items():
        if name in uses:
            raise errors.OneColumnTwoUses(name=name, one=uses[name].option, other=role.option)
        uses[name] = role


def _column(role: Role, asked: Mapping[Role, str], header: Sequence[str]) -> str | None:
    if role in asked:
        if asked[role] not in header:
            raise errors.UnknownColumn(name=asked[role], option=role.option, there=listed(header))
        return asked[role]
    taken = set(asked.values())
    for name in NAMES[role]:
        fitting = [one for one in header if _plain(one) == name and one not in taken]
        if len(fitting) > 1:
            raise errors.ColumnsAlike(option=role.option, fitting=listed(fitting))
        if fitting:
            return fitting[0]
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\s_]", "", name).lower()
