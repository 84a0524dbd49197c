# SPDX-License-Identifier: EUPL-1.2
"""The form of a sketch, and of looking back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told, Values
from ruimbaan.parts.journey.kinds import DOMAINS
from ruimbaan.parts.journey.now.content_of import asks, marks
from ruimbaan.parts.journey.now.kinds import LOOKING_BACK, SKETCH, TIME, TITLE, TOLD
from ruimbaan.parts.journey.now.lived import ANSWERS, Subject
from ruimbaan.parts.journey.now.presentation.page import called, now_crumb
from ruimbaan.parts.journey.now.sketches import SKIPPED, Filled, moment
from ruimbaan.parts.journey.presentation.fields import told as in_reader
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.ui.components import Choices, Link, Option


@dataclass(frozen=True, slots=True)
class Looked:
    """One step or handoff with its two questions. `answered`: something was said already."""

    subject: Subject
    answered: bool
    in_time: Choices
    told_once: Choices


def sketch_page(
    own: Own,
    *,
    form: UUID | None = None,
    told: Told | None = None,
    filled: Filled | None = None,
    meanwhile: bool = False,
) -> dict[str, object]:
    """A new one when nothing was `told` yet; `filled` is what was sent."""
    typed: Mapping[str, str] = filled.typed if filled else told.values if told else {}
    errors = filled.errors if filled else {}
    row = told.id if told else None
    title = called(moment(told), own) if told else in_words(SKETCH.ask)
    return {
        "title": title,
        "lead": in_words(SKETCH.lead),
        "crumbs": (home_crumb(), now_crumb(), Link(title)),
        "url": _sketch_url(row),
        "form_id": form,
        "version": told.version if told else "",
        "domains": tuple(_domain(code, ask, typed, errors) for code, ask in asks().items()),
        "called": typed.get(TITLE, ""),
        "called_error": in_reader(errors.get(TITLE)),
        "errors": tuple(
            Link(in_reader(error), f"#{at if at in {TITLE, *asks()} else TITLE}")
            for at, error in errors.items()
        ),
        "meanwhile": meanwhile,
        "take_away_url": reverse("journey:now-sketch-away", args=[row]) if row else "",
    }


def away_page(own: Own, told: Told) -> dict[str, object]:
    return {
        "called": called(moment(told), own),
        "crumbs": (home_crumb(), now_crumb(), Link(_("Weghalen"))),
    }


def looking_back_page(
    found: tuple[tuple[Subject, Values], ...], open_one: UUID | None, *, notice: bool
) -> dict[str, object]:
    return {
        "title": in_words(LOOKING_BACK.title),
        "lead": in_words(LOOKING_BACK.lead),
        "crumbs": (home_crumb(), now_crumb(), Link(in_words(LOOKING_BACK.title))),
        "looked": tuple(
            Looked(
                subject,
                bool(said),
                _choices(TIME, _("Was dit op tijd?"), said),
                _choices(TOLD, _("Ik hoefde mijn verhaal niet opnieuw te vertellen."), said),
            )
            for subject, said in found
        ),
        "open_one": open_one,
        "notice": notice,
    }


def _sketch_url(row: UUID | None) -> str:
    if row is None:
        return reverse("journey:now-sketch")
    return reverse("journey:now-sketch-change", args=[row])


def _domain(
    code: str, ask: Text, typed: Mapping[str, str], errors: Mapping[str, DomainError]
) -> Choices:
    given = typed.get(code) or SKIPPED
    return Choices(
        code,
        in_words(DOMAINS[code]),
        _options({mark: in_words(says) for mark, says in marks().items()}, given),
        help=in_words(ask),
        error=in_reader(errors.get(code)),
    )


def _choices(name: str, question: str, said: Values) -> Choices:
    answers = {code: in_words(text) for code, text in ANSWERS[name].items()}
    return Choices(name, question, _options(answers, said.get(name, SKIPPED)))


def _options(answers: Mapping[str, str], given: str) -> tuple[Option, ...]:
    """Rather not is an answer like any other, and stands there from the beginning."""
    both = {**answers, SKIPPED: _("Liever niet")}
    return tuple(Option(code, says, checked=code == given) for code, says in both.items())
