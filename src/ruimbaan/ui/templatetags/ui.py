# SPDX-License-Identifier: EUPL-1.2
"""`{% load ui %}`: icons, and the signs that belong to a state."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from ruimbaan.ui import icons
from ruimbaan.ui.components import AlertKind, StepState

register = template.Library()

STEP_ICONS: dict[StepState, str] = {
    "done": "tick",
    "now": "person",
    "wait": "hourglass",
    "room": "room",
    "later": "clock",
    "goal": "flag",
    "gap": "gap",
}
ALERT_ICONS: dict[AlertKind, str] = {
    "info": "info",
    "ok": "answer",
    "warning": "clock",
    "error": "alert",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    return icons.draw(name)


@register.simple_tag
def step_icon(state: StepState) -> SafeString:
    return icons.draw(STEP_ICONS[state])


@register.simple_tag
def alert_icon(kind: AlertKind) -> SafeString:
    return icons.draw(ALERT_ICONS[kind])
