# SPDX-License-Identifier: EUPL-1.2
"""Faults in recovery in person: each would let somebody into another's account."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

RECOVERY = "ruimbaan.core.trust.recovery"

RECOVERING = (
    Mutant(
        "one-worker-confirms-twice",
        "One worker alone can get into somebody's account.",
        RECOVERY,
        "    if by.account in {one.worker for one in recovery.confirmations}:\n"
        "        raise SecondMustBeAnother\n",
        "",
    ),
    Mutant(
        "one-worker-is-enough",
        "The first worker gets a code already.",
        RECOVERY,
        "NEEDED = 2",
        "NEEDED = 1",
    ),
    Mutant(
        "any-role-recovers",
        "Two stewards or administrators can get into somebody's account.",
        RECOVERY,
        "if m.role in MAY_BE_SHOWN and m.in_force(now)",
        "if m.in_force(now)",
    ),
    Mutant(
        "former-worker-recovers",
        "Who works there no longer can help somebody's account open.",
        RECOVERY,
        "if m.role in MAY_BE_SHOWN and m.in_force(now)",
        "if m.role in MAY_BE_SHOWN",
    ),
    Mutant(
        "own-account-recovered",
        "A worker confirms that they saw themselves.",
        RECOVERY,
        "    if by.account == recovery.person:\n        raise NotForYourself\n",
        "",
    ),
    Mutant(
        "recovery-never-runs-out",
        "A code on a paper that got lost opens the account for ever.",
        RECOVERY,
        "now >= self.runs_until",
        "now > self.runs_until.replace(year=9999)",
    ),
    Mutant(
        "recovery-code-works-again",
        "Whoever finds the paper afterwards comes in too.",
        RECOVERY,
        "        if self.used is not None:\n            return State.USED\n",
        "",
    ),
    Mutant(
        "stopped-recovery-goes-on",
        "The person said: this was not me. It opened all the same.",
        RECOVERY,
        "        if self.stopped is not None:\n            return State.STOPPED\n",
        "",
    ),
    Mutant(
        "code-of-nobody-is-good",
        "A code for a name of nobody counts as used: a worker learns who has an account.",
        RECOVERY,
        "if recovery.person is None or recovery.state(now) is not State.CONFIRMED",
        "if recovery.state(now) is not State.CONFIRMED",
    ),
)
