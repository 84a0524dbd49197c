# SPDX-License-Identifier: EUPL-1.2
"""What people say when they need something, and the kinds of support that go with it.

This comes from our own content and not from the directory: kinds of support have daily words each,
and a need has sentences ("ik slaap op de bank bij een vriend"), told as the words that say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ruimbaan.core.directory.search.stems import forms_of, stem, telling_words
from ruimbaan.core.kernel.texts import Text

MARK = "#"  # no stem holds it: a mark stands for a kind of support or a life domain


def kind_mark(number: int) -> str:
    return f"{MARK}{number}"


def domain_mark(code: str) -> str:
    return f"{MARK}{code}"


@dataclass(frozen=True, slots=True)
class Need:
    """Something people need, with a name to tell it back. Each of `says` holds the stems of one way
    of saying it: all of them must be in the question. `marks` are of the kinds that help, those that
    help most first."""

    id: str
    name: Text
    says: tuple[frozenset[str], ...]
    marks: tuple[str, ...]

    def said_with(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems that say this need, in every way that it is said; or none."""
        return frozenset().union(*(way for way in self.says if way <= stems))


@dataclass(frozen=True, slots=True)
class DailyWords:
    """`marks` by stem; `written` says how a stem is written; `same` reads an odd form ("dronk") as
    the stem of its verb."""

    marks: Mapping[str, frozenset[str]]
    written: Mapping[str, str]
    same: Mapping[str, str]
    needs: tuple[Need, ...] = ()

    def stems_of(self, word: str) -> tuple[str, ...]:
        """What this word may be a form of: a daily word is nothing but itself."""
        forms = forms_of(word)
        if forms[0] in self.marks:
            return forms[:1]
        return tuple(dict.fromkeys(self.same.get(form, form) for form in forms))

    def ways_of_saying(self, texts: Iterable[str]) -> tuple[frozenset[str], ...]:
        """Of each text the stems that say it, as those of a question will be."""
        return tuple(
            dict.fromkeys(frozenset(map(self._main_stem, telling_words(text))) for text in texts)
        )

    def hearing(self, needs: Iterable[Need], texts: Iterable[str]) -> DailyWords:
        """The same, and these needs; all words of `texts` are words that one may use."""
        written = dict(self.written)
        for word in (word for text in texts for word in telling_words(text)):
            _write(written, self._main_stem(word), word)
        return replace(self, needs=tuple(needs), written=written)

    def _main_stem(self, word: str) -> str:
        """The one to know it by: of a verb that is known, that of the verb."""
        stems = self.stems_of(word)
        return next((one for one in stems if one in self.marks), stems[0])


def daily_words(
    texts: Iterable[tuple[str, str]], verbs: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> DailyWords:
    """`texts` are marks with the words that lead to them; `verbs` have their odd forms."""
    marks: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    for mark, text in texts:
        for word in telling_words(text):
            marks.setdefault(stem(word), set()).add(mark)
            _write(written, stem(word), word)
    same = {stem(form): stem(verb) for verb, forms in verbs.items() for form in forms}
    return DailyWords({one: frozenset(found) for one, found in marks.items()}, written, same)


def _write(written: dict[str, str], stem: str, word: str) -> None:
    """Of several ways of writing the shortest is shown."""
    written[stem] = min((word, written.get(stem, word)), key=lambda one: (len(one), one))
