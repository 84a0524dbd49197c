# SPDX-License-Identifier: EUPL-1.2
"""The component gallery, public: this is how the site is built.

The metro map has a page of its own, so that a phone without much data can open either.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.ui import icons
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link
from ruimbaan.ui.gallery import drawing, metro, samples


@require_safe
@public_page
def gallery(request: HttpRequest) -> HttpResponse:
    context = {
        "crumbs": samples.crumbs(),
        "tags": samples.tags(),
        "buttons": samples.buttons(),
        "message": samples.key_message(),
        "deadlock": samples.deadlock(),
        "small_deadlocks": samples.small_deadlocks(),
        "drawing": drawing.route(),
        "drawing_table": drawing.route_table(),
        "ways": samples.ways(),
        "rungs": samples.rungs(),
        "steps": samples.timeline(),
        "table": samples.table(),
        "questions": samples.choices(),
        "answers": samples.answers(),
        "alerts": samples.alerts(),
        "errors": samples.errors(),
        "doors": samples.doors(),
        "icons": sorted(icons.SHAPES),
        "contrasts": samples.contrasts(),
    }
    return render(request, "ui/gallery.html", context)


@require_safe
@public_page
def gallery_metro(request: HttpRequest) -> HttpResponse:
    context = {
        "crumbs": (
            Link(_("Componenten"), reverse("gallery")),
            Link(_("Metrokaart van een regio")),
        ),
        "metro": metro.drawing(),
        "metro_plan": metro.drawing_with_plan(),
        "metro_table": metro.table(),
        "metro_lines": metro.lines(),
    }
    return render(request, "ui/gallery_metro.html", context)
