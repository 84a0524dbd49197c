# SPDX-License-Identifier: EUPL-1.2
"""From pattern to rule: what figures say of one rule, a draft of how it could read, and whether a
change did what was hoped. Never about one person, one worker or one organisation."""
