# SPDX-License-Identifier: EUPL-1.2
"""One import from the command line: look, ask, store, tell. Imported when the site is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from ruimbaan.cli import directory_answers as answers
from ruimbaan.cli import directory_words as words
from ruimbaan.cli.directory_lists import print_columns
from ruimbaan.cli.directory_progress import busy, counting
from ruimbaan.core.directory.records.changes import Kind
from ruimbaan.core.directory.records.rows import Content
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.integrations.own_list import OwnList
    from ruimbaan.parts.directory.exchange.services import Preview


class Import:
    def __init__(self, region: str, language: Language, *, as_json: bool) -> None:
        self.region = region
        self.language = language
        self.as_json = as_json
        self.stored = False
        self.preview: Preview | None = None

    def look(self, content: Content, *, source: str, today: date, replace: bool) -> None:
        """Shows what would change. Raises what `preview` raises."""
        from ruimbaan.parts.directory.exchange.services import preview

        with counting(self._said(words.CHECKING), len(content.rows)) as progress:
            found = preview(
                self.region,
                content,
                source=source,
                today=today,
                replace=replace,
                progress=progress,
            )
        self._show(found)

    def look_at_list(self, own: OwnList, *, source: str, today: date, replace: bool) -> None:
        """The same for a list of one's own; tells first which column was taken for what."""
        from ruimbaan.parts.directory.exchange.own_list import preview_list

        if not self.as_json:
            print_columns(own, self.language)
        with counting(self._said(words.CHECKING), len(own.content.rows)) as progress:
            found = preview_list(
                self.region,
                own,
                source=source,
                today=today,
                replace_all=replace,
                progress=progress,
            )
        self._show(found)

    def is_wanted(self, *, yes: bool) -> bool:
        if yes or self.as_json:
            return yes
        if self.preview and not (self.preview.changes or self.preview.refused):
            typer.echo(self._said(words.NOTHING_NEW))
            return False
        return typer.confirm(self._said(words.SURE).format(region=self.region))

    def store(self) -> None:
        """Raises what `apply` raises; then nothing was stored."""
        from django.utils import timezone

        from ruimbaan.parts.directory.exchange.services import apply

        if self.preview is not None:
            with busy(self._said(words.STORING)):
                apply(self.preview, timezone.now())
            self.stored = True

    def tell(self) -> None:
        found = self.preview
        if found is None:
            return
        if self.as_json:
            answers.print_json(
                {
                    "region": self.region,
                    "source": found.source,
                    "stored": self.stored,
                    **self._counts(found),
                    "changes": answers.changes_json(found.changes),
                    "findings": answers.findings_json(found.findings, self.language),
                }
            )
            return
        said = words.STORED if self.stored else words.NOTHING_STORED
        typer.echo(self._said(said).format(region=self.region))

    def _show(self, found: Preview) -> None:
        self.preview = found
        if not self.as_json:
            answers.print_findings(found.findings, self.language)
            answers.print_changes(found.changes, self.language)
            typer.echo(self._said(words.CHANGES).format(**self._counts(found)))

    def _counts(self, found: Preview) -> dict[str, int]:
        return {
            "added": found.count(Kind.ADDED),
            "changed": found.count(Kind.CHANGED),
            "removed": found.count(Kind.REMOVED),
            "refused": len(found.refused),
        }

    def _said(self, text: Text) -> str:
        return text.in_language(self.language)
