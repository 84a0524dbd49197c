# SPDX-License-Identifier: EUPL-1.2
"""The Inspiratieboek: its texts, who agreed that a story is read, and what a text leans on."""
