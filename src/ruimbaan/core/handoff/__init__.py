# SPDX-License-Identifier: EUPL-1.2
"""Overdracht: a warm handoff, in which the sender stays until the person was met."""
