# SPDX-License-Identifier: EUPL-1.2
"""Faults in the book and its surroundings: an answer that can be told apart, a picture that says
nothing to somebody, and a change that nobody hears of."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

ROUND_OF_TEN = "ruimbaan.core.kernel.rounds"
PICTURES = "ruimbaan.core.storybook.pictures"
EDITIONS = "ruimbaan.core.storybook.editions"
KEPT = "ruimbaan.integrations.storybook.editions"
MORE_ROOM = "ruimbaan.core.planner.more_room"
ROUNDS = "tests/core/test_rounds.py"
GATE = "tests/core/test_book_pictures.py"
LIVING = "tests/core/test_book_editions.py"
ROOM = "tests/contract/test_planner_more_room.py"

BOOK = (
    Mutant(
        "each-answer-shows",
        "After the tenth every answer shows at once, so the next one is known.",
        ROUND_OF_TEN,
        "if self.waiting + 1 < ROUND:",
        "if self.shown + self.waiting + 1 < ROUND:",
        ROUNDS,
    ),
    Mutant(
        "a-round-counts-twice",
        "What was shown stays in the next round, and counts again.",
        ROUND_OF_TEN,
        "            shown_of=dict(Counter(self.shown_of) + waiting_of),\n",
        "            shown_of=dict(Counter(self.shown_of) + waiting_of),\n"
        "            waiting_of=dict(waiting_of),\n",
        ROUNDS,
    ),
    Mutant(
        "a-picture-without-words",
        "Somebody who cannot see gets a picture that says nothing.",
        PICTURES,
        "if len(picture.alternative.split()) < FEWEST_WORDS:",
        "if len(picture.alternative.split()) < 0:",
        GATE,
    ),
    Mutant(
        "a-broken-figure-goes-in",
        "A figure that was never drawn goes into the book.",
        PICTURES,
        'picture.svg.startswith("<svg") and picture.svg.endswith("</svg>")',
        'picture.svg.startswith("<svg")',
        GATE,
    ),
    Mutant(
        "a-number-that-is-none",
        "A figure shows a place that does not exist, drawn with a number that is none.",
        PICTURES,
        'if "nan" in picture.svg.casefold().split(\'"\'):',
        'if "nan" in picture.svg.split("\'"):',
        GATE,
    ),
    Mutant(
        "a-picture-without-its-table",
        "Who reads words in place of pictures misses the facts of one.",
        PICTURES,
        "if len(picture.rows) < 2:",
        "if len(picture.rows) < 1:",
        GATE,
    ),
    Mutant(
        "a-rule-that-changed-unseen",
        "A worker relies on a block whose rule became another one.",
        EDITIONS,
        'if was != is_ and (kind is Kind.RULE or name.partition("/")[0] in regions):',
        'if was != is_ and name.partition("/")[0] in regions:',
        LIVING,
    ),
    Mutant(
        "a-place-that-closed-unseen",
        "A block sends people to a place that is no longer on the map.",
        EDITIONS,
        "for name in sorted(before.keys() | after.keys()):",
        "for name in sorted(after.keys()):",
        LIVING,
    ),
    Mutant(
        "another-mandate-the-same-sum",
        "Somebody else may say yes now, and the block still names who could before.",
        EDITIONS,
        'return [rule.id, rule.layer or "", rule.effect or "", *sources, *mandates, *hook, *sure]',
        'return [rule.id, rule.layer or "", rule.effect or "", *sources, *hook, *sure]',
        LIVING,
    ),
    Mutant(
        "an-old-edition-rewritten",
        "What was cited is not what stands there now, and nobody is told.",
        KEPT,
        "if sum_of_text(text) != edition.texts[language]:",
        "if not sum_of_text(text):",
        "tests/parts/test_book_editions.py",
    ),
    Mutant(
        "room-where-there-is-none",
        "A rule that changes nothing is shown as if it helped.",
        MORE_ROOM,
        "if gain.before != gain.after)",
        "if gain.before == gain.after)",
        ROOM,
    ),
)
