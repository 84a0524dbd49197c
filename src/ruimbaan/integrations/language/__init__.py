# SPDX-License-Identifier: EUPL-1.2
"""Plain and respectful words: what our own texts must keep to, in one list for every check."""

from ruimbaan.integrations.language.check import Level, Remark, RemarkKind, check_text
from ruimbaan.integrations.language.words import Words, load_words

__all__ = ["Level", "Remark", "RemarkKind", "Words", "check_text", "load_words"]
