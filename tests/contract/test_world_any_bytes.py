# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody gives, the answer is a world or a list of clear errors. Nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ruimbaan.integrations.worldfile import LoadedWorld, WorldErrors, load_world
from tests.contract.worlds.writing import EXAMPLE, write

SOUND = (EXAMPLE / "world.yaml").read_text(encoding="utf-8")
WORDS = [
    *("region", "rules", "facts", "services", "person", "id", "fact", "needs", "any_of", "means"),
    *("gives", "wait", "days", "valid", "opens", "every", "goals", "needed_by", "cost", "label"),
    *("adres", "inkomen", "krijgt.kliniek", "r-verwijzing", "kliniek", "stella", "unknown", "is"),
]
SCALARS = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=5),
    st.integers(-(10**7), 10**20),
    st.booleans(),
    st.none(),
    st.sampled_from(["3d", "-3w", "999999m", "2026-02-31", "never", "1e400"]),
)
TREES = st.recursive(
    SCALARS,
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.one_of(st.sampled_from(WORDS), SCALARS), inside, max_size=4)
    ),
    max_leaves=20,
)


def outcome(content: str | bytes) -> LoadedWorld | WorldErrors:
    with TemporaryDirectory() as folder:
        try:
            return load_world(write(Path(folder), content))
        except WorldErrors as errors:
            return errors


def is_clear(found: LoadedWorld | WorldErrors) -> bool:
    """A world with a digest, or errors that each say in both languages what to do."""
    if isinstance(found, LoadedWorld):
        return len(found.world.digest) == 64
    told = [error.explain(language) for error in found.errors for language in ("nl", "en")]
    return bool(told) and all(
        part.code.startswith("RB-WRL-") and part.cause.isprintable() and part.advice
        for part in told
    )


@settings(max_examples=300)
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"&a [*a]")
@example(b"? ")
@example(b"%YAML 9.9\n--- a")
@example(b"!!binary |\n  a")
def test_any_bytes(content):
    assert is_clear(outcome(content))


@settings(max_examples=300)
@given(st.text(alphabet="[]{}:,-?&*!|>'\"%@`#~ \n\tab01", max_size=60))
def test_anything_that_looks_like_yaml(content):
    assert is_clear(outcome(content))


@settings(max_examples=200)
@given(TREES)
def test_any_tree_of_words_that_we_know(tree):
    assert is_clear(outcome(yaml.safe_dump(tree, allow_unicode=True)))


@settings(max_examples=100)
@given(
    st.integers(0, len(SOUND)),
    st.integers(0, 40),
    st.text(alphabet="[]{}:,- \nnoy0139dw", max_size=8),
)
def test_a_sound_world_with_a_piece_replaced(at, length, piece):
    assert is_clear(outcome(SOUND[:at] + piece + SOUND[at + length :]))


@settings(max_examples=100)
@given(st.lists(st.integers(0, len(SOUND.splitlines()) - 1), min_size=1, max_size=6))
def test_a_sound_world_with_lines_left_out(numbers):
    lines = [line for at, line in enumerate(SOUND.splitlines()) if at not in numbers]

    assert is_clear(outcome("\n".join(lines)))


def test_these_tests_see_a_world_that_is_in_order():
    assert isinstance(outcome(SOUND), LoadedWorld)
