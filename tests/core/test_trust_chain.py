# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody does to the log shows: against itself, or against the anchors kept elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.trust.access_entries import Entry, read
from ruimbaan.core.trust.anchors import Anchor, Head, Kept, drop, moved, read_lines
from ruimbaan.core.trust.chain import Cut, Row, chained, link, start
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.core.trust.verifying import Fault, FaultKind, Report, columns, verify

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FIVE_YEARS = timedelta(days=1827)
STELLA = UUID(int=1)
ANNA = UUID(int=2)


def entry(number: int, **other: object) -> Entry:
    usual = Entry(
        at=NOON + timedelta(seconds=number),
        journey=STELLA,
        action=Action.LOOK,
        outcome=Because.GRANT,
        part=Part.ROUTE,
        actor=ANNA,
        organisation=UUID(int=3),
        membership=UUID(int=5),
        role=Role.WORKER,
        purpose=Purpose.SUPPORT,
        grant=UUID(int=4),
        origin="0123456789abcdef",
        request=f"{number:032x}",
    )
    return replace(usual, **other)  # type: ignore[arg-type]


def written(writer: str, entries: list[Entry]) -> list[Row]:
    bodies = [one.body() for one in entries]
    digests = chained(start(writer), bodies)
    return [
        Row(writer, seq, *columns(one), body, digest)
        for seq, (one, body, digest) in enumerate(zip(entries, bodies, digests, strict=True), 1)
    ]


def head_of(rows: list[Row]) -> Head:
    return Head(rows[-1].writer, rows[-1].seq, rows[-1].digest)


def two_writers(first: int = 6, second: int = 4) -> tuple[list[Row], list[Row]]:
    return (
        written("a", [entry(number) for number in range(first)]),
        written("b", [entry(number) for number in range(second)]),
    )


def anchored(*moments: list[Head]) -> list[Anchor]:
    anchors: list[Anchor] = []
    for place, heads in enumerate(moments, start=1):
        at = NOON + timedelta(minutes=10 * place)
        anchors.append(drop(anchors[-1] if anchors else None, heads, at))
    return anchors


def outside(anchors: list[Anchor]) -> tuple[Kept, ...]:
    return read_lines("\n".join(anchor.line for anchor in anchors))


def checked(rows: list[Row], anchors: list[Anchor] | None = None, cuts: tuple[Cut, ...] = ()):
    anchors = anchors or []
    return verify(rows, anchors, outside(anchors), cuts, keep_for=FIVE_YEARS)


def kinds(report: Report) -> set[FaultKind]:
    return {fault.kind for fault in report.faults}


def test_a_row_says_all_that_the_norms_ask_and_reads_back_the_same():
    one = entry(1, on_behalf_of=UUID(int=9), link=UUID(int=8))

    assert read(one.body()) == one
    assert one.body() == read(one.body()).body()
    assert '"allowed":true' in one.body()
    assert '"emergency":false' in one.body()


def test_a_row_about_nobody_known_reads_back_the_same():
    one = Entry(NOON, STELLA, Action.SEE_LOG, Because.NOT_SIGNED_IN)

    assert read(one.body()) == one
    assert not one.allowed


def test_a_row_of_an_unknown_form_is_not_guessed_at():
    with pytest.raises(ValueError, match="form 2"):
        read(entry(1).body().replace('"v":1', '"v":2'))


def test_an_untouched_log_has_no_fault_and_is_proven_up_to_the_last_anchor():
    a, b = two_writers()
    anchors = anchored([head_of(a[:3])], [head_of(a[:5]), head_of(b)])

    report = checked([*a, *b], anchors)

    assert report == Report(10, 2, (), anchors[-1].at)


def test_without_an_anchor_elsewhere_nothing_is_proven():
    a, b = two_writers()

    report = verify([*a, *b], anchored([head_of(a)]), keep_for=FIVE_YEARS)

    assert report == Report(10, 2, (), None)


def test_an_edited_row_shows_by_itself():
    a, b = two_writers()
    a[2] = replace(a[2], body=a[2].body.replace("look", "change"))

    assert checked([*a, *b]).faults == (Fault("a", 3, FaultKind.EDITED),)


@pytest.mark.parametrize("column", [{"journey": str(ANNA)}, {"at": 0}, {"actor": ""}])
def test_a_row_that_is_hidden_from_its_person_by_its_columns_shows(column: dict[str, object]):
    a, _ = two_writers()
    a[2] = replace(a[2], **column)  # type: ignore[arg-type]

    assert checked(a).faults == (Fault("a", 3, FaultKind.EDITED),)


def test_a_row_that_is_no_row_of_ours_shows():
    a = written("a", [entry(1)])
    a[0] = replace(a[0], body="{}", digest=link(start("a"), "{}"))

    assert checked(a).faults == (Fault("a", 1, FaultKind.EDITED),)


def test_a_deleted_row_shows_by_itself():
    a, _ = two_writers()

    assert checked(a[:2] + a[3:]).faults == (Fault("a", 3, FaultKind.DELETED),)


def test_two_rows_in_each_others_place_show_by_themselves():
    a, _ = two_writers()
    a[1], a[2] = replace(a[2], seq=2), replace(a[1], seq=3)

    found = checked(a).faults

    assert found[:2] == (
        Fault("a", 2, FaultKind.REORDERED),
        Fault("a", 3, FaultKind.REORDERED),
    )


def test_a_row_moved_to_another_writer_shows_by_itself():
    a, b = two_writers()

    assert checked([*a, *b, replace(a[0], writer="c")]).faults == (Fault("c", 1, FaultKind.EDITED),)


def test_a_log_written_anew_shows_against_the_anchor_only():
    a, _ = two_writers()
    anchors = anchored([head_of(a[:2])], [head_of(a)])
    anew = written("a", [*(entry(n) for n in range(2)), *(entry(n, actor=None) for n in range(4))])

    assert checked(anew).faults == ()
    report = checked(anew, anchors)

    assert report.faults == (Fault("a", 6, FaultKind.REWRITTEN),)
    assert report.proven_until == anchors[0].at


def test_a_tail_cut_off_shows_against_the_anchor_only():
    a, b = two_writers()
    anchors = anchored([head_of(a), head_of(b)])

    assert checked([*a[:4], *b]).faults == ()
    assert checked([*a[:4], *b], anchors).faults == (Fault("a", 5, FaultKind.TAIL_CUT),)
    assert checked(a, anchors).faults == (Fault("b", 1, FaultKind.TAIL_CUT),)


def test_what_was_written_after_the_last_anchor_can_vanish_unseen():
    a, _ = two_writers()

    assert checked(a[:4], anchored([head_of(a[:4])])).faults == ()


def test_anchors_that_are_lost_or_changed_here_show_against_those_elsewhere():
    a, _ = two_writers()
    anchors = anchored([head_of(a[:2])], [head_of(a)])
    kept = outside(anchors)
    others = anchored([head_of(a[:2])], [head_of(a[:3])])

    lost = verify(a, anchors[:1], kept, keep_for=FIVE_YEARS)
    changed = verify(a, others, kept, keep_for=FIVE_YEARS)
    edited = checked(a, [replace(anchors[0], heads=()), anchors[1]])

    assert lost.faults == (Fault("", 2, FaultKind.ANCHOR_MISSING),)
    assert lost.proven_until == anchors[0].at
    assert changed.faults == (Fault("", 2, FaultKind.ANCHOR_CHANGED),)
    assert edited.faults == (Fault("", 1, FaultKind.ANCHOR_CHANGED),)
    assert edited.proven_until is None


def test_an_anchor_names_only_the_heads_that_moved():
    heads = [Head("a", 3, "x"), Head("b", 2, "y"), Head("c", 1, "z")]

    assert moved(heads, {"a": 3, "b": 1}) == (heads[1], heads[2])


def test_lines_of_anchors_are_found_in_a_letter_and_in_a_table():
    anchor = drop(None, [], NOON)

    letter = f"Bewaar dit:\n\n  {anchor.line}\r\nMet groet, 1 2 3\n"
    table = f'"Dag","Tijd"\r\n"{anchor.line}"\r\n'

    assert read_lines(letter) == read_lines(table) == (Kept(1, NOON, anchor.digest),)


# --- removing what is too old ------------------------------------------------------------------
LATER = NOON + timedelta(days=2_000)


def test_rows_that_were_removed_as_too_old_leave_a_chain_that_fits():
    a, b = two_writers()
    anchors = anchored([head_of(a[:3])], [head_of(a[:5]), head_of(b)])
    cut = Cut("a", 3, a[2].digest, before=NOON + timedelta(minutes=10), at=LATER)
    cut_b = Cut("b", 4, b[-1].digest, before=NOON + timedelta(minutes=20), at=LATER)

    assert checked([*a[3:], *b], anchors, (cut,)).faults == ()
    assert checked(a[3:], anchors, (cut, cut_b)).faults == ()


def test_without_a_cut_removed_rows_are_a_fault():
    a, _ = two_writers()

    assert kinds(checked(a[3:])) == {FaultKind.DELETED}


def test_a_cut_that_took_younger_rows_shows():
    a, _ = two_writers()
    anchors = anchored([head_of(a[:3])], [head_of(a)])
    before = NOON + timedelta(minutes=10)

    too_far = Cut("a", 4, a[3].digest, before, LATER)
    too_young = Cut("a", 3, a[2].digest, before, before + FIVE_YEARS - timedelta(seconds=1))
    other_row = Cut("a", 3, a[1].digest, before, LATER)

    assert kinds(checked(a[4:], anchors, (too_far,))) == {FaultKind.CUT_TOO_MUCH}
    assert kinds(checked(a[3:], anchors, (too_young,))) == {FaultKind.CUT_TOO_MUCH}
    assert FaultKind.EDITED in kinds(checked(a[3:], anchors, (other_row,)))


# --- whatever is done, it shows ----------------------------------------------------------------
def rehashed(rows: list[Row]) -> list[Row]:
    """By somebody who knows how, and owns the whole database."""
    done: list[Row] = []
    for writer in sorted({row.writer for row in rows}):
        of_writer = [row for row in rows if row.writer == writer]
        digests = chained(start(writer), (row.body for row in of_writer))
        done += [
            replace(row, seq=seq, digest=digest)
            for seq, (row, digest) in enumerate(zip(of_writer, digests, strict=True), 1)
        ]
    return done


def edit(rows: list[Row], at: int, _: Random) -> list[Row]:
    return [*rows[:at], replace(rows[at], body=rows[at].body + " "), *rows[at + 1 :]]


def delete(rows: list[Row], at: int, _: Random) -> list[Row]:
    return rows[:at] + rows[at + 1 :]


def reorder(rows: list[Row], at: int, random: Random) -> list[Row]:
    mine = [place for place, row in enumerate(rows) if row.writer == rows[at].writer]
    other = random.choice([place for place in mine if place != at])
    swapped = list(rows)
    swapped[at] = replace(rows[other], seq=rows[at].seq)
    swapped[other] = replace(rows[at], seq=rows[other].seq)
    return swapped


def cut_tail(rows: list[Row], at: int, _: Random) -> list[Row]:
    return [r for r in rows if r.writer != rows[at].writer or r.seq < rows[at].seq]


@given(
    st.lists(st.integers(2, 6), min_size=1, max_size=3),
    st.sampled_from([edit, delete, reorder, cut_tail]),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_every_tampering_before_the_last_anchor_is_seen(sizes, tamper, rehash, random):
    chains = [
        written(f"w{place}", [entry(n + 100 * place) for n in range(size)])
        for place, size in enumerate(sizes)
    ]
    rows = [row for chain in chains for row in chain]
    early = [head_of(chain[: random.randint(1, len(chain))]) for chain in chains]
    late = moved([head_of(chain) for chain in chains], {h.writer: h.seq for h in early})
    anchors = anchored(early, list(late))

    tampered = tamper(rows, random.randrange(len(rows)), random)
    if rehash:
        tampered = rehashed(tampered)
    report = checked(tampered, anchors)

    assert checked(rows, anchors).faults == ()
    assert report.faults
    assert report.proven_until != anchors[-1].at
