# SPDX-License-Identifier: EUPL-1.2
"""The directory of a peer, out of its HSDS API: every page of its services, with all that is theirs,
and the organisations and terms that stand on their own."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ruimbaan.core.directory.records.flattening import PAGE, content_of
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Loose, Place, Row
from ruimbaan.core.directory.records.shape import MANY
from ruimbaan.integrations.hsds.addresses import Peer, peer_at
from ruimbaan.integrations.hsds.asking import ask
from ruimbaan.integrations.hsds.errors import OddAnswer, TooLarge
from ruimbaan.integrations.hsds.limits import USUAL, Limits

PER_PAGE = 100
MOST_PAGES = 5_000
LISTS = (
    ("services", "service"),
    ("organizations", "organization"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
)
Found = tuple[dict[str, Json], Place]


def read_peer(address: str, *, private: bool = False, limits: Limits = USUAL) -> Content:
    """Raises AddressRefused, NoAnswer, OddAnswer or TooLarge; then nothing comes in."""
    peer = peer_at(address, private=private)
    rows: list[Row] = []
    loose: list[Loose] = []
    for path, table in LISTS:
        for record, place in _records(peer, path):
            found = content_of(_whole(peer, path, table, record), place, table)
            rows += found.rows
            loose += found.loose
            if len(rows) > limits.rows * 4:
                raise TooLarge(place, what=f"> {limits.rows * 4} records")
    return Content(tuple(rows), tuple(loose))


def _records(peer: Peer, path: str) -> Iterator[Found]:
    for number in range(1, MOST_PAGES + 1):
        asked = {"page": str(number), "per_page": str(PER_PAGE), "full": "true"}
        answer = ask(peer, f"/{path}", asked)
        if answer is None:
            if path == "services":
                raise OddAnswer(peer.place, reason="/services")
            return
        page, place = answer
        items = page.get(PAGE) if isinstance(page, dict) else page
        if not isinstance(items, list):
            raise OddAnswer(place, reason=f'no "{PAGE}"')
        for position, item in enumerate(items):
            if not isinstance(item, dict):
                raise OddAnswer(place, reason=f"{PAGE}[{position}]")
            yield item, place.inside(f".{PAGE}[{position}]")
        if not isinstance(page, dict) or not items or _is_last(page, number):
            return
    raise TooLarge(peer.place, what=f"> {MOST_PAGES} pages")


def _is_last(page: dict[str, Json], number: int) -> bool:
    total = page.get("total_pages")
    return page.get("last_page") is True or (isinstance(total, int) and number >= total)


def _whole(peer: Peer, path: str, table: str, record: dict[str, Json]) -> dict[str, Json]:
    """A list may hold services in short; then each is asked for by itself."""
    uid = record.get("id")
    if table != "service" or not isinstance(uid, str) or record.keys() & MANY[table].keys():
        return record
    answer = ask(peer, f"/{path}/{quote(uid, safe='')}")
    whole = answer[0] if answer else None
    return whole if isinstance(whole, dict) and whole.get("id") == uid else record
