# SPDX-License-Identifier: EUPL-1.2
"""A document as a tagged PDF (PDF/UA-1) with WeasyPrint. Same document, same bytes."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.storybook.problems import PrinterMissing

FONTS = {"ruimbaan:font-400": 400, "ruimbaan:font-700": 700}  # the only addresses there are
_IDENTIFIER = b"ruimbaan-inspiratieboek"


class PrintRefused(DomainError):
    code = "RB-BOOK-004"
    cause = Text(
        "Het boek op papier klopt niet: {what}.", "The book for paper is not right: {what}."
    )
    advice = Text("Verbeter dat en probeer het opnieuw.", "Mend that and try again.")


class _Heard(logging.Handler):
    """What the printer complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())


@dataclass(frozen=True, slots=True)
class Printed:
    pdf: bytes
    pages: int


def write_pdf(html: str, css: str, font: Path) -> bytes:
    """The PDF of the book."""
    return print_pdf(html, css, font, _IDENTIFIER).pdf


def print_pdf(html: str, css: str, font: Path, identifier: bytes) -> Printed:
    """The PDF, and how many pages it became; `font` is the variable font of the site. Raises PrinterMissing without WeasyPrint or
    Pango, and PrintRefused for whatever the printer complains of."""
    with _listening() as heard, _without_collecting():
        try:
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
        except (ImportError, OSError) as error:
            raise PrinterMissing(what=error) from error
        weights = {address: _at_weight(font, weight) for address, weight in FONTS.items()}
        fonts, fetcher = FontConfiguration(), _fetcher(weights)
        sheet = weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetcher)
        options = {
            **weasyprint.DEFAULT_OPTIONS,
            "stylesheets": [sheet],
            "pdf_variant": "pdf/ua-1",
            "pdf_identifier": identifier,
        }
        document = weasyprint.HTML(string=html, url_fetcher=fetcher).render(fonts, **options)
        made: bytes = document.write_pdf(**options)
    if heard.words:
        raise PrintRefused(what="; ".join(heard.words[:3]))
    return Printed(made, len(document.pages))


@contextmanager
def _listening() -> Iterator[_Heard]:
    """Complaints are kept here instead of on the screen; news of each page goes nowhere."""
    heard = _Heard()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    loggers[0].addHandler(heard)
    for logger in loggers:
        logger.propagate = False
    try:
        yield heard
    finally:
        loggers[0].removeHandler(heard)
        for logger, was in zip(loggers, before, strict=True):
            logger.propagate = was


@contextmanager
def _without_collecting() -> Iterator[None]:
    """The printer makes millions of objects that all stay until the end: looking for garbage among
    them takes a sixth of its time. A book of 130 pages stays under 300 MB without."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=2)
def _at_weight(font: Path, weight: int) -> bytes:
    """One weight of the variable font: the printer takes no range."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    variable = TTFont(font, recalcTimestamp=False)
    instantiateVariableFont(variable, {"wght": weight}, inplace=True)
    variable.flavor = None
    made = BytesIO()
    variable.save(made)
    return made.getvalue()


def _fetcher(weights: Mapping[str, bytes]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFontsOnly(URLFetcher):  # type: ignore[misc]
        """A book asks for nothing from elsewhere."""

        def fetch(self, url: str, *_: object, **__: object) -> Any:
            if url not in weights:
                raise ValueError(url)  # the printer complains, and that is heard
            return URLFetcherResponse(url, weights[url], {"Content-Type": "font/ttf"})

    return OwnFontsOnly()
