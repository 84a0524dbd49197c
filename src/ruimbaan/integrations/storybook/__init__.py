# SPDX-License-Identifier: EUPL-1.2
"""The texts of the book from their files, and the book as PDF and EPUB."""
