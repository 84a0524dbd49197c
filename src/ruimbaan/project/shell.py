# SPDX-License-Identifier: EUPL-1.2
"""What every page has around it: menus, the help and exit links, the same page in the other language."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ruimbaan.ui.addresses import address
from ruimbaan.ui.components import Link

NAMES = dict(settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    code: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Shell:
    demo: bool
    contact: str
    source_url: str
    home_url: str
    help_url: str
    exit_url: str
    theme_url: str  # of its colours, when it has its own
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    other_language: OtherLanguage


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor."""

    def link(text: str, name: str) -> Link:
        url = address(name)
        return Link(text, url, current=url == request.path)

    return {
        "shell": Shell(
            demo=settings.ENVIRONMENT.demo,
            contact=settings.ENVIRONMENT.contact,
            source_url=settings.ENVIRONMENT.source_url,
            home_url=address("pages:home"),
            help_url=address("pages:help_now"),
            exit_url=address("exit"),
            theme_url=f"{reverse('theme')}?{settings.THEME.mark}" if settings.THEME.mark else "",
            menu=(
                link(_("Zoek steun"), "directory:regions"),
                link(_("Mijn route"), "routecheck:start"),
                link(_("Wat kan ik doen?"), "surroundings:ask"),
                link(_("Mag ik dit?"), "may_i:ask"),
                link(_("Regels"), "rulebook:rules"),
                link(_("Inloggen"), "signing_in:start"),
            ),
            foot=(
                link(_("Voorbeeld"), "routes:example"),
                link(_("Inspiratieboek"), "storybook:book"),
                link(_("Waar het wringt"), "frictions:regions"),
                link(_("Wat is vrije ruimte?"), "pages:room"),
                link(_("Dit doen we nooit"), "pages:promises"),
                link(_("Zo ga je snel weg"), "pages:exit_note"),
                link(_("Toegankelijkheid"), "pages:accessibility"),
                link(_("Handleiding"), "documentation:contents"),
                link(_("Open broncode"), "pages:open_source"),
                link(_("Zo ziet alles eruit"), "gallery"),
            ),
            other_language=_other_language(request),
        )
    }


def _other_language(request: HttpRequest) -> OtherLanguage:
    code = next(code for code in NAMES if code != get_language())
    url = translate_url(request.get_full_path(), code)
    if request.resolver_match is None:  # an error page has no twin; the front door has
        url = translate_url(reverse("pages:home"), code)
    return OtherLanguage(code, NAMES[code], url)
