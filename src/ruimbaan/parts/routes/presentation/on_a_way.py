# SPDX-License-Identifier: EUPL-1.2
"""What is on a way, as lists of words: its steps, counters, payers, what one asks and may lose."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.parts.routes.presentation.asks import how_it_bends, who_may_say_yes
from ruimbaan.parts.routes.presentation.payers import payer_name
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.why import losses
from ruimbaan.parts.routes.presentation.words import capital, told


def only(one: Shown, other: Shown) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps that the other way has not, each once and in the order of the way."""
    first, second = _services(one), _services(other)
    return (
        tuple(one.title(name) for name in first if name not in second),
        tuple(other.title(name) for name in second if name not in first),
    )


def _services(shown: Shown) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.service for step in shown.plan.steps))


def providers(shown: Shown) -> tuple[str, ...]:
    found = (shown.world.services[name].provider for name in _services(shown))
    return tuple(sorted({name for name in found if name}, key=str.casefold))


def payers(shown: Shown) -> tuple[str, ...]:
    found = (payer_name(shown.world.services[name]) for name in _services(shown))
    return tuple(sorted({capital(name) for name in found if name}))


def asked(shown: Shown) -> tuple[str, ...]:
    """Each rule that bends, with whom one talks about it."""
    return tuple(
        _("%(what)s (%(who)s)")
        % {
            "what": how_it_bends(shown, rule).title,
            "who": told(rule.talk_to, shown.language) or who_may_say_yes(shown, rule),
        }
        for rule in shown.flexed_rules(shown.plan)
    )


def lost(shown: Shown) -> tuple[str, ...]:
    return tuple(lost.what for lost in losses(shown))
