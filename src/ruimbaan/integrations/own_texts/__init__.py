# SPDX-License-Identifier: EUPL-1.2
"""Every text of our own, and what is not plain or respectful in it: `ruimbaan words check`."""

from ruimbaan.integrations.own_texts.finding import Finding, findings, own_texts
from ruimbaan.integrations.own_texts.text import OwnText

__all__ = ["Finding", "OwnText", "findings", "own_texts"]
