# SPDX-License-Identifier: EUPL-1.2
"""Every address of the site. Dutch stands at `/`, English at `/en/`, with the same path behind it."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from ruimbaan.parts.directory.api import hsds, v1
from ruimbaan.parts.journey.offline.views import worker as offline_worker
from ruimbaan.parts.trust.log.views import anchors
from ruimbaan.project.language import english
from ruimbaan.project.leave import leave
from ruimbaan.ui.gallery.views import gallery, gallery_metro
from ruimbaan.ui.theme.views import theme

urlpatterns = [
    path("weg", leave, name="exit"),
    path("anker", anchors, name="anchors"),
    path("huisstijl.css", theme, name="theme"),
    path("en", english, name="english"),
    path("zonder-internet.js", offline_worker, name="offline-worker"),
    path("", hsds.urls),
    path("", v1.urls),
    *i18n_patterns(  # the most visited first: they are tried in this order
        path("", include("ruimbaan.parts.journey.urls")),
        path("", include("ruimbaan.parts.handoff.urls")),
        path("", include("ruimbaan.parts.discretion.asking.urls")),
        path("", include("ruimbaan.parts.discretion.noting.urls")),
        path("", include("ruimbaan.parts.discretion.agreeing.urls")),
        path("", include("ruimbaan.parts.trust.rights.urls")),
        path("", include("ruimbaan.parts.journey.calendar.urls")),
        path("", include("ruimbaan.parts.journey.summary.urls")),
        path("", include("ruimbaan.parts.journey.close_one.urls")),
        path("", include("ruimbaan.parts.journey.starting.urls")),
        path("", include("ruimbaan.parts.journey.offline.urls")),
        path("", include("ruimbaan.parts.journey.take_along.urls")),
        path("", include("ruimbaan.parts.accounts.signing_in.urls")),
        path("", include("ruimbaan.parts.accounts.urls")),
        path("", include("ruimbaan.parts.pages.urls")),
        path("route/", include("ruimbaan.parts.routes.urls")),
        path("", include("ruimbaan.parts.routecheck.urls")),
        path("", include("ruimbaan.parts.directory.upkeep.urls")),
        path("", include("ruimbaan.parts.directory.joining.urls")),
        path("", include("ruimbaan.parts.directory.geography.urls")),
        path("", include("ruimbaan.parts.directory.network.urls")),
        path("", include("ruimbaan.parts.directory.urls")),
        path("", include("ruimbaan.parts.rulebook.urls")),
        path("", include("ruimbaan.parts.storybook.desk.urls")),
        path("", include("ruimbaan.parts.storybook.urls")),
        path("", include("ruimbaan.parts.discretion.may_i.urls")),
        path("", include("ruimbaan.parts.surroundings.urls")),
        path("", include("ruimbaan.parts.frictions.urls")),
        path("", include("ruimbaan.parts.insight.urls")),
        path("", include("ruimbaan.parts.advice.urls")),
        path("", include("ruimbaan.parts.contributing.urls")),
        path("", include("ruimbaan.parts.operating.urls")),
        path("", include("ruimbaan.parts.documentation.urls")),
        path("componenten", gallery, name="gallery"),
        path("componenten/metrokaart", gallery_metro, name="gallery-metro"),
        prefix_default_language=False,
    ),
]
handler400 = "ruimbaan.project.errors.bad_request"
handler403 = "ruimbaan.project.errors.forbidden"
handler404 = "ruimbaan.project.errors.not_found"
handler500 = "ruimbaan.project.errors.server_error"
