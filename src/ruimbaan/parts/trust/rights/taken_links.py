# SPDX-License-Identifier: EUPL-1.2
"""The secret links somebody ever made, to take along. Neither the address nor the code: those are
kept nowhere."""

from __future__ import annotations

from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.journey.queries import purpose_in_words
from ruimbaan.parts.trust.links.finding import Link, links_of
from ruimbaan.parts.trust.links.models import LinkKind
from ruimbaan.parts.trust.rights.wording import PURPOSE
from ruimbaan.ui.reader import in_words

KINDS = {
    LinkKind.CALENDAR: Text("Mijn agenda", "My calendar"),
    LinkKind.SUMMARY: Text("Eén blad over mij", "One sheet about me"),
    LinkKind.HANDOFF: Text("Een vraag om hulp", "A request for support"),
}


def links_section(journey: UUID) -> Section:
    """The oldest first."""
    found = [link for kind in LinkKind for link in links_of(journey, kind)]
    items = tuple(_link(link) for link in sorted(found, key=lambda link: (link.made, link.id)))
    return Section("links", Text("Links die ik maakte", "Links I made"), items, about_others=True)


def _link(link: Link) -> tuple[Fact, ...]:
    return (
        Fact("id", None, str(link.id)),
        Fact(
            "kind",
            Text("Wat voor link", "What kind of link"),
            link.kind.value,
            in_words(KINDS[link.kind]),
        ),
        Fact("for", Text("Voor wie", "For whom"), link.about.get("for")),
        Fact("chosen", None, tuple(f"{name}={value}" for name, value in link.about.items())),
        Fact("purpose", PURPOSE, link.purpose.value, purpose_in_words(link.purpose)),
        Fact("made", Text("Gemaakt", "Made"), link.made),
        Fact("ends", Text("Tot", "Until"), link.ends),
        Fact("stopped", Text("Gestopt", "Stopped"), link.ended),
        Fact("wrong_codes", None, link.tries),
    )
