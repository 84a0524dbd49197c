# SPDX-License-Identifier: EUPL-1.2
"""Faults that somebody could make in what guards a file, each small and each to be noticed."""
