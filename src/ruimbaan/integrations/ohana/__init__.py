# SPDX-License-Identifier: EUPL-1.2
"""Directories of Ohana API (Code for America): its folder of tables and the Open Eligibility
taxonomy become rows of HSDS. What HSDS has no place for stays with its record under `ohana`."""

from ruimbaan.integrations.ohana.reading import is_ohana, read_ohana

__all__ = ["is_ohana", "read_ohana"]
