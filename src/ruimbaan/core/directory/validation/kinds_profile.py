# SPDX-License-Identifier: EUPL-1.2
"""What our own profile says and the planner or the region cannot use: kept, with a word for whoever
keeps it."""

from __future__ import annotations

from ruimbaan.core.directory.validation.kinds_kept import kept
from ruimbaan.core.kernel.texts import Text

OTHER_REGION_NAMED = kept(
    78,
    Text(
        "Dit record noemt regio {found}; het komt nu in {region}.",
        "This record names region {found}; it now comes into {region}.",
    ),
    Text("Kijk of dat de bedoeling is.", "Check that this is what you want."),
)
PLANNING_HALF_READ = kept(
    79,
    Text(
        'Het profiel heeft een "{column}" van een soort die wij niet lezen.',
        'The profile has a "{column}" of a kind that we do not read.',
    ),
    Text("Zie docs/reference/hsds-profile.md.", "See docs/reference/hsds-profile.md."),
)
NOT_COUNTED = kept(
    80,
    Text('"{column}" moet minstens 1 zijn, niet {found}.', '"{column}" must be 1 or more.'),
    Text("Schrijf een heel getal, of laat het leeg.", "Write a whole number, or leave it empty."),
)
PARENT_ELSEWHERE = kept(
    81,
    Text(
        "Het record erboven, {table} {found}, is er niet.",
        "The record above this one, {table} {found}, is not there.",
    ),
    Text(
        "Lever het mee als het bestaat; HSDS verplicht dat niet.",
        "Send it along if it exists; HSDS does not demand it.",
    ),
)
UNREADABLE_PLANNING = kept(
    82,
    Text(
        "De planner laat deze dienst weg: {problem}",
        "The planner leaves this service out: {problem}",
    ),
    Text("{mend}", "{mend}"),
)
