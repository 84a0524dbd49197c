# SPDX-License-Identifier: EUPL-1.2
"""Does somebody keep seeing the same organisation? Three indices; never per worker."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Measure, Outcome, Unit, Value, too_few
from ruimbaan.core.kernel.texts import Text

FEWEST_CONTACTS = 3


def indices(courses: Courses) -> ir.Table:
    """`case upc coc secon` of each person with three contacts or more."""
    seen = courses.used.filter(courses.used.met)
    each = seen.group_by("case", "organisation").aggregate(n=seen.count())
    squares = (each.n * each.n).sum()
    whole = each.n.sum()
    spread = each.group_by(s_case=each.case).aggregate(
        whole=whole,
        upc=each.n.max() / whole,
        coc=(squares - whole) / (whole * (whole - 1)).nullif(0),
    )
    order = ibis.window(group_by=seen.case, order_by=[seen.done, seen.seq])
    pairs = seen.mutate(same=seen.organisation.lag().over(order) == seen.organisation)
    followed = pairs.filter(pairs.same.notnull())
    steps = followed.group_by("case").aggregate(secon=followed.same.cast("float64").mean())
    enough = spread.filter(spread.whole >= FEWEST_CONTACTS)
    return steps.join(enough, steps.case == enough.s_case).select("case", "upc", "coc", "secon")


def _continuity(courses: Courses) -> Outcome:
    table = indices(courses)
    grouped = table.group_by("upc", "coc", "secon").aggregate(often=table.count())
    rows = courses.rows(grouped.order_by("upc", "coc", "secon"))
    persons = sum(row["often"] for row in rows)
    if not persons:
        return too_few(0, courses.question.fewest)
    often = [row["often"] for row in rows]
    return tuple(
        Value(
            key,
            name,
            Unit.RATIO,
            persons,
            persons,
            *figures.drawn_again([(row[key], 1) for row in rows], often, figures.ratio),
        )
        for key, name in _NAMES.items()
    )


_NAMES = {
    "coc": Text("COC: gespreid over weinig", "COC: spread over few"),
    "upc": Text("UPC: aandeel van de vaste plek", "UPC: share of the usual place"),
    "secon": Text("SECON: de volgende keer dezelfde", "SECON: the same one next time"),
}
CONTINUITY = Measure(
    number=9,
    id="continuity",
    name=Text("Vaste plek", "Continuity"),
    formula=(
        "persons with N >= 3 contacts, n_i with organisation i: UPC = max n_i / N;"
        " COC = (sum n_i^2 - N) / (N (N - 1)); SECON = share of contacts with the same organisation"
        " as the one before; means over persons, persons drawn again"
    ),
    needs=(Role.ORGANISATION,),
    reading=Text(
        "De maat is gemiddeld {estimate}: 1 is steeds dezelfde organisatie, 0 steeds een andere."
        " Laag is niet vanzelf slecht: stap voor stap afbouwen mag.",
        "The measure is {estimate} on average: 1 is always the same organisation, 0 another one each time."
        " Low is not bad by itself: stepping down is fine.",
    ),
    head="coc",
    source="Bice and Boxerman 1977; Steinwachs 1979; BMC Health Services Research 2022, table 2",
    worked_out=_continuity,
)
