# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit?: from everyday words to an answer, for everybody, with nothing kept of what was asked."""
