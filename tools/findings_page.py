# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/directory-findings.md: what the validator of the directory can say."""

from __future__ import annotations

from ruimbaan.core.directory.validation.catalogue import kinds
from ruimbaan.core.directory.validation.finding import FindingKind
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.own_list.kinds import KINDS as OF_LISTS

HEAD = """# Findings about a directory

What `ruimbaan directory validate` and `import` can say about a record, each with its place: file and row, or the way down in JSON, and the column.
Written by `make docs` from the catalogue in the code. Words in braces are filled in.

A file that cannot be read at all is an [error](errors.md); nothing of it comes in.
"""
REFUSED = """
## Refused
The record is set aside, word for word, in quarantine. All others come in.

| code | what it says | what you can do |
|---|---|---|
"""
KEPT = """
## Kept
The record comes in as it is. Somebody should have a look.

| code | what it says | what you can do |
|---|---|---|
"""


def findings_page() -> str:
    every = sorted((*kinds(), *OF_LISTS), key=lambda kind: kind.code)
    refused = [row(kind) for kind in every if kind.severity.value == "refused"]
    kept = [row(kind) for kind in every if kind.severity.value == "kept"]
    return "".join([HEAD, REFUSED, *refused, KEPT, *kept])


def row(kind: FindingKind) -> str:
    return f"| {kind.code} | {_both(kind.reason)} | {_both(kind.advice)} |\n"


def _both(text: Text) -> str:
    nl, en = (said.replace("*", "\\*").replace("|", "\\|") for said in (text.nl, text.en))
    return f"{nl}<br>*{en}*"
