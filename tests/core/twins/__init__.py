# SPDX-License-Identifier: EUPL-1.2
"""Slow, obvious twins of the planner, written from `planner-semantics.md` and nothing else."""
