# SPDX-License-Identifier: EUPL-1.2
"""Rules in plain words: a list to search in, and a page for each rule."""
