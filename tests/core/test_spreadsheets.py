# SPDX-License-Identifier: EUPL-1.2
"""No cell is a formula, and each says what it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.kernel.spreadsheets import as_typed, safe_cell, safe_row


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "\uff1d1", "\uff20a"])
def test_what_a_spreadsheet_would_run_is_marked(text: str):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Noor", "1-2", "a=b"])
def test_ordinary_text_stays_as_it_is(text: str):
    assert safe_row([text]) == [text]


@given(st.text())
def test_each_cell_can_be_read_back(text: str):
    assert as_typed(safe_cell(text)) == text
