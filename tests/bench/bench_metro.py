# SPDX-License-Identifier: EUPL-1.2
"""How long a region of 10,000 supports takes: once to lay out, and each time it is drawn."""

from __future__ import annotations

import gzip
from time import process_time

from ruimbaan.core.directory.metro.derive import Known, network_of
from ruimbaan.core.directory.metro.layout import lay_out
from ruimbaan.core.directory.metro.network import Network
from ruimbaan.core.directory.metro.splitting import sheets_of
from ruimbaan.core.directory.service import Condition, Gift, Service, Wait
from ruimbaan.core.kernel.texts import Text
from ruimbaan.ui.pictures.metro import MetroPicture, draw, measure

SERVICES, DISTRICTS = 10_000, 300
MOST_SECONDS, MOST_BYTES = 0.020, 12_000
FRAMES = ("Zvw", "Wmo maatwerk", "Participatiewet", "Wgs", "vrijwillig", "Zvw + subsidie", "J&V")
DOMAINS = ("WON", "FIN", "ADM", "MID", "PSY", "GEZ", "WRK", "SOC", "ZIN")


def service(at: int) -> Service:
    return Service(
        f"S{at}",
        Text(f"Begeleiding en herstel {at}", f"Support and recovery {at}"),
        provider=f"Stichting Herstel {at % 400}",
        frame=FRAMES[at % len(FRAMES)],
        domain=DOMAINS[at % len(DOMAINS)],
        type=1 + at % 42,
        wait=Wait(at % 200),
        needs=(Condition(f"feit-{at % 500}"),),
        gives=(Gift(f"feit-{(at + 1) % 500}"), Gift(f"eigen-{at}")),
    )


def region() -> Network:
    services = {f"S{at}": service(at) for at in range(SERVICES)}
    districts = {f"S{at}": f"Wijk {at % DISTRICTS:03}" for at in range(SERVICES)}
    return network_of(services, Known(districts=districts), Text("Grote regio", "Large region"))


def test_a_large_region():
    started = process_time()
    made = region()
    print(f"\n{SERVICES:,} services to a map: {process_time() - started:.1f} s")
    started = process_time()
    sheets = sheets_of(made)
    print(f"split in {len(sheets.parts)} parts: {process_time() - started:.2f} s")
    for name, network in (("overview", sheets.overview), ("part", sheets.parts[0].network)):
        started = process_time()
        layout = lay_out(network, measure(network))
        laid = process_time() - started
        picture = MetroPicture("De kaart", "Zes lijnen.", network, layout)
        seconds, size = drawn(picture)
        count = len(network.stations)
        print(
            f"{name}: {count} stations, laid out in {laid:.2f} s, "
            f"drawn in {seconds * 1000:.1f} ms, {size:,} bytes compressed"
        )
        assert seconds <= MOST_SECONDS
        assert size <= MOST_BYTES


def drawn(picture: MetroPicture) -> tuple[float, int]:
    best, svg = 1.0, ""
    for _ in range(10):
        started = process_time()
        svg = draw(picture, "nl")
        best = min(best, process_time() - started)
    return best, len(gzip.compress(svg.encode()))
