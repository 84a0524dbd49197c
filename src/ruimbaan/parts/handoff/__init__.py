# SPDX-License-Identifier: EUPL-1.2
"""Overdracht: from asking to having met, with the sender as long as that takes."""
