# SPDX-License-Identifier: EUPL-1.2
"""Faults in what organisations agree and promise: who may say it, who sees it, what counts."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

ACCESS = "ruimbaan.parts.discretion.agreeing.access"
AGREEMENTS = "ruimbaan.parts.discretion.agreeing.agreements"
READING = "ruimbaan.parts.discretion.agreeing.reading"
PROMISES = "ruimbaan.parts.discretion.agreeing.promises"
HOLDERS = "ruimbaan.parts.discretion.agreeing.holders"
CORE = "ruimbaan.core.discretion.agreements"
COUNTED = "ruimbaan.core.discretion.resources"

AGREEING = (
    Mutant(
        "any-worker-speaks-for-the-place",
        "Every worker says yes for the whole organisation.",
        ACCESS,
        "        if one.role in SPEAKS\n",
        "",
    ),
    Mutant(
        "yes-for-another-organisation",
        "Who proposes says yes for the other organisation too.",
        AGREEMENTS,
        "confirmed=today if by else None,",
        "confirmed=today,",
    ),
    Mutant(
        "who-is-not-in-it-proposes",
        "Somebody proposes an agreement between two other organisations.",
        AGREEMENTS,
        "    if not any(share.organisation in mine for share in version.shares):\n        raise Refused\n",
        "",
    ),
    Mutant(
        "a-draft-is-public",
        "Everybody reads a draft that not everybody said yes to.",
        CORE,
        "agreed = [version for version in versions if version.all_said_yes]",
        "agreed = list(versions)",
    ),
    Mutant(
        "any-organisation-reads-a-draft",
        "An organisation that is not asked reads the draft of others.",
        READING,
        "return replace(self, versions=tuple(mine)) if mine else None",
        "return self",
    ),
    Mutant(
        "ended-goes-on",
        "One of them stopped it, and it still counts.",
        CORE,
        " or (self.ended is not None and self.ended <= on)",
        "",
    ),
    Mutant(
        "a-name-outside",
        "Another organisation reads who holds a mandate.",
        HOLDERS,
        "HolderName.objects.filter(organisation__in=mine)",
        "HolderName.objects.all()",
    ),
    Mutant(
        "a-name-stays-behind",
        "A letter was taken back, and the name of its holder is still kept.",
        PROMISES,
        "        holders.forget(letter)\n",
        "",
    ),
    Mutant(
        "cover-of-one-for-all",
        "Cover at one place counts for a rule that others hold too.",
        COUNTED,
        "    if places <= cover.keys():",
        "    if places & cover.keys():",
    ),
    Mutant(
        "own-cover-is-told-to-all",
        "Cover for the own team alone is shown to everybody.",
        PROMISES,
        "kind=Kind.COVER, in_routes=True, starts__lte=on",
        "kind=Kind.COVER, starts__lte=on",
    ),
    Mutant(
        "take-back-from-others",
        "Another organisation takes back a letter.",
        PROMISES,
        "LetterRecord.objects.filter(pk=given, organisation__in=mine).first()",
        "LetterRecord.objects.filter(pk=given).first()",
    ),
)
