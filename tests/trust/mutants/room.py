# SPDX-License-Identifier: EUPL-1.2
"""Faults in room: who may ask, answer and read, and whether a row says whose it is."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

COURSE = "ruimbaan.core.discretion.asking"
ANSWERING = "ruimbaan.parts.discretion.asking.answering"
WANTING = "ruimbaan.parts.discretion.asking.wanting"
LETTERS = "ruimbaan.parts.discretion.asking.letters"
SLOTS = "ruimbaan.parts.discretion.asking.slots"
LINK = "ruimbaan.parts.discretion.asking.views.link"
WORK = "ruimbaan.parts.discretion.asking.views.work"
PERSON = "ruimbaan.parts.discretion.asking.views.person"
BOOK = "ruimbaan.parts.discretion.noting.book"
OFFERING = "ruimbaan.parts.discretion.noting.offering"
PATTERNS = "ruimbaan.parts.discretion.noting.patterns"

ROOM = (
    Mutant(
        "silence-is-a-yes",
        "Nobody answered, and it counts as a yes.",
        COURSE,
        "        return replace(request, state=State.UNANSWERED)\n    if not request.reminded",
        "        return replace(request, state=State.YES)\n    if not request.reminded",
    ),
    Mutant(
        "leaves-without-the-person",
        "A worker asks about a person who was never asked.",
        WANTING,
        "needs_a_yes=about is not None and not own",
        "needs_a_yes=False",
    ),
    Mutant(
        "about-anybody",
        "A worker asks about somebody who shows them nothing.",
        WANTING,
        "if wanted.about not in known or is_closed(wanted.about):",
        "if is_closed(wanted.about):",
    ),
    Mutant(
        "opening-answers",
        "A scanner of mail opens the link, and that is a yes.",
        LINK,
        '    if request.method == "POST":\n        return _pressed',
        '    if request.method == "POST" or request.GET.get("doe", "ja"):\n        return _pressed',
    ),
    Mutant(
        "a-link-lives-on",
        "After its last day a link still answers.",
        COURSE,
        "return self.state in WAITING and today <= self.answer_by",
        "return self.state in WAITING",
    ),
    Mutant(
        "closed-is-open-by-link",
        "The person closed the file for everybody, and the link still shows it.",
        ANSWERING,
        "if found is None or _closed(found):",
        "if found is None:",
    ),
    Mutant(
        "requests-of-a-colleague",
        "A worker reads what a colleague asked.",
        WORK,
        "if found is None or found.kept.own or found.kept.account != me.account:",
        "if found is None or found.kept.own:",
    ),
    Mutant(
        "requests-about-another",
        "A person reads what was asked about somebody else.",
        PERSON,
        "if found is None or found.kept.journey != own.journey:",
        "if found is None:",
    ),
    Mutant(
        "letters-tell",
        "Whoever looks along reads in the mail what is asked.",
        LETTERS,
        '            _("Er staat een vraag voor u klaar."),\n            _("Lezen',
        '            found.kept.request.what,\n            _("Lezen',
    ),
    Mutant(
        "rows-name-their-owner",
        "Who has the table counts how often somebody asked.",
        SLOTS,
        'return tags(owner, (f"{table}.{column}:{number}" for number in range(MOST)))',
        'return [f"{owner.hex}{number:032}" for number in range(MOST)]',
    ),
    Mutant(
        "notebooks-name-their-owner",
        "Who has the table sees who made notes.",
        BOOK,
        "    (name,) = tags(account, [WHOSE])\n",
        "    name, _ = account.hex, tags(account, [WHOSE])\n",
    ),
    Mutant(
        "a-notebook-tells-how-many",
        "The size of the row says how many notes somebody made.",
        BOOK,
        "padded(told.encode()).decode()",
        "told",
    ),
    Mutant(
        "a-no-leaves-something",
        "The person did not want to keep an offer, and it is still there.",
        OFFERING,
        "if there is None or not Offer.objects.filter(pk=row).delete()[0]:",
        "if there is None:",
    ),
    Mutant(
        "patterns-keep-the-day",
        "Who knows the day finds out who gave a pattern.",
        PATTERNS,
        "                week=week_of(today),\n",
        "                week=today,\n",
    ),
    Mutant(
        "erased-lives-on",
        "A person erased the file, and what was asked about them stays for ever.",
        "ruimbaan.parts.discretion.asking.reminding",
        "    _clear(done)\n",
        "",
    ),
)
