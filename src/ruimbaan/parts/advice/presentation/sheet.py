# SPDX-License-Identifier: EUPL-1.2
"""The advice about one rule as one sheet, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.advice import changes, judging, verdicts
from ruimbaan.core.advice.advice import Advice, changed_since
from ruimbaan.core.advice.course import FOLLOWS, Standing, Step, Taken, standing, text_of
from ruimbaan.core.advice.figures_said import said_of
from ruimbaan.core.advice.judging import Verdict
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.advice.presentation.elsewhere import Elsewhere, elsewhere
from ruimbaan.parts.advice.presentation.followed import Followed, followed
from ruimbaan.parts.advice.presentation.words import standing_tag, step_name
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.discretion.queries import agreements_by_touch
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link, Tag
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class Version:
    when: str
    text: str
    is_of_figures: bool


@dataclass(frozen=True, slots=True)
class Past:
    """One step that was taken."""

    name: str
    day: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """`draft` is the own text, or else the one the rulebook suggests (`is_own` says which). When the rule
    `is_changed`, nothing is proposed: `new` is the text that took its place. `next` are the steps that
    can be taken now; `seen` how many were taken."""

    region: str
    rule: str
    number: str
    title: str
    crumbs: tuple[Link, ...]
    verdict: str
    tag: Tag
    helps: bool
    is_changed: bool
    why: tuple[str, ...]
    now: str
    new: str
    draft: str
    is_own: bool
    kind: str
    layer: str
    who: str
    figures: tuple[str, ...]
    until: str
    story: Link | None
    story_says: str
    story_is: str
    asks: tuple[str, ...]
    loses: tuple[str, ...]
    unknown: tuple[str, ...]
    versions: tuple[Version, ...]
    followed: Followed | None
    elsewhere: tuple[Elsewhere, ...]
    links: tuple[Link, ...]
    standing: Tag
    past: tuple[Past, ...]
    next: frozenset[Step]
    seen: int
    is_made_up: bool


def sheet(region: Region, one: Advice, taken: tuple[Taken, ...], today: date) -> Sheet:
    rule, own, since = one.rule, text_of(taken), changed_since(one, taken, today)
    verdict = one.judgement.verdict
    new = (in_words(changes.text_of(one.changed)) if one.changed else own) if since else ""
    return Sheet(
        region=in_words(region.title),
        rule=rule.id,
        number=rule.number,
        title=in_words(rule.rule.title),
        crumbs=_crumbs(region, rule),
        verdict=_changed(since) if since else in_words(verdicts.WORDS[verdict]),
        tag=standing_tag(Standing.CHANGED) if since else _tag(verdict),
        helps=verdict is Verdict.HELPS and since is None,
        is_changed=since is not None,
        why=_all(judging.WORDS[reason] for reason in one.judgement.reasons),
        now=in_words(changes.text_of(rule)),
        new=new,
        draft=own or new or in_words(one.proposal.text),
        is_own=bool(own),
        kind=in_words(changes.WORDS[one.proposal.kind]),
        layer=in_words(LAYER_TEXTS[rule.layer].name) if rule.layer else "",
        who=in_words(one.proposal.who),
        figures=_all(said_of(one.evidence)),
        until=written_date(one.on, language(), year=True),
        story=_story(one),
        story_says=in_words(one.story.summary) if one.story else "",
        story_is=in_words(one.story.invented).strip("*") if one.story else "",
        asks=_all(one.asks),
        loses=_all(one.loses),
        unknown=_all(one.unknown),
        versions=tuple(_version(each, rule) for each in one.versions),
        followed=followed(one, since, today),
        elsewhere=elsewhere(rule.number),
        links=tuple(_links(region.id, rule, today)),
        standing=standing_tag(standing(taken)),
        past=tuple(_past(each) for each in reversed(taken)),
        next=FOLLOWS[standing(taken)],
        seen=len(taken),
        is_made_up=region.is_made_up,
    )


def _crumbs(region: Region, rule: RuleText) -> tuple[Link, ...]:
    title = _("{region} in één beeld").format(region=in_words(region.title))
    return (
        Link(title, reverse("insight:overview", args=[region.id])),
        Link(_("Eén regel veranderen"), reverse("advice:every", args=[region.id])),
        Link(rule.number),
    )


def _changed(since: date) -> str:
    day = written_date(since, language(), year=True)
    return _("Deze regel is veranderd vanaf {day}.").format(day=day)


def _tag(verdict: Verdict) -> Tag:
    match verdict:
        case Verdict.HELPS:
            return Tag(_("kan helpen"), "room")
        case Verdict.NO_HELP:
            return Tag(_("zou niet helpen"))
        case Verdict.NOT_HERE:
            return Tag(_("niet van de regio"))
        case Verdict.TOO_LITTLE:
            return Tag(_("te weinig bekend"), "wait")


def _all(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(map(in_words, texts))


def _story(one: Advice) -> Link | None:
    if one.story is None:
        return None
    return Link(in_words(one.story.title), reverse("storybook:story", args=[one.story.id]))


def _version(one: RuleText, of_figures: RuleText) -> Version:
    begins, ends = (
        written_date(day, language(), year=True) if day else ""
        for day in (one.rule.valid_from, one.rule.valid_until)
    )
    when = {
        (True, True): _("van {begins} tot {ends}"),
        (True, False): _("vanaf {begins}"),
        (False, True): _("tot {ends}"),
        (False, False): _("zonder begindatum"),
    }[bool(begins), bool(ends)]
    text = in_words(changes.text_of(one))
    return Version(when.format(begins=begins, ends=ends), text, one == of_figures)


def _links(region: str, rule: RuleText, today: date) -> Iterable[Link]:
    """The page of the rule, its frictions, and what was agreed about it."""
    if url := rule_url(rule.id):
        yield Link(_("De regel zelf"), url)
    known = catalogue().frictions
    for friction in rule.frictions:
        if friction in known:
            url = reverse("frictions:one", args=[region, friction])
            yield Link(
                _("Waar het wringt: {title}").format(title=in_words(known[friction].title)), url
            )
    for link in agreements_by_touch(region, today).get(rule.id, ()):
        yield Link(_("Werkafspraak: {title}").format(title=link.text), link.url)


def _past(one: Taken) -> Past:
    return Past(
        step_name(one.step), written_date(one.day, language(), year=True), one.who, one.text
    )
