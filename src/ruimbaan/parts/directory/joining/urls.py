# SPDX-License-Identifier: EUPL-1.2
"""Addresses of joining and upkeep. They stand before those of the directory: a region or a place
cannot have one of these names."""

from django.urls import path

from ruimbaan.parts.directory.joining.views import link, listing, remark

app_name = "joining"
urlpatterns = [
    path("steun/meedoen", listing.start, name="start"),
    path("steun/meedoen/verstuurd", listing.sent, name="sent"),
    path("steun/link", link.link, name="link"),
    path("steun/<slug:region>/meedoen", listing.listing, name="listing"),
    path("steun/<slug:region>/<slug:place>/klopt-niet", remark.wrong, name="wrong"),
]
