# SPDX-License-Identifier: EUPL-1.2
"""All seeded faults. A part that guards something adds its own."""

from __future__ import annotations

from tests.trust.mutants.agreeing import AGREEING
from tests.trust.mutants.book import BOOK
from tests.trust.mutants.counting import COUNTING
from tests.trust.mutants.deciding import DECIDING
from tests.trust.mutants.disclosure import DISCLOSURE
from tests.trust.mutants.frictions import FRICTIONS
from tests.trust.mutants.handing_over import HANDING_OVER
from tests.trust.mutants.linking import LINKING
from tests.trust.mutants.may_i import MAY_I
from tests.trust.mutants.nearby import NEARBY
from tests.trust.mutants.opening import OPENING
from tests.trust.mutants.recovering import RECOVERING
from tests.trust.mutants.room import ROOM
from tests.trust.mutants.route import ROUTE
from tests.trust.mutants.story_desk import STORY_DESK

MUTANTS = (
    *DECIDING,
    *OPENING,
    *HANDING_OVER,
    *LINKING,
    *RECOVERING,
    *ROUTE,
    *ROOM,
    *AGREEING,
    *MAY_I,
    *NEARBY,
    *FRICTIONS,
    *STORY_DESK,
    *DISCLOSURE,
    *BOOK,
    *COUNTING,
)
