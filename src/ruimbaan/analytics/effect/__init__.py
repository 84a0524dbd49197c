# SPDX-License-Identifier: EUPL-1.2
"""Did room that was given (vrije ruimte) help? Who used it beside similar people who had not yet.

Whoever waits longer has more time to be given room, so comparing who ever used it with who never did
says that room harms (immortal time: Suissa 2008, doi 10.1093/aje/kwm324). Here each use begins a small
trial of its own on that very day (sequential trials: Gran and others 2010, doi 10.1002/sim.4048;
Hernán and Robins 2016, doi 10.1093/aje/kwv254).
"""

from ruimbaan.analytics.effect.answer import Asked, Effect, effect_in, effect_of
from ruimbaan.analytics.effect.by_day import Share
from ruimbaan.analytics.effect.errors import UsedEver
from ruimbaan.analytics.effect.followed import MATCHES, Story

__all__ = ["MATCHES", "Asked", "Effect", "Share", "Story", "UsedEver", "effect_in", "effect_of"]
