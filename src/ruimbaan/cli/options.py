# SPDX-License-Identifier: EUPL-1.2
"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.core.kernel.texts import Language

LanguageOption = Annotated[
    Language,
    typer.Option("--language", envvar="RUIMBAAN_LANGUAGE", help="Language of the answer."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON for programs.")]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="RUIMBAAN_DATA",
        metavar="DIR",
        help="Folder that holds demo/ and regels/; this repository when left out.",
    ),
]
PortOption = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]
