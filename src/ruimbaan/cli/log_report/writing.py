# SPDX-License-Identifier: EUPL-1.2
"""The report as one page that needs nothing else, and as a tagged PDF of the same."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import ruimbaan
from ruimbaan import ui
from ruimbaan.analytics.events import EventLog
from ruimbaan.analytics.flows import order_known
from ruimbaan.cli.frictions_words import UNITS
from ruimbaan.cli.log_report import words
from ruimbaan.cli.log_report.pieces import Document, Fact
from ruimbaan.cli.log_report.sections import Say, sections
from ruimbaan.core.kernel.texts import Language

FONT = Path(ui.__file__).parent / "static/ruimbaan/fonts/atkinson-hyperlegible-next-latin.woff2"


def document(log: EventLog, title: str, day: date, language: Language) -> Document:
    say = Say(language)
    order = order_known(log)
    report = log.report
    facts = (
        Fact(say(words.LOG), log.name),
        Fact(say(words.EVENTS), str(log.size)),
        Fact(say(words.PRECISION), UNITS[log.precision.value].in_language(language)),
        Fact(say(words.ORDER), say(words.ORDER_SHARE, share=say.share(order.unknown_share))),
        Fact(say(words.SET_ASIDE), f"{report.set_aside} / {report.read}"),
    )
    return Document(
        title=title or say(words.TITLE),
        about=say(words.ABOUT),
        facts=facts,
        sections=tuple(sections(log, language)),
        made=say(words.MADE, day=day.isoformat(), version=ruimbaan.__version__),
    )


def as_html(made: Document, language: Language) -> str:
    """With its style inside: one file to mail or to keep, unlike the pages of a site."""
    return _page(made, language).replace(
        "</head>", f"<style>{style('_screen')}</style>\n</head>", 1
    )


def _page(made: Document, language: Language) -> str:
    from django.template.loader import render_to_string

    return render_to_string("insight/paper/log_report.html", {"made": made, "language": language})


def as_pdf(made: Document, language: Language) -> bytes:
    """Raises PrinterMissing and PrintRefused."""
    from ruimbaan.integrations.storybook.pdf import write_pdf

    return write_pdf(_page(made, language), style("_paper"), FONT)


def style(medium: str) -> str:
    """What every medium has, and what only this one can read."""
    folder = files("ruimbaan.parts.insight").joinpath("styles")
    names = ("log_report", f"log_report{medium}")
    return "".join(folder.joinpath(f"{name}.css").read_text("utf-8") for name in names)
