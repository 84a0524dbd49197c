# SPDX-License-Identifier: EUPL-1.2
"""Made-up directories: every table, names HSDS does not have, text of all kinds, references to what
is there and to what is not."""

from __future__ import annotations

from hypothesis import strategies as st

from ruimbaan.core.directory.records.flattening import table_named
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import LINKED, Json, Package, Record, package_of
from ruimbaan.core.directory.records.shape import inner_names
from ruimbaan.core.directory.records.tables import OPTIONS, TABLES, Column, Type
from ruimbaan.core.directory.validation.columns import ESSENTIAL
from ruimbaan.core.directory.validation.reading import LARGEST, as_number

possible = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
texts = st.one_of(
    st.text(possible, min_size=1, max_size=40),
    st.sampled_from(
        [
            "=1+1",
            "'=1",
            "+31 24 123",
            "-",
            "@x",
            '"',
            "a,b;c",
            "\r\n",
            "\r",
            " ",
            "{}",
            "5",
            "é\u0301",
        ]
    ),
)
numbers = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(-LARGEST, LARGEST),
    texts.filter(lambda text: isinstance(as_number(text), str)),
)
json_values: st.SearchStrategy[Json] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), texts, st.just("")),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=5,
)
unknown_values = json_values.filter(lambda value: value is not None and value != "")
NUMBERS = st.integers(0, 3)
MANY_TABLES = tuple(TABLES)


def ids(table: str) -> st.SearchStrategy[str]:
    """Few different ones, so that records meet; `9` is never there."""
    return NUMBERS.map(lambda number: f"{table}-{number}")


@st.composite
def records(draw: st.DrawFn, table: str) -> Record:
    uid = draw(ids(table))
    values: dict[str, Json] = {"id": uid}
    for column in TABLES[table].columns.values():
        if column.name != "id" and (
            (table, column.name) in ESSENTIAL or draw(st.integers(0, 2)) == 0
        ):
            values[column.name] = draw(cells(table, column))
    for name in draw(st.lists(names(table), max_size=2)):
        values[name] = draw(unknown_values)
    if draw(st.integers(0, 3)) == 0:
        values[NAME] = draw(profiles())
    return Record(table, uid, values)


def cells(table: str, column: Column) -> st.SearchStrategy[Json]:
    if (table, column.name) == ("service", "status"):
        return st.sampled_from(OPTIONS[table, column.name])
    if column.refers_to:
        return st.one_of(ids(column.refers_to), st.just(f"{column.refers_to}-9"))
    if table in LINKED and column.name == LINKED[table][1]:
        return st.sampled_from(MANY_TABLES).flatmap(ids)
    if table in LINKED and column.name == LINKED[table][0]:
        return st.sampled_from([*MANY_TABLES, "odd"])
    return numbers if column.type is Type.NUMBER else texts


def names(table: str) -> st.SearchStrategy[str]:
    """Names of no column; some are those under which other records stand."""
    own = {*TABLES[table].columns, NAME}
    return st.one_of(texts, st.sampled_from(inner_names(table) or ("x",))).filter(
        lambda name: name not in own
    )


def profiles() -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(
        {"region": st.just("waalstad")},
        optional={
            "planning": st.dictionaries(texts, json_values, max_size=3),
            "women_only": st.booleans(),
            "something": json_values,
        },
    )


def _is_plain(record: Record) -> bool:
    """A list of objects under the name of inner records is read as records, as it should be."""
    inside = inner_names(record.table)
    return not any(isinstance(record.values.get(name), list | dict) for name in inside)


directories: st.SearchStrategy[Package] = st.lists(
    st.sampled_from(MANY_TABLES).flatmap(records).filter(_is_plain), min_size=1, max_size=12
).map(package_of)
foreign_tables = st.dictionaries(
    st.one_of(texts, st.sampled_from(["vacancies.csv", "wachtlijst.csv"])).filter(
        lambda name: name not in ("contents", "id") and table_named(name) is None
    ),
    st.one_of(json_values, st.text(possible, max_size=30)),
    max_size=2,
)
