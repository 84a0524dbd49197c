# SPDX-License-Identifier: EUPL-1.2
"""The pages of this installation, read once per process, and each made into HTML once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.documentation import Heading, Kind, Library, Page, article, load_library

FEWEST_HEADINGS = 3  # a shorter page needs no contents of its own


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with what stands around it. `language` is empty where it is that of the reader."""

    page: Page
    language: str
    html: SafeString
    headings: tuple[Heading, ...]
    before: Page | None
    after: Page | None


@dataclass(frozen=True, slots=True)
class Group:
    """All pages of one kind: `question` is what a reader comes with."""

    kind: Kind
    title: str
    question: str
    pages: tuple[Page, ...]


@lru_cache(maxsize=1)
def library() -> Library:
    return load_library()


def groups() -> tuple[Group, ...]:
    """In the language of the reader."""
    told = (
        (Kind.TUTORIALS, _("Leren door te doen"), _("Stap voor stap, met de mensen van de demo.")),
        (Kind.HOW_TO, _("Zo doe je dat"), _("Voor wie weet wat er moet gebeuren.")),
        (Kind.REFERENCE, _("Opzoeken"), _("Elke opdracht, instelling, regel, fout en maat.")),
        (Kind.EXPLANATION, _("Begrijpen"), _("Hoe het werkt, en waarom zo.")),
        (Kind.LAW, _("Recht"), _("Concepten voor juristen. Zij hebben ze nog niet gelezen.")),
        (Kind.DECISIONS, _("Besluiten"), _("Wat er is gekozen, en wat niet.")),
    )
    return tuple(
        Group(kind, title, question, library().of_kind(kind)) for kind, title, question in told
    )


def on_the_site(name: str) -> str:
    """The address of a page or of a file beside the pages; without a name that of the contents."""
    if not name:
        return reverse("documentation:contents")
    of = "beside" if name in library().files else "page"
    return reverse(f"documentation:{of}", args=[name])


def show(page: Page, language: Language, place: Callable[[str], str]) -> Shown:
    of_kind = library().of_kind(page.kind)
    at = of_kind.index(page)
    made = article(page, library(), place)
    headings = tuple(one for one in made.headings if one.level == 2)
    return Shown(
        page=page,
        language="" if page.language == language else page.language,
        html=mark_safe(made.html),  # noqa: S308 -- of our own renderer, which lets no html through
        headings=headings if len(headings) >= FEWEST_HEADINGS else (),
        before=of_kind[at - 1] if at else None,
        after=of_kind[at + 1] if at + 1 < len(of_kind) else None,
    )


@lru_cache(maxsize=512)
def shown_on_the_site(page: Page, language: Language) -> Shown:
    """Made anew only when the text of the page is another one."""
    with override(language):
        return show(page, language, on_the_site)
