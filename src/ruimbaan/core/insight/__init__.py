# SPDX-License-Identifier: EUPL-1.2
"""What can honestly be said of waits and handoffs: with who is still waiting in it, and with its
uncertainty. Numbers of groups only, never of a person."""
