# SPDX-License-Identifier: EUPL-1.2
"""An empty list to fill in: headings, a line that explains them, and an example. Both lines begin
with # and are left alone when it is read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.integrations.hsds.errors import NotWritten
from ruimbaan.integrations.own_list.cells import COMMENT
from ruimbaan.integrations.own_list.fields import ALL

EXISTS = Text("dit bestand is er al", "this file is there already")
SEPARATOR = ";"  # what a Dutch Excel opens in columns


def template(language: Language) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    write = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n").writerow
    write([field.heading.in_language(language) for field in ALL])
    for row in ("explanation", "example"):
        cells = [getattr(field, row).in_language(language) for field in ALL]
        write([f"{COMMENT} {cells[0]}", *cells[1:]])
    return text.getvalue().encode("utf-8-sig")


def write_template(target: Path, language: Language) -> None:
    """Raises NotWritten; a file that is there is left alone."""
    place = Place(shown(target.name))
    try:
        with target.open("xb") as file:
            file.write(template(language))
    except FileExistsError:
        raise NotWritten(place, reason=EXISTS.in_language(language)) from None
    except OSError as error:
        raise NotWritten(place, reason=error.strerror or error) from None
