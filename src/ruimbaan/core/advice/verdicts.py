# SPDX-License-Identifier: EUPL-1.2
"""What a judgement is called, for people."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.advice.judging import Verdict
from ruimbaan.core.kernel.texts import Text

WORDS: Mapping[Verdict, Text] = {
    Verdict.HELPS: Text(
        "Veranderen kan helpen, voor zover cijfers dat zeggen.",
        "Changing it may help, as far as figures can say.",
    ),
    Verdict.NO_HELP: Text(
        "Veranderen zou niet helpen, voor zover we nu zien.",
        "Changing it would not help, as far as we can see now.",
    ),
    Verdict.NOT_HERE: Text(
        "Deze regel kan de regio niet veranderen.", "The region cannot change this rule."
    ),
    Verdict.TOO_LITTLE: Text("Er is nog te weinig bekend.", "Too little is known so far."),
}
