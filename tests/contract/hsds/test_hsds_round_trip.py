# SPDX-License-Identifier: EUPL-1.2
"""What goes out and comes in again is the same: every record, every field, every odd name."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.records.record import Json, Package, package_of
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.judging import judge
from ruimbaan.core.directory.validation.reading import as_number
from ruimbaan.integrations.hsds.archive import unzipped
from ruimbaan.integrations.hsds.guard import with_guard, without_guard
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.hsds.reading import read_files
from ruimbaan.integrations.hsds.storing import zipped
from ruimbaan.integrations.hsds.writing import FORMS
from tests.contract.hsds.directories import directories, foreign_tables, texts

TODAY = date(2026, 11, 22)


@settings(max_examples=500)
@given(package=directories, foreign=foreign_tables)
def test_import_after_export_gives_the_same(package: Package, foreign: dict[str, Json]):
    for write in FORMS.values():
        files = unzipped(zipped(write(package, foreign)), Place("hsds.zip"))

        judged = judge(read_files(files), TODAY)

        assert judged.refused == ()
        assert package_of(judged.records).records == package.records
        assert judged.foreign == foreign


@given(st.one_of(texts, st.text()))
def test_the_guard_of_formulas_undoes_itself(text: str):
    assert without_guard(with_guard(text)) == text
    assert not with_guard(text).startswith(("=", "@", "\t", "\r"))


def test_a_number_on_which_databases_do_not_agree_stays_as_it_was_written():
    """PostgreSQL gives 1e300 back as an integer of 301 digits, SQLite does not."""
    assert as_number("1e300") == "1e300"
    assert read_json('{"year": 1e300, "fee": 12.5}', Place("a.json")) == {
        "year": "1e300",
        "fee": 12.5,
    }
    assert as_number("9007199254740992.0") == 2.0**53
