# SPDX-License-Identifier: EUPL-1.2
"""The states of a handoff, who moves it, and why it may end without a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class State(StrEnum):
    """`NEW` is before the first step. Whether a receiver is silent follows from the days."""

    NEW = "new"
    DRAFT = "draft"
    REQUESTED = "requested"
    RECEIVED = "received"  # opened by the receiver; no answer yet
    ON_HOLD = "on_hold"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"  # there was contact
    MET = "met"  # the person says so
    COMPLETED = "completed"
    REJECTED = "rejected"
    FAILED = "failed"
    CANCELLED = "cancelled"
    CANCELLED_BY_PERSON = "cancelled_by_person"
    ENTERED_IN_ERROR = "entered_in_error"


CALLED: Mapping[State, Text] = {
    State.NEW: Text("nieuw", "new"),
    State.DRAFT: Text("gemaakt", "made"),
    State.REQUESTED: Text("verstuurd", "sent"),
    State.RECEIVED: Text("gezien", "seen"),
    State.ON_HOLD: Text("andere dag gevraagd", "asked for another day"),
    State.ACCEPTED: Text("ja gezegd", "said yes"),
    State.IN_PROGRESS: Text("contact", "contact"),
    State.MET: Text("ontmoet", "met"),
    State.COMPLETED: Text("klaar", "done"),
    State.REJECTED: Text("nee gezegd", "said no"),
    State.FAILED: Text("niet gelukt", "did not work"),
    State.CANCELLED: Text("gestopt", "stopped"),
    State.CANCELLED_BY_PERSON: Text("gestopt door de persoon", "stopped by the person"),
    State.ENTERED_IN_ERROR: Text("een vergissing", "a mistake"),
}


class By(StrEnum):
    SENDER = "sender"
    RECEIVER = "receiver"
    PERSON = "person"


class Profile(StrEnum):
    """Which rules of play hold: our own, or those of a standard on the other side."""

    RUIMBAAN = "ruimbaan"
    GRAVITY = "gravity"  # SDOH Clinical Care 3.0.0, Task for referral management
    EOVERDRACHT = "eoverdracht"  # Nictiz V4, as far as it is known here


class Reason(StrEnum):
    """Why not. "Not motivated", "did not show up" and "still uses" are no reasons."""

    NO_PLACE = "no-place"
    RULE = "rule"
    OTHER_HELP_FITS = "other-help-fits"
    AREA = "area"
    FUNDING = "funding"
    CEILING = "ceiling"
    HOURS = "hours"
    PAPER_MISSING = "paper-missing"
    SAFETY = "safety"
    PERSON_CHOSE = "person-chose"
    ALREADY_WITH_US = "already-with-us"
    NO_REACH = "no-reach"
    OTHER = "other"


class Verdict(StrEnum):
    """What the person says of it afterwards. It closes the loop, and is no mark for anybody."""

    HELPED = "helped"
    PARTLY = "partly"
    NOT = "not"


WAITING_FOR_ANSWER = frozenset({State.REQUESTED, State.RECEIVED})
ASK_MEETING = frozenset({State.ACCEPTED, State.IN_PROGRESS})  # a yes; the person says that they met
ENDED = frozenset(
    {
        State.COMPLETED,
        State.REJECTED,
        State.FAILED,
        State.CANCELLED,
        State.CANCELLED_BY_PERSON,
        State.ENTERED_IN_ERROR,
    }
)
NEEDS_REASON = frozenset({State.REJECTED, State.ON_HOLD, State.FAILED, State.CANCELLED})
