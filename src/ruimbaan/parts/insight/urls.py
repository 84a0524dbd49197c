# SPDX-License-Identifier: EUPL-1.2
"""Addresses of Regie: behind the login, for the steward of a region."""

from django.urls import path

from ruimbaan.parts.insight.views import files, letter, pages

app_name = "insight"
HERE, PAIR = "werk/regie/<slug:region>", "wachten/<slug:sender>/<slug:asked>"
urlpatterns = [
    path("werk/regie", pages.regions, name="regions"),
    path(HERE, pages.overview, name="overview"),
    path(f"{HERE}/wachten", pages.waits, name="waits"),
    path(f"{HERE}/wachten/tabel.csv", files.waits_table, name="waits-table"),
    path(f"{HERE}/{PAIR}", pages.pair, name="pair"),
    path(f"{HERE}/{PAIR}/tabel.csv", files.pair_file, name="pair-table"),
    path(f"{HERE}/goed", pages.goes_well, name="goes-well"),
    path(f"{HERE}/vast", pages.stuck, name="stuck"),
    path(f"{HERE}/regels", pages.which_rule, name="which-rule"),
    path(f"{HERE}/kaart", pages.layers, name="map"),
    path(f"{HERE}/kaart/tabel.csv", files.layer_file, name="map-table"),
    path(f"{HERE}/wat-als", pages.what_if, name="what-if"),
    path(f"{HERE}/raadsbrief", letter.letter, name="letter"),
    path(f"{HERE}/raadsbrief.pdf", letter.letter_on_paper, name="letter-on-paper"),
]
