# SPDX-License-Identifier: EUPL-1.2
"""Faults in the one decision and in what it leans on."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

DECIDE = "ruimbaan.core.trust.deciding"
GRANTS = "ruimbaan.core.trust.grants"
PARTIES = "ruimbaan.core.trust.parties"
PURPOSES = "ruimbaan.core.trust.purposes"
PARTS = "ruimbaan.core.trust.file_parts"

DECIDING = (
    Mutant(
        "anonymous-is-let-through",
        "Somebody who is not signed in is asked nothing.",
        DECIDE,
        "    if actor.is_anonymous:\n        return _no(Because.NOT_SIGNED_IN)\n",
        "",
    ),
    Mutant(
        "everyone-is-owner",
        "Everybody who is signed in owns every file.",
        DECIDE,
        "if actor.account == subject.owner:",
        "if actor.account is not None:",
    ),
    Mutant(
        "erased-file-still-there",
        "A file without owner is treated as one.",
        DECIDE,
        "    if subject.owner is None:\n        return _no(Because.NO_SUCH_FILE)\n",
        "",
    ),
    Mutant(
        "others-may-change",
        "Who may look may also change, share and erase.",
        DECIDE,
        "    if action is not Action.LOOK:\n        return _no(Because.ONLY_OWNER)\n",
        "",
    ),
    Mutant(
        "any-part-of-the-file",
        "A grant on one part opens all parts.",
        DECIDE,
        "if g.journey == subject.journey and g.part == subject.part]",
        "if g.journey == subject.journey]",
    ),
    Mutant(
        "any-file",
        "A grant on one file opens every file.",
        DECIDE,
        "if g.journey == subject.journey and g.part == subject.part]",
        "if g.part == subject.part]",
    ),
    Mutant(
        "any-account",
        "A part given to one close one is seen by all.",
        DECIDE,
        "return (None,) if actor.account == party.id else ()",
        "return (None,)",
    ),
    Mutant(
        "any-link",
        "One signed link opens what another was made for.",
        DECIDE,
        "return (None,) if actor.link == party.id else ()",
        "return (None,) if actor.link else ()",
    ),
    Mutant(
        "any-membership",
        "A part given to one worker is seen by every worker.",
        DECIDE,
        "return tuple(m for m in actor.memberships if m.id == party.id)",
        "return actor.memberships",
    ),
    Mutant(
        "any-organisation",
        "A part given to one organisation is seen by every organisation.",
        DECIDE,
        "return tuple(m for m in actor.memberships if m.organisation == party.id)",
        "return actor.memberships",
    ),
    Mutant(
        "any-role",
        "The municipality's steward sees what was given to the organisation.",
        DECIDE,
        "via is not None and via.role not in MAY_BE_SHOWN",
        "False",
    ),
    Mutant(
        "ended-membership-still-works",
        "Somebody who left the organisation still looks.",
        DECIDE,
        "if via is not None and not via.in_force(now):",
        "if False:",
    ),
    Mutant(
        "revoked-is-ignored",
        "The person said stop, and the other still looks.",
        DECIDE,
        "if grant.is_revoked(now):",
        "if False:",
    ),
    Mutant(
        "not-yet-is-ignored",
        "The other looks before the first day.",
        DECIDE,
        "if now < grant.starts:",
        "if False:",
    ),
    Mutant(
        "end-is-ignored",
        "The other looks after the last day.",
        DECIDE,
        "if now >= grant.ends:",
        "if False:",
    ),
    Mutant(
        "end-one-moment-late",
        "What ends exactly now is still open.",
        DECIDE,
        "if now >= grant.ends:",
        "if now > grant.ends:",
    ),
    Mutant(
        "any-purpose",
        "What was given for one purpose is used for another.",
        DECIDE,
        "purpose is None or grant.purpose is not purpose or",
        "",
    ),
    Mutant(
        "purpose-opens-all",
        "A purpose opens parts that it does not need.",
        DECIDE,
        " or grant.part not in OPENS[purpose]",
        "",
    ),
    Mutant(
        "own-part-can-be-shared",
        "A relapse leaves the own part.",
        PARTS,
        "SHAREABLE = frozenset(Part) - {Part.OWN}",
        "SHAREABLE = frozenset(Part)",
    ),
    Mutant(
        "funding-opens-care",
        "Who pays looks along with the care.",
        PURPOSES,
        "Purpose.FUNDING: frozenset(),",
        "Purpose.FUNDING: SHAREABLE,",
    ),
    Mutant(
        "emergency-opens-all",
        "The emergency card opens the whole file.",
        PURPOSES,
        "Purpose.EMERGENCY: frozenset({Part.EMERGENCY_CARD}),",
        "Purpose.EMERGENCY: SHAREABLE,",
    ),
    Mutant(
        "steward-may-be-shown",
        "A role that sees figures only is shown people.",
        PARTIES,
        "frozenset({Role.WORKER, Role.EXPERIENCE_EXPERT})",
        "frozenset({Role.WORKER, Role.EXPERIENCE_EXPERT, Role.STEWARD})",
    ),
    Mutant(
        "membership-never-ends",
        "A membership with an end goes on.",
        PARTIES,
        "self.starts <= now and (self.ends is None or now < self.ends)",
        "self.starts <= now",
    ),
    Mutant(
        "membership-ends-late",
        "A membership that ends now lasts a moment longer.",
        PARTIES,
        "now < self.ends)",
        "now <= self.ends)",
    ),
    Mutant(
        "grant-without-limit",
        "A part can be given for ever.",
        GRANTS,
        "    if grant.ends - grant.starts > LONGEST:\n        raise GrantTooLong\n",
        "",
    ),
    Mutant(
        "grant-on-own-part",
        "The own part can be given away.",
        GRANTS,
        "    if grant.part not in SHAREABLE:\n        raise GrantNeverPossible\n",
        "",
    ),
    Mutant(
        "spoken-without-witness",
        "A spoken yes needs nobody who heard it.",
        GRANTS,
        "    if (grant.given is Given.SPOKEN) != (grant.witness is not None):\n"
        "        raise GrantLacksWitness\n",
        "",
    ),
    Mutant(
        "revoked-later",
        "Stopping works only from a moment after.",
        GRANTS,
        "self.revoked is not None and self.revoked <= now",
        "self.revoked is not None and self.revoked < now",
    ),
)
