# SPDX-License-Identifier: EUPL-1.2
"""Regie: how the infrastructure of a region holds together. Never a dossier, a worker or a ranking."""
