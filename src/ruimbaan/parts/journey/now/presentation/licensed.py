# SPDX-License-Identifier: EUPL-1.2
"""A licensed list as a form, under its own name and with its licence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.journey.licensed_list import LicensedList
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.journey.now.licensed import in_force
from ruimbaan.parts.journey.now.presentation.page import now_crumb
from ruimbaan.parts.journey.now.sketches import SKIPPED
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.ui.components import Choices, Link, Option


def licensed_links(today: date) -> tuple[tuple[LicensedList, str], ...]:
    """Each with its address."""
    return tuple((one, reverse("journey:now-licensed", args=[one.id])) for one in in_force(today))


def licensed_page(
    found: LicensedList, form: UUID, typed: Mapping[str, str], error: DomainError | None = None
) -> dict[str, object]:
    return {
        "list": found,
        "title": found.name,
        "crumbs": (home_crumb(), now_crumb(), Link(found.name)),
        "form_id": form,
        "error": told(error),
        "questions": tuple(
            Choices(
                question_name(number),
                question,
                _options(found, typed.get(question_name(number), SKIPPED)),
            )
            for number, question in enumerate(found.questions)
        ),
    }


def question_name(number: int) -> str:
    """In the form."""
    return f"vraag-{number + 1}"


def _options(found: LicensedList, given: str) -> tuple[Option, ...]:
    said = {str(number): answer for number, answer in enumerate(found.answers)}
    both = {**said, SKIPPED: _("Liever niet")}
    return tuple(Option(code, says, checked=code == given) for code, says in both.items())
