# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the file with questions: said to who writes it, never to a reader."""

from __future__ import annotations

from typing import ClassVar

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class QuestionnaireInvalid(DomainError):
    """The questions cannot be used; `where` is a path such as `pages/2/questions/0`."""

    code: ClassVar[str] = "RB-RCH-001"
    cause: ClassVar[Text] = Text(
        "De vragen in {file} kloppen niet. Bij {where}: {what}",
        "The questions in {file} are not right. At {where}: {what}",
    )
    advice: ClassVar[Text] = Text(
        "Kijk in docs/reference/routecheck.md hoe dit hoort.",
        "See docs/reference/routecheck.md for how this should be.",
    )
