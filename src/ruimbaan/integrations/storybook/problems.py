# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the files of the book."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class BookInvalid(DomainError):
    code = "RB-BOOK-001"
    cause = Text(
        "Het boek klopt niet in {file}, bij {where}: {what}.",
        "The book is not in order in {file}, at {where}: {what}.",
    )
    advice = Text(
        "Verbeter dat bestand in de map verhalen/ en probeer het opnieuw.",
        "Mend that file in the folder verhalen/ and try again.",
    )


class PrinterMissing(DomainError):
    code = "RB-BOOK-003"
    cause = Text(
        "Voor het boek op papier ontbreekt een programma: {what}.",
        "A program is missing to make the book for paper: {what}.",
    )
    advice = Text(
        "Installeer requirements/book.txt en Pango. Op de site is het boek er ook zonder.",
        "Install requirements/book.txt and Pango. The site has the book without them too.",
    )
