# SPDX-License-Identifier: EUPL-1.2
"""The tables of the story desk. The book itself is made of files and has none."""

from ruimbaan.parts.storybook.models.gift import Gift
from ruimbaan.parts.storybook.models.story import Publication, Review, Signature, Story

__all__ = ["Gift", "Publication", "Review", "Signature", "Story"]
