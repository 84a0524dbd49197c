# SPDX-License-Identifier: EUPL-1.2
"""The pages of `docs/`: which there are, in which order, and each as HTML."""

from ruimbaan.integrations.documentation.article import Article, article
from ruimbaan.integrations.documentation.headings import Heading
from ruimbaan.integrations.documentation.library import Kind, Library, Page, load_library

__all__ = ["Article", "Heading", "Kind", "Library", "Page", "article", "load_library"]
