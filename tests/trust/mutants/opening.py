# SPDX-License-Identifier: EUPL-1.2
"""Faults in opening a file, in the queries and in PostgreSQL's own wall."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

SERVICES = "ruimbaan.parts.trust.services"
WALLS = "ruimbaan.parts.trust.walls"
READING = "ruimbaan.parts.trust.files.reading"
ACCOUNTS = "ruimbaan.parts.accounts.acting"
ROW_CONTEXT = "ruimbaan.parts.trust.files.row_context"
FILES = "ruimbaan.parts.trust.files.opening_files"

OPENING = (
    Mutant(
        "one-part-opens-the-rest",
        "Who may see one part of what was asked gets all of it.",
        SERVICES,
        "Opening(journey, allowed, action)",
        "Opening(journey, parts, action)",
    ),
    Mutant(
        "refusal-opens-nothing-but-goes-on",
        "A refusal shows an empty file: so there is one.",
        SERVICES,
        "    if not allowed:\n        raise Refused\n",
        "",
    ),
    Mutant(
        "erased-in-between",
        "What I write while another window erases everything stays behind.",
        ROW_CONTEXT,
        "if not looks and not hold(opening.journey):",
        "if False:",
    ),
    Mutant(
        "given-by-halves",
        "What I give is given by halves when it goes wrong.",
        ROW_CONTEXT,
        "nullcontext() if looks and not walled else transaction.atomic()",
        "nullcontext() if opening.action not in WRITING and not walled else transaction.atomic()",
    ),
    Mutant(
        "opening-never-ends",
        "What was opened for one answer can be used for the next.",
        SERVICES,
        "        opening.ended = True\n",
        "        pass\n",
    ),
    Mutant(
        "query-without-opening",
        "A forgotten filter answers with everybody's rows.",
        WALLS,
        "if self._opening is None or self._opening.ended:",
        "if False:",
    ),
    Mutant(
        "query-ignores-the-file",
        "A query answers with the rows of all files.",
        WALLS,
        "self.filter(journey=opening.journey) if covered",
        "self.all() if covered",
    ),
    Mutant(
        "query-ignores-the-part",
        "A query answers with a part that was not opened.",
        WALLS,
        "covered = opening.covers(self.model.part)",
        "covered = True",
    ),
    Mutant(
        "looking-can-write",
        "What was opened to look at can be changed.",
        WALLS,
        "return self.covers(part) and self.action in WRITING",
        "return self.covers(part)",
    ),
    Mutant(
        "row-moves-to-another-file",
        "A row of one person can be saved in the file of another.",
        WALLS,
        "if opening.journey != self.journey_id:",
        "if False:",
    ),
    Mutant(
        "joined-with-other-rows",
        "Two answers are joined and bring another file along.",
        WALLS,
        'if getattr(other, "_opening", None) is not self._opening:',
        "if False:",
    ),
    Mutant(
        "grants-of-all-files",
        "The grants of another file are read along.",
        READING,
        "GrantRecord.objects.filter(journey=journey)",
        "GrantRecord.objects.exclude(id=journey)",
    ),
    Mutant(
        "revoked-is-not-read",
        "That a grant was stopped is not read from the database.",
        READING,
        "revoked=row.revoked,",
        "revoked=None,",
    ),
    Mutant(
        "memberships-of-everybody",
        "Somebody gets the memberships of everybody.",
        ACCOUNTS,
        "MembershipRecord.objects.filter(account=account)",
        "MembershipRecord.objects.exclude(id=account)",
    ),
    Mutant(
        "membership-end-is-not-read",
        "That somebody left is not read from the database.",
        ACCOUNTS,
        "Role(row.role), row.starts, row.ends)",
        "Role(row.role), row.starts, None)",
    ),
    Mutant(
        "taken-away-keeps-looking",
        "Somebody I took away from my people still sees what I gave.",
        FILES,
        '    mine = {"journey": opening.journey, "party_kind": party.kind, "party": party.id}\n'
        "    GrantRecord.objects.filter(**mine, ends__gt=at, revoked=None).update(revoked=at)\n",
        '    mine = {"journey": opening.journey, "party_kind": party.kind, "party": party.id}\n',
    ),
    Mutant(
        "taken-away-by-any-opening",
        "Who may look at one part can take somebody away from my people.",
        FILES,
        "    _demand_all(opening, Action.SHARE)\n    mine = ",
        "    mine = ",
    ),
)
