# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the own file and of what is shown to others."""

from __future__ import annotations

from django.urls import path, register_converter

from ruimbaan.parts.journey.card import views as card
from ruimbaan.parts.journey.kinds import OF_PATH
from ruimbaan.parts.journey.now.views import licensed as now_licensed
from ruimbaan.parts.journey.now.views import look as now_look
from ruimbaan.parts.journey.now.views import looking_back, sketch
from ruimbaan.parts.journey.route.views import again, coming, for_me, keep, look, own_step, step
from ruimbaan.parts.journey.views import home, knowing, log, part, sharing, shown, whole


class PartPath:
    """A part by its Dutch name; any other word is another page, or none."""

    regex = "|".join(OF_PATH)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PartPath, "part")

app_name = "journey"
urlpatterns = [
    path("mijn", home.home, name="home"),
    path("mijn/begin", home.begin, name="begin"),
    path("mijn/alles", home.everything, name="everything"),
    path("mijn/wie-keek", log.log, name="log"),
    path("mijn/wie-keek/tabel.csv", log.log_table, name="log-table"),
    path("mijn/delen", sharing.sharing, name="sharing"),
    path("mijn/delen/nieuw", sharing.show, name="show"),
    path("mijn/delen/waarom", sharing.why, name="why"),
    path("mijn/delen/ken/<uuid:known>/weg", knowing.forget, name="forget"),
    path("mijn/delen/<uuid:grant>", sharing.grant, name="grant"),
    path("mijn/delen/<uuid:grant>/stop", sharing.stop, name="stop"),
    path("mijn/delen/<uuid:grant>/langer", sharing.longer, name="longer"),
    path("mijn/dicht", whole.closing, name="closing"),
    path("mijn/wis", whole.erase, name="erase"),
    path("mijn/gewist", whole.erased, name="erased"),
    path("mijn/route", look.route, name="route"),
    path("mijn/route/nieuw", keep.new, name="route-new"),
    path("mijn/route/bewaar", keep.keep, name="route-keep"),
    path("mijn/route/anders", again.again, name="route-again"),
    path("mijn/route/erbij", own_step.own_step, name="route-own-step"),
    path("mijn/route/voor-mij", for_me.for_me, name="route-for-me"),
    path("mijn/route/bestand", look.as_file, name="route-file"),
    path("mijn/route/weg", look.take_away, name="route-take-away"),
    path("mijn/route/stap/<uuid:step>", step.step, name="route-step"),
    path("mijn/afspraken/<uuid:row>/erbij", coming.coming, name="coming"),
    path("mijn/afspraken/<uuid:row>/lukt-niet", coming.cannot, name="cannot"),
    path("mijn/ik-nu", now_look.now, name="now"),
    path("mijn/ik-nu/schets", sketch.new, name="now-sketch"),
    path("mijn/ik-nu/schets/<uuid:row>", sketch.change, name="now-sketch-change"),
    path("mijn/ik-nu/schets/<uuid:row>/weg", sketch.away, name="now-sketch-away"),
    path("mijn/ik-nu/terugblik", looking_back.looking_back, name="looking-back"),
    path("mijn/ik-nu/lijst/<slug:name>", now_licensed.licensed, name="now-licensed"),
    path("mijn/ik-nu/lijsten", now_look.lists, name="now-lists"),
    path("mijn/noodkaart/print", card.on_paper, name="card-print"),
    path("mijn/<part:path>", part.part, name="part"),
    path("mijn/<part:path>/nieuw", part.new, name="new"),
    path("mijn/<part:path>/<uuid:row>", part.entry, name="entry"),
    path("mijn/<part:path>/<uuid:row>/weg", part.take_away, name="take-away"),
    path("gedeeld", shown.with_me, name="with-me"),
    path("gedeeld/<uuid:journey>/<slug:purpose>", shown.shown, name="shown"),
]
