# SPDX-License-Identifier: EUPL-1.2
"""What an organisation of this region promised about a rule: who may say yes by letter, and who
stands behind whoever uses the room. Functions only, never a name."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.discretion.queries import MaySayYes, who_may_say_yes, who_stands_behind


def by_letter(rule: RuleText, region: str, language: Language) -> tuple[str, ...]:
    """Those with a letter of mandate that holds today; none when only the rulebook says who may."""
    found = who_may_say_yes(rule.id, region, timezone.localdate())
    return tuple(_told(one, language) for one in found if one.by_letter)


def cover(rule: RuleText, region: str) -> tuple[str, ...]:
    found = who_stands_behind(rule.id, region, timezone.localdate()) if region else ()
    return tuple(
        _("%(by)s van %(organisation)s staat achter wie dit doet.")
        % {"by": one.by, "organisation": one.organisation}
        for one in found
    )


def _told(one: MaySayYes, language: Language) -> str:
    return ", ".join(_parts(one, language))


def _parts(one: MaySayYes, language: Language) -> Iterator[str]:
    yield f"{one.who.in_language(language)} ({one.organisation})"
    if one.up_to.nl:
        yield one.up_to.in_language(language)
    if one.deputy.nl:
        yield _("anders: %(deputy)s") % {"deputy": one.deputy.in_language(language)}
    if one.reach:
        yield one.reach
