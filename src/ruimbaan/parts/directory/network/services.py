# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator may do to the map: put a station or its name somewhere else, by typing."""

from __future__ import annotations

from django.db import transaction

from ruimbaan.core.directory.metro.boxes import Side
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.network.models import Correction, KeptMap
from ruimbaan.parts.directory.network.queries import Map, lay_out_again, sheets
from ruimbaan.parts.directory.regions import Region


class NoStation(DomainError):
    code = "RB-MET-001"
    cause = Text(
        'Er is geen halte "{station}" op de kaart van {region}.',
        'There is no station "{station}" on the map of {region}.',
    )
    advice = Text(
        "Neem de code uit het adres van de plek: /steun/{region}/<code>.",
        "Take the code from the address of the place: /steun/{region}/<code>.",
    )


class HalfAPlace(DomainError):
    code = "RB-MET-002"
    cause = Text("Een plek heeft een kolom en een rij.", "A place has a column and a row.")
    advice = Text("Geef ze allebei, of geen van beide.", "Give both, or neither.")


@transaction.atomic
def place_station(
    region: Region,
    station: str,
    *,
    column: int | None = None,
    row: int | None = None,
    side: Side | None = None,
) -> Map:
    """Puts the station there and lays its sheet out again around it; without a place or a side the
    correction is taken back. Says what clashes. Raises NoStation, HalfAPlace."""
    found = sheets(region)
    networks = {sheet.key: sheet.network for sheet in found.parts} or {"": found.overview}
    here = next((key for key, one in networks.items() if station in one.station_of), None)
    if here is None:
        raise NoStation(station=station, region=region.id)
    name = networks[here].station_of[station]
    if (column is None) != (row is None):
        raise HalfAPlace
    if column is None and row is None and side is None:
        Correction.objects.filter(region=region.id, station=name).delete()
    else:
        Correction.objects.update_or_create(
            region=region.id,
            station=name,
            defaults={"column": column, "row": row, "side": side.value if side else ""},
        )
    KeptMap.objects.filter(region=region.id, part=here).update(layout={})
    return lay_out_again(region, here, networks[here])
